//! Signing in with a token.

use cloud_api::iam::TokenText;
use config::Place;
use leptos::html;
use leptos::prelude::*;
use words::sign_in::Concern;
use words::token::token_error;

use super::attempt::Attempt;
use super::reasons::reason_of_token;
use crate::form::{MaskedField, take_masked};
use crate::i18n::{Message, t, text};
use crate::live::on;
use crate::net::use_net;
use crate::session::sign_in_with_token;
use crate::ui::focus;

/// The form.
#[component]
pub fn TokenForm(
    /// Where to.
    place: RwSignal<Place>,
) -> impl IntoView {
    let net = use_net();
    let input = NodeRef::<html::Textarea>::new();
    let problem = RwSignal::new(None::<Message>);
    // Another region needs another token too.
    let attempt = Attempt::new(
        |concern| match concern {
            Concern::Credential | Concern::Scope => Some("token"),
            Concern::Code | Concern::KeyId | Concern::Person | Concern::Nothing => None,
        },
        reason_of_token,
    );
    attempt.ends_elsewhere(place);
    let on_paste = move |pasted: String| match TokenText::parse(&pasted) {
        Ok(token) => Some(token.into_secret().reveal().to_owned()),
        Err(error) => {
            attempt.forget();
            problem.set(Some(token_error(error)));
            None
        }
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(element) = input.get_untracked() else {
            return;
        };
        if attempt.is_busy() {
            return;
        }
        // What cannot be sent stays, to be corrected.
        if let Err(error) = TokenText::parse(&element.value()) {
            attempt.forget();
            problem.set(Some(token_error(error)));
            focus(&element);
            return;
        }
        let token = take_masked(input);
        let place = place.get_untracked();
        let net = attempt.opens(net.at(place));
        attempt
            .at(place)
            .run(async move { sign_in_with_token(net, &token).await });
    };
    view! {
        <form id=attempt.form_id() class="form" aria-label=t(text::sign_in_with_token()) on:submit=on(submit) novalidate>
            {attempt.reason()}
            <MaskedField
                id="token"
                label=text::sign_in_token_label()
                hint=text::sign_in_token_hint()
                problem
                input
                on_paste=Callback::new(on_paste)
            />
            {attempt.foot()}
            <details>
                <summary>{t(text::sign_in_where_from())}</summary>
                <p>{t(text::sign_in_where_from_words())}</p>
            </details>
        </form>
    }
}
