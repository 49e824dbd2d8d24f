//! Signing in with account, user, password and region or project.

use cloud_api::Secret;
use cloud_api::iam::{Password, TokenScope};
use cloud_api::{HexError, ProjectId, RegionId, RegionIdError};
use leptos::html;
use leptos::prelude::*;

use super::attempt::{KeepChoice, Reason, attempt};
use crate::form::{Field, SecretField, TextField, take};
use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{live, on};
use crate::net::use_net;
use crate::session::{Keep, sign_in_with_password};

/// The form.
#[component]
pub fn PasswordForm() -> impl IntoView {
    let net = use_net();
    let words = use_i18n();
    let account = Field::new(|text| needed(text, text::password_account_needed));
    let user = Field::new(|text| needed(text, text::password_user_needed));
    let scope = Field::new(|text| read_scope(text).err());
    let password = NodeRef::<html::Input>::new();
    let password_problem = RwSignal::new(None::<Message>);
    let keep = RwSignal::new(Keep::InMemory);
    let busy = RwSignal::new(false);
    let shown = RwSignal::new(None::<Message>);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        for field in [account, user, scope] {
            field.touch();
        }
        let secret = take(password);
        if secret.is_empty() {
            password_problem.set(Some(text::password_needed()));
            return;
        }
        let fields = [account, user, scope];
        let Ok(scope) = read_scope(&scope.text.get_untracked()) else {
            return;
        };
        if fields
            .iter()
            .any(|field| untrack(|| field.problem().is_some()))
        {
            return;
        }
        let password = Password {
            account: account.text.get_untracked().trim().to_owned(),
            user: user.text.get_untracked().trim().to_owned(),
            password: Secret::new(secret),
        };
        attempt(
            sign_in_with_password(net, password, scope),
            keep,
            busy,
            shown,
        );
    };
    let label = move || {
        let message = if busy.get() {
            text::sign_in_checking()
        } else {
            text::sign_in_action()
        };
        words.say(&message)
    };
    view! {
        <form class="form" aria-label=t(text::sign_in_with_password()) on:submit=on(submit) novalidate>
            <Reason reason=shown />
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
            <KeepChoice keep />
            <button type="submit" class="button primary" aria-busy=live(move || busy.get().to_string())>
                {live(label)}
            </button>
        </form>
    }
}

fn needed(text: &str, message: fn() -> Message) -> Option<Message> {
    text.trim().is_empty().then(message)
}

/// A region such as `eu-de`, or a project ID of 32 digits.
fn read_scope(text: &str) -> Result<TokenScope, Message> {
    let text = text.trim();
    let is_project = text.len() == 32 && !text.contains('-');
    if is_project {
        return match text.parse::<ProjectId>() {
            Ok(project) => Ok(TokenScope::Project(project)),
            Err(HexError::Character {
                position,
                character,
                ..
            }) => Err(text::field_character(
                character.to_string(),
                position as u64,
            )),
            Err(HexError::Empty | HexError::Length { .. }) => Err(text::password_scope_needed()),
        };
    }
    match text.parse::<RegionId>() {
        Ok(region) => Ok(TokenScope::Region(region)),
        Err(RegionIdError::Character {
            position,
            character,
            ..
        }) => Err(text::field_character(
            character.to_string(),
            position as u64,
        )),
        Err(RegionIdError::TooLong { length, maximum }) => {
            Err(text::field_too_long(length as u64, maximum as u64))
        }
        Err(RegionIdError::Empty) => Err(text::password_scope_needed()),
    }
}
