//! Signing in with an access key.

use cloud_api::iam::AccessKeyId;
use cloud_api::{Secret, UserId};
use config::Place;
use leptos::html;
use leptos::prelude::*;
use words::sign_in::Concern;
use words::text_problem::{grantee_problem, token_scope};

use super::attempt::{Attempt, open_around};
use super::other_reasons::reason_of_any;
use super::place_choice::take_region_of;
use super::unfinished::forget_unfinished;
use crate::form::{Field, MaskedField, TextField, take_masked};
use crate::i18n::{Message, t, text};
use crate::live::on;
use crate::net::use_net;
use crate::session::{GivenKey, sign_in_with_key};
use crate::ui::focus_by_id;

/// A field for a secret of the key.
#[derive(Clone, Copy)]
struct Masked {
    input: NodeRef<html::Textarea>,
    problem: RwSignal<Option<Message>>,
}

impl Masked {
    fn new() -> Self {
        Self {
            input: NodeRef::new(),
            problem: RwSignal::new(None),
        }
    }

    /// Whether what stands in it can be sent; says what is wrong where it cannot.
    fn check(self, needed: Option<fn() -> Message>, form: fn() -> Message) -> bool {
        let element = self.input.get_untracked();
        let text = element.map(|element| element.value()).unwrap_or_default();
        let text = text.trim();
        let is_of_form = text.bytes().all(|byte| byte.is_ascii_graphic());
        let problem = match (text.is_empty(), needed) {
            (true, Some(needed)) => Some(needed()),
            _ => (!is_of_form).then(form),
        };
        let is_good = problem.is_none();
        self.problem.set(problem);
        is_good
    }

    fn take(self) -> Option<Secret> {
        let text = take_masked(self.input);
        let text = text.trim();
        (!text.is_empty()).then(|| Secret::new(text))
    }
}

/// The form, for where to.
pub fn key_form(place: RwSignal<Place>) -> AnyView {
    let net = use_net();
    let id = Field::new(id_problem);
    let scope = Field::new(|text| token_scope(text).err());
    take_region_of(place, scope);
    let user_id = Field::new(|text| {
        let is_given = !text.trim().is_empty();
        is_given.then(|| grantee_problem(text, None)).flatten()
    });
    let (secret, token) = (Masked::new(), Masked::new());
    let attempt = Attempt::new(
        |concern| match concern {
            Concern::Credential => Some("secret-key"),
            Concern::KeyId => Some("access-key"),
            Concern::Scope => Some("key-scope"),
            Concern::Person => Some("key-user-id"),
            Concern::Code | Concern::Nothing => None,
        },
        reason_of_any,
    );
    attempt.ends_elsewhere(place);
    forget_unfinished(attempt);
    // What is pasted goes into the field as it is.
    let as_it_is = Callback::new(|pasted: String| Some(pasted.trim().to_owned()));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if attempt.is_busy() {
            return;
        }
        let own = [
            ("access-key", id),
            ("key-scope", scope),
            ("key-user-id", user_id),
        ];
        for (id, field) in own {
            field.take_over(id);
            field.touch();
        }
        let is_wrong = |field: Field| untrack(|| field.problem().is_some());
        let needed: fn() -> Message = text::access_key_secret_needed;
        let fields = [
            ("access-key", is_wrong(id)),
            (
                "secret-key",
                !secret.check(Some(needed), text::access_key_secret_form),
            ),
            (
                "security-token",
                !token.check(None, text::access_key_token_form),
            ),
            ("key-scope", is_wrong(scope)),
            ("key-user-id", is_wrong(user_id)),
        ];
        // The secret stays as long as nothing is sent.
        if let Some((id, _)) = fields.into_iter().find(|(_, is_wrong)| *is_wrong) {
            attempt.forget();
            open_around(id);
            focus_by_id(id);
            return;
        }
        let (Some(id), Ok(scope)) = (
            AccessKeyId::typed(&id.text.get_untracked()),
            token_scope(&scope.text.get_untracked()),
        ) else {
            return;
        };
        let security_token = token.take();
        if let Some(secret) = secret.take() {
            let given = GivenKey {
                id,
                secret,
                security_token,
                user_id: user_id.text.get_untracked().trim().parse::<UserId>().ok(),
            };
            let net = attempt.opens(net.at(place.get_untracked()));
            attempt.run(sign_in_with_key(net, given, scope));
        }
    };
    view! {
        <form id=attempt.form_id() class="form" aria-label=t(text::sign_in_with_key()) on:submit=on(submit) novalidate>
            {attempt.reason()}
            <TextField id="access-key" label=text::access_key_id() field=id />
            <MaskedField
                id="secret-key"
                label=text::access_key_secret()
                hint=text::access_key_secret_hint()
                problem=secret.problem
                input=secret.input
                on_paste=as_it_is
            />
            <MaskedField
                id="security-token"
                label=text::access_key_token()
                hint=text::access_key_token_hint()
                problem=token.problem
                input=token.input
                on_paste=as_it_is
            />
            <TextField
                id="key-scope"
                label=text::password_scope()
                hint=text::password_scope_hint()
                field=scope
            />
            <details>
                <summary>{t(text::access_key_owner())}</summary>
                <TextField id="key-user-id" label=text::password_user_id() field=user_id />
            </details>
            {attempt.submit()}
        </form>
    }
    .into_any()
}

fn id_problem(typed: &str) -> Option<Message> {
    match AccessKeyId::typed(typed) {
        Some(_) => None,
        None if typed.trim().is_empty() => Some(text::access_key_id_needed()),
        None => Some(text::access_key_id_form()),
    }
}
