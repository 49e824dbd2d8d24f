//! Signing in with account, user, password and region or project.

use cloud_api::Secret;
use cloud_api::iam::Password;
use config::Place;
use leptos::html;
use leptos::prelude::*;
use words::sign_in::Concern;
use words::text_problem::token_scope;

use super::attempt::Attempt;
use crate::form::{Field, SecretField, TextField, take};
use crate::i18n::{Message, t, text};
use crate::live::{follow, on};
use crate::net::use_net;
use crate::session::sign_in_with_password;
use crate::ui::focus_by_id;

/// The form.
#[component]
pub fn PasswordForm(
    /// Where to.
    place: RwSignal<Place>,
) -> impl IntoView {
    let net = use_net();
    let account = Field::new(|text| needed(text, text::password_account_needed));
    let user = Field::new(|text| needed(text, text::password_user_needed));
    let scope = Field::new(|text| token_scope(text).err());
    // Whoever selects a region need not write it.
    follow(move || {
        if let Some(region) = place.get().region() {
            scope.text.set(region.to_string());
        }
    });
    let password = NodeRef::<html::Input>::new();
    let password_problem = RwSignal::new(None::<Message>);
    let attempt = Attempt::new(|concern| match concern {
        Concern::Credential => Some("password"),
        Concern::Scope => Some("scope"),
        Concern::Nothing => None,
    });
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if attempt.is_busy() {
            return;
        }
        for (id, field) in [("account", account), ("user", user), ("scope", scope)] {
            field.take_over(id);
            field.touch();
        }
        let is_without = password
            .get_untracked()
            .is_none_or(|element| element.value().is_empty());
        password_problem.set(is_without.then(text::password_needed));
        let is_wrong = |field: Field| untrack(|| field.problem().is_some());
        let fields = [
            ("account", is_wrong(account)),
            ("user", is_wrong(user)),
            ("password", is_without),
            ("scope", is_wrong(scope)),
        ];
        // The password stays as long as nothing is sent.
        if let Some((id, _)) = fields.into_iter().find(|(_, is_wrong)| *is_wrong) {
            attempt.forget();
            focus_by_id(id);
            return;
        }
        let Ok(scope) = token_scope(&scope.text.get_untracked()) else {
            return;
        };
        let password = Password {
            account: account.text.get_untracked().trim().to_owned(),
            user: user.text.get_untracked().trim().to_owned(),
            password: Secret::new(take(password)),
        };
        let net = net.at(place.get_untracked());
        attempt.run(sign_in_with_password(net, password, scope));
    };
    view! {
        <form class="form" aria-label=t(text::sign_in_with_password()) on:submit=on(submit) novalidate>
            {attempt.reason()}
            <p class="field-hint">{t(text::password_federated())}</p>
            <TextField id="account" label=text::password_account() field=account autocomplete="organization" />
            <TextField id="user" label=text::password_user() field=user autocomplete="username" />
            <SecretField
                id="password"
                label=text::password_label()
                problem=password_problem
                autocomplete="current-password"
                input=password
            />
            <TextField
                id="scope"
                label=text::password_scope()
                hint=text::password_scope_hint()
                field=scope
            />
            {attempt.foot()}
        </form>
    }
}

fn needed(text: &str, message: fn() -> Message) -> Option<Message> {
    text.trim().is_empty().then(message)
}
