//! An error on a page: what failed, why, what to do next, and the line for the cloud's support.

use cloud_api::ApiError;
use connection::may_explain;
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use words::failure::{details, remedy};

use super::{Announcements, ButtonKind, ByHand, Icon, IconName, button, use_announcements};
use crate::i18n::{Message, Untrusted, t, text, use_i18n, visible};
use crate::live::{live, shown};

/// An error where rows or properties would stand: what failed, why, and a way to try again.
pub fn failure(what: Message, error: &ApiError, retry: Option<Callback<()>>) -> AnyView {
    failure_because(what, remedy(error), error, retry)
}

/// The same where this means more than elsewhere.
pub fn failure_because(
    what: Message,
    why: Message,
    error: &ApiError,
    retry: Option<Callback<()>>,
) -> AnyView {
    failure_with(what, why, details_of(error), retry_button(retry))
}

/// What was answered, for whoever asks the cloud's support, and the way to the connection check where that can
/// explain it.
pub fn details_of(error: &ApiError) -> AnyView {
    let words = use_i18n();
    let details = details(error, |message| words.say(message));
    let line = (!details.is_empty()).then(|| line_to_copy(details));
    let check = may_explain(error).then(|| {
        view! {
            <p>
                <a href="connection-check">{t(text::connection_title())}</a>
            </p>
        }
        .into_any()
    });
    [
        line.into_any(),
        authorization_message(error),
        check.into_any(),
    ]
    .into_any()
}

/// A line for whoever can put it right, to copy.
pub fn line_to_copy(line: String) -> AnyView {
    view! {
        <p class="details">
            <Untrusted text=line.clone() />
            {copy_button(text::failure_copy(), line)}
        </p>
    }
    .into_any()
}

/// The button that tries again, where there is a way.
pub fn retry_button(retry: Option<Callback<()>>) -> AnyView {
    shown(retry.map(|retry| {
        button(ButtonKind::Plain, text::failure_retry(), move || {
            retry.run(())
        })
    }))
}

/// The encoded message about a missing right, to copy, where the refusal brought one.
pub fn authorization_message(error: &ApiError) -> AnyView {
    let message = error.encoded_authorization_message().map(str::to_owned);
    shown(message.map(|message| {
        view! {
            <p class="details">
                {t(text::failure_authorization_message())} " "
                {copy_button(text::failure_copy_authorization_message(), message)}
            </p>
        }
    }))
}

/// The same without an answer of the cloud: what failed, why, a line of details, a way to try again.
pub fn failure_box(
    what: Message,
    why: Message,
    line: Option<AnyView>,
    retry: Option<Callback<()>>,
) -> AnyView {
    failure_with(what, why, line.into_any(), retry_button(retry))
}

/// What failed, why, a line of details, and what can be done about it.
pub fn failure_with(what: Message, why: Message, line: AnyView, actions: AnyView) -> AnyView {
    let words = use_i18n();
    let label = t(what.clone());
    view! {
        <div class="failure" role="group" aria-label=label>
            <p class="failure-what">
                <Icon name=IconName::Danger />
                <strong>{live(move || words.show(&what))}</strong>
            </p>
            <p>{live(move || words.show(&why))}</p>
            {line}
            {actions}
        </div>
    }
    .into_any()
}

/// The same while there is an error; reacts.
pub fn failure_of(
    what: Message,
    error: impl Fn() -> Option<ApiError> + Send + 'static,
    retry: Option<Callback<()>>,
) -> AnyView {
    boxed_failure_of(what, Box::new(error), retry)
}

/// The same, compiled once for all errors.
fn boxed_failure_of(
    what: Message,
    error: Box<dyn Fn() -> Option<ApiError> + Send>,
    retry: Option<Callback<()>>,
) -> AnyView {
    live(move || shown(error().map(|error| failure(what.clone(), &error, retry)))).into_any()
}

/// Copies a line from the cloud to the clipboard and says whether it worked. It is copied as it is
/// shown: a line break in it would run what stands before it where it is pasted into a shell.
pub fn copy_button(label: Message, content: String) -> AnyView {
    let (announcements, by_hand) = (use_announcements(), ByHand::new());
    let copies = button(ButtonKind::Quiet, label, move || {
        copy(announcements, by_hand, &visible(&content));
    });
    view! {
        {copies}
        {by_hand.field()}
    }
    .into_any()
}

/// Copies a text of ours at once, and says whether it worked. Where it does not, the text is offered
/// to be copied by hand.
pub fn copy(announcements: Announcements, by_hand: ByHand, content: &str) {
    by_hand.end();
    let navigator = window().navigator();
    // Where the page came over plain http there is no clipboard at all.
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        announcements.tell(text::copy_failed());
        by_hand.offer(content);
        return;
    }
    let promise = navigator.clipboard().write_text(content);
    let content = content.to_owned();
    leptos::task::spawn_local(async move {
        match wasm_bindgen_futures::JsFuture::from(promise).await {
            Ok(_) => announcements.tell(text::copy_done()),
            Err(_) => {
                announcements.tell(text::copy_failed());
                by_hand.offer(&content);
            }
        }
    });
}
