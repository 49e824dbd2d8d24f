//! An error on a page: what failed, why, what to do next, and the line for the cloud's support.

use cloud_api::{ApiError, Meaning, NoAnswerKind, NotSent, Refusal};
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::{Announcements, ButtonKind, Icon, IconName, button, use_announcements};
use crate::i18n::{Message, Untrusted, t, text, use_i18n};
use crate::live::{live, shown};

/// Why something failed and what to do next.
#[must_use]
pub fn remedy(error: &ApiError) -> Message {
    match error {
        ApiError::NotSent(NotSent::NoCredential) => text::failure_no_credential(),
        ApiError::NotSent(NotSent::NobodyNamed) => text::failure_nobody_named(),
        ApiError::NotSent(NotSent::NoTagNamed) => text::failure_no_tag(),
        ApiError::NotSent(NotSent::NotBuilt) => text::failure_not_built(),
        ApiError::NoAnswer(no_answer) => match no_answer.kind {
            NoAnswerKind::Offline => text::failure_offline(),
            NoAnswerKind::Unreachable => text::failure_unreachable(),
            NoAnswerKind::TimedOut => text::failure_timed_out(),
            NoAnswerKind::BrokeOff => text::failure_broke_off(),
            NoAnswerKind::TooLarge => text::failure_too_large(),
        },
        ApiError::Unreadable(_) => text::failure_unreadable(),
        ApiError::Refused(refusal) => refused(refusal),
    }
}

/// What a refusal means; a few codes say more than their kind.
fn refused(refusal: &Refusal) -> Message {
    match &*refusal.code {
        "SVCSTG.SWR.4090060" => text::failure_name_taken(),
        "SVCSTG.SWR.4060074" | "SVCSTG.SWR.4060012" => text::failure_holds_images(),
        _ => match refusal.meaning {
            Meaning::AlreadyGone => text::failure_gone(),
            Meaning::AlreadyThere => text::failure_there(),
            Meaning::InUse => text::failure_in_use(),
            Meaning::QuotaReached => text::failure_quota(),
            Meaning::NoRight => text::failure_no_right(),
            Meaning::SignInAgain => text::failure_sign_in_again(),
            Meaning::Throttled => text::failure_throttled(),
            Meaning::WrongPath => text::failure_wrong_path(),
            Meaning::Invalid => text::failure_invalid(),
            Meaning::ServiceDown => text::failure_service_down(),
            Meaning::Other => text::failure_other(),
        },
    }
}

/// The grey line: status, code, request ID; empty when nothing was answered.
#[must_use]
pub fn details(error: &ApiError) -> String {
    let (status, code, message) = match error {
        ApiError::Refused(refusal) => (refusal.status, &*refusal.code, &*refusal.message),
        ApiError::Unreadable(unreadable) => (unreadable.status, "", &*unreadable.at),
        ApiError::NoAnswer(_) | ApiError::NotSent(_) => return String::new(),
    };
    let mut parts = vec![format!("HTTP {status}")];
    parts.extend(
        [code, message]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(str::to_owned),
    );
    parts.extend(error.request_id().map(|id| format!("request {id}")));
    parts.join(" · ")
}

/// An error where rows or properties would stand: what failed, why, and a way to try again.
pub fn failure(what: Message, error: &ApiError, retry: Option<Callback<()>>) -> AnyView {
    let details = details(error);
    let line = (!details.is_empty()).then(|| {
        view! {
            <p class="details">
                <Untrusted text=details.clone() />
                {copy_button(text::failure_copy(), details)}
            </p>
        }
        .into_any()
    });
    failure_box(what, remedy(error), line, retry)
}

/// The same without an answer of the cloud: what failed, why, a line of details, a way to try again.
pub fn failure_box(
    what: Message,
    why: Message,
    line: Option<AnyView>,
    retry: Option<Callback<()>>,
) -> AnyView {
    let words = use_i18n();
    let label = t(what.clone());
    let again = retry.map(|retry| {
        button(ButtonKind::Plain, text::failure_retry(), move || {
            retry.run(())
        })
    });
    view! {
        <div class="failure" role="group" aria-label=label>
            <p class="failure-what">
                <Icon name=IconName::Danger />
                <strong>{live(move || words.show(&what))}</strong>
            </p>
            <p>{live(move || words.show(&why))}</p>
            {line}
            {again}
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
    live(move || shown(error().map(|error| failure(what.clone(), &error, retry)))).into_any()
}

/// Copies a text to the clipboard and says whether it worked.
pub fn copy_button(label: Message, content: String) -> AnyView {
    let announcements = use_announcements();
    button(ButtonKind::Quiet, label, move || {
        copy(announcements, &content);
    })
}

/// The same at once.
pub fn copy(announcements: Announcements, content: &str) {
    let navigator = window().navigator();
    // Where the page came over plain http there is no clipboard at all.
    let clipboard = Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    if !clipboard.is_ok_and(|clipboard| clipboard.is_object()) {
        announcements.tell(text::copy_failed());
        return;
    }
    let promise = navigator.clipboard().write_text(content);
    leptos::task::spawn_local(async move {
        let message = match wasm_bindgen_futures::JsFuture::from(promise).await {
            Ok(_) => text::copy_done(),
            Err(_) => text::copy_failed(),
        };
        announcements.tell(message);
    });
}
