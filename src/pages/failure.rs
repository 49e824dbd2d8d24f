//! An error on a page: what failed, why, what to do next, and the line for the cloud's support.

use cloud_api::{ApiError, Meaning, NoAnswerKind, NotSent};
use leptos::prelude::*;

use crate::i18n::{Message, Untrusted, t, text, use_i18n};
use crate::ui::{Icon, IconName};

/// Why something failed and what to do next.
#[must_use]
pub fn remedy(error: &ApiError) -> Message {
    match error {
        ApiError::NotSent(NotSent::NoCredential) => text::failure_no_credential(),
        ApiError::NotSent(NotSent::NobodyNamed) => text::failure_nobody_named(),
        ApiError::NotSent(NotSent::NotBuilt) => text::failure_not_built(),
        ApiError::NoAnswer(no_answer) => match no_answer.kind {
            NoAnswerKind::Offline => text::failure_offline(),
            NoAnswerKind::Unreachable => text::failure_unreachable(),
            NoAnswerKind::TimedOut => text::failure_timed_out(),
            NoAnswerKind::BrokeOff => text::failure_broke_off(),
            NoAnswerKind::TooLarge => text::failure_too_large(),
        },
        ApiError::Unreadable(_) => text::failure_unreadable(),
        ApiError::Refused(refusal) => match refusal.meaning {
            Meaning::AlreadyGone => text::failure_gone(),
            Meaning::AlreadyThere => text::failure_there(),
            Meaning::InUse => text::failure_in_use(),
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

/// An error where rows or properties would stand.
#[component]
pub fn Failure(
    /// What failed.
    what: Message,
    /// Why.
    error: ApiError,
    /// Tries again.
    #[prop(optional)]
    retry: Option<Callback<()>>,
) -> impl IntoView {
    let words = use_i18n();
    let why = remedy(&error);
    let label = t(what.clone());
    let details = details(&error);
    let copied = StoredValue::new(details.clone());
    view! {
        <div class="failure" role="group" aria-label=label>
            <p class="failure-what">
                <Icon name=IconName::Danger />
                <strong>{move || words.show(&what)}</strong>
            </p>
            <p>{move || words.show(&why)}</p>
            {(!details.is_empty())
                .then(|| {
                    view! {
                        <p class="details">
                            <Untrusted text=details />
                            <CopyButton
                                label=text::failure_copy()
                                content=Signal::derive(move || copied.get_value())
                            />
                        </p>
                    }
                })}
            {retry
                .map(|retry| {
                    view! {
                        <button type="button" class="button" on:click=move |_| retry.run(())>
                            {t(text::failure_retry())}
                        </button>
                    }
                })}
        </div>
    }
}

/// Copies a text to the clipboard and says whether it worked.
#[component]
pub fn CopyButton(
    /// The button's words.
    label: Message,
    /// What is copied.
    content: Signal<String>,
) -> impl IntoView {
    let announcements = crate::ui::use_announcements();
    let copy = move |_| {
        let promise = window()
            .navigator()
            .clipboard()
            .write_text(&content.get_untracked());
        leptos::task::spawn_local(async move {
            let message = match wasm_bindgen_futures::JsFuture::from(promise).await {
                Ok(_) => text::copy_done(),
                Err(_) => text::copy_failed(),
            };
            announcements.tell(message);
        });
    };
    view! {
        <button type="button" class="button quiet" on:click=copy>
            {t(label)}
        </button>
    }
}
