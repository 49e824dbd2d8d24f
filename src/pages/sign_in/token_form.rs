//! Signing in with a token.

use cloud_api::iam::TokenText;
use leptos::html;
use leptos::prelude::*;

use super::attempt::{KeepChoice, Reason, attempt};
use super::reasons::token_error;
use crate::form::{SecretField, take};
use crate::i18n::{Message, t, text};
use crate::live::{live, on};
use crate::net::use_net;
use crate::session::{Keep, sign_in_with_token};

/// The form.
#[component]
pub fn TokenForm() -> impl IntoView {
    let net = use_net();
    let input = NodeRef::<html::Input>::new();
    let problem = RwSignal::new(None::<Message>);
    let keep = RwSignal::new(Keep::InMemory);
    let busy = RwSignal::new(false);
    let shown = RwSignal::new(None::<Message>);
    let on_paste = move |pasted: String| match TokenText::parse(&pasted) {
        Ok(token) => Some(token.into_secret().reveal().to_owned()),
        Err(error) => {
            problem.set(Some(token_error(error)));
            None
        }
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let pasted = take(input);
        if let Err(error) = TokenText::parse(&pasted) {
            problem.set(Some(token_error(error)));
            return;
        }
        attempt(
            async move { sign_in_with_token(net, &pasted).await },
            keep,
            busy,
            shown,
        );
    };
    view! {
        <form class="form" aria-label=t(text::sign_in_with_token()) on:submit=on(submit) novalidate>
            <Reason reason=shown />
            <SecretField
                id="token"
                label=text::sign_in_token_label()
                hint=text::sign_in_token_hint()
                problem
                autocomplete="off"
                input
                on_paste=Callback::new(on_paste)
            />
            <KeepChoice keep />
            <button type="submit" class="button primary" aria-busy=live(move || busy.get().to_string())>
                {live(move || {
                    let words = crate::i18n::use_i18n();
                    let message = if busy.get() {
                        text::sign_in_checking()
                    } else {
                        text::sign_in_action()
                    };
                    words.say(&message)
                })}
            </button>
            <details>
                <summary>{t(text::sign_in_where_from())}</summary>
                <p>{t(text::sign_in_where_from_words())}</p>
            </details>
        </form>
    }
}
