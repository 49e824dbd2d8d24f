//! Signing in with account, user, password and region or project.

use std::rc::Rc;

use cloud_api::iam::{Password, SecondFactor};
use cloud_api::{Secret, UserId};
use config::{Place, Preset};
use leptos::html;
use leptos::prelude::*;
use words::sign_in::Concern;
use words::text_problem::{grantee_problem, token_scope};

use super::attempt::{Attempt, open_around};
use super::other_reasons::reason_of_any;
use super::place_choice::take_region_of;
use super::purpose::who_goes_on;
use super::unfinished::forget_unfinished;
use crate::form::{Field, SecretField, TextField, take};
use crate::i18n::{Message, t, text};
use crate::live::on;
use crate::net::use_net;
use crate::session::sign_in_with_password;
use crate::ui::{focus_by_id, use_announcements};

/// The form.
#[component]
pub fn PasswordForm(
    /// Where to.
    place: RwSignal<Place>,
) -> impl IntoView {
    let (net, announcements) = (use_net(), use_announcements());
    let account = Field::new(|text| needed(text, text::password_account_needed));
    let user = Field::new(|text| needed(text, text::password_user_needed));
    let code = Field::new(|_| None);
    // A code is good for one call, so that there is no second one for a project to be chosen.
    let scope = Field::new(move |text| {
        let has_code = code.text.with(|code| !code.trim().is_empty());
        match token_scope(text) {
            Ok(None) => has_code.then(text::password_scope_needed),
            told => told.err(),
        }
    });
    // Nothing of it is secret.
    if let Some(before) = who_goes_on() {
        account.text.set(before.account_name.clone());
        user.text.set(before.user_name.clone());
        scope.text.set(before.region.to_string());
    }
    take_region_of(place, scope);
    let user_id = Field::new(move |text| {
        let has_code = code.text.with(|code| !code.trim().is_empty());
        match text.trim().is_empty() {
            true if has_code && wants_user_id(place.get()) => Some(text::password_user_id_needed()),
            true => None,
            false => grantee_problem(text, None),
        }
    });
    let password = NodeRef::<html::Input>::new();
    let password_problem = RwSignal::new(None::<Message>);
    let attempt = Attempt::new(
        |concern| match concern {
            Concern::Credential => Some("password"),
            Concern::Scope => Some("scope"),
            Concern::Code => Some("code"),
            Concern::KeyId | Concern::Person | Concern::Nothing => None,
        },
        reason_of_any,
    );
    attempt.ends_elsewhere(place);
    forget_unfinished(attempt);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if attempt.is_busy() {
            return;
        }
        let own = [
            ("account", account),
            ("user", user),
            ("scope", scope),
            ("code", code),
            ("user-id", user_id),
        ];
        for (id, field) in own {
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
            ("user-id", is_wrong(user_id)),
        ];
        // The password stays as long as nothing is sent.
        if let Some((id, _)) = fields.into_iter().find(|(_, is_wrong)| *is_wrong) {
            attempt.forget();
            open_around(id);
            focus_by_id(id);
            return;
        }
        let Ok(scope) = token_scope(&scope.text.get_untracked()) else {
            return;
        };
        let given = code.text.get_untracked().trim().to_owned();
        code.text.set(String::new());
        let second_factor = (!given.is_empty()).then(|| SecondFactor {
            passcode: Secret::new(given),
            user_id: user_id.text.get_untracked().trim().parse::<UserId>().ok(),
        });
        let password = Password {
            account: account.text.get_untracked().trim().to_owned(),
            user: user.text.get_untracked().trim().to_owned(),
            password: Secret::new(take(password)),
            second_factor,
        };
        let net = attempt.opens(net.at(place.get_untracked()));
        let when_not = Rc::new(move || announcements.tell(text::sign_in_token_stays()));
        attempt.run(sign_in_with_password(net, password, scope, when_not));
    };
    view! {
        <form id=attempt.form_id() class="form" aria-label=t(text::sign_in_with_password()) on:submit=on(submit) novalidate>
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
            <details>
                <summary>{t(text::password_second_factor())}</summary>
                <TextField
                    id="code"
                    label=text::password_code()
                    hint=text::password_code_hint()
                    field=code
                    autocomplete="one-time-code"
                />
                <TextField
                    id="user-id"
                    label=text::password_user_id()
                    hint=text::password_user_id_hint()
                    field=user_id
                />
            </details>
            {attempt.foot()}
        </form>
    }
}

/// Whether the cloud takes a code with the user's ID alone, as Huawei Cloud does (corrections §6).
fn wants_user_id(place: Place) -> bool {
    match place {
        Place::OwnOrigin => false,
        Place::Of(cloud, _) => cloud.preset == Some(Preset::HuaweiCloud),
    }
}

fn needed(text: &str, message: fn() -> Message) -> Option<Message> {
    text.trim().is_empty().then(message)
}
