//! What stands in place of rows.

use cloud_api::{ApiError, Meaning, NoAnswerKind, NotSent};
use leptos::prelude::*;

use super::filter::Filter;
use crate::i18n::{Message, t, text};
use crate::live::on;
use crate::ui::failure::failure;

/// Bars in place of rows that are being read.
const BARS: usize = 6;

/// Why a table shows no rows.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Empty {
    /// Still being read.
    Reading,
    /// There is nothing yet.
    Nothing(Message),
    /// Nothing matches the filter; in words of the page where it has some.
    NoMatch(Option<Message>),
    /// It could not be read.
    Failed(ApiError),
}

/// The words in place of rows: reading, nothing yet, nothing matches, no permission, unreachable.
pub(super) fn empty_view(
    empty: Empty,
    filter: Filter,
    explain: fn(&ApiError) -> Option<Message>,
    refresh: Callback<()>,
) -> AnyView {
    let words = match empty {
        Empty::Reading => return rows_awaited(),
        Empty::Nothing(words) => words,
        Empty::NoMatch(words) => {
            return view! {
                <div class="empty">
                    <p>{t(words.unwrap_or_else(text::table_no_match))}</p>
                    <button type="button" class="button" on:click=on(move |_| filter.clear())>
                        {t(text::table_clear_filter())}
                    </button>
                </div>
            }
            .into_any();
        }
        Empty::Failed(error) => return failed_view(&error, explain, refresh),
    };
    view! { <p class="empty">{t(words)}</p> }.into_any()
}

/// Why a list could not be read at all, with the way to try again.
pub fn failed_view(
    error: &ApiError,
    explain: fn(&ApiError) -> Option<Message>,
    refresh: Callback<()>,
) -> AnyView {
    let what = match error {
        ApiError::NotSent(NotSent::NoCredential) => {
            return view! { <p class="empty">{t(text::table_session_ended())}</p> }.into_any();
        }
        ApiError::Refused(refusal) if refusal.meaning == Meaning::NoRight => {
            text::table_no_permission()
        }
        ApiError::NoAnswer(no_answer) if no_answer.kind != NoAnswerKind::TooLarge => {
            text::table_unreachable()
        }
        _ => text::table_failed(),
    };
    failure(explain(error).unwrap_or(what), error, Some(refresh))
}

/// Rows that are still being read, as quiet bars.
pub fn rows_awaited() -> AnyView {
    let bars: Vec<AnyView> = (0..BARS)
        .map(|_| view! { <span></span> }.into_any())
        .collect();
    view! {
        <div class="table-wait">
            <p class="visually-hidden">{t(text::table_loading())}</p>
            {bars}
        </div>
    }
    .into_any()
}
