//! What stands above a table: title with count, filter, age, refresh; and the words for an empty
//! one.

use std::time::Duration;

use cloud_api::{ApiError, Meaning, NoAnswerKind, Timestamp};
use leptos::prelude::*;

use super::failure::Failure;
use crate::i18n::{Message, clock_time, t, text, use_i18n};
use crate::navigation::{Navigation, use_navigation};
use crate::ui::use_announcements;

/// The filter of a table, kept in the address.
#[derive(Clone, Copy)]
pub struct Filter {
    navigation: Navigation,
    text: Memo<String>,
}

/// The filter from the address.
pub fn use_filter() -> Filter {
    let navigation = use_navigation();
    let parameter = navigation.parameter("filter");
    Filter {
        navigation,
        text: Memo::new(move |_| parameter.get().unwrap_or_default()),
    }
}

impl Filter {
    /// What is looked for; reacts.
    #[must_use]
    pub fn get(self) -> String {
        self.text.get()
    }

    /// Whether nothing is looked for; reacts.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.text.with(String::is_empty)
    }

    /// Shows everything again.
    pub fn clear(self) {
        self.navigation.set_parameter("filter", "");
    }
}

impl From<Filter> for Signal<String> {
    fn from(filter: Filter) -> Self {
        filter.text.into()
    }
}

/// The filter field; how many rows match is said half a second after the last key.
#[component]
pub fn FilterField(
    /// ID in the page, unique.
    id: &'static str,
    /// What it looks through.
    label: Message,
    /// The filter.
    filter: Filter,
    /// How many rows match; reacts.
    matching: Signal<usize>,
) -> impl IntoView {
    let announcements = use_announcements();
    let say_count = leptos::leptos_dom::helpers::debounce(Duration::from_millis(500), move |()| {
        if let Some(count) = matching.try_get_untracked() {
            announcements.say(text::table_matching(count as u64));
        }
    });
    let say_count = StoredValue::new_local(say_count);
    view! {
        <div class="filter">
            <label for=id>{t(label)}</label>
            <input
                id=id
                class="input"
                type="search"
                autocomplete="off"
                spellcheck="false"
                prop:value=move || filter.get()
                on:input=move |event| {
                    filter.navigation.set_parameter("filter", &event_target_value(&event));
                    say_count.update_value(|say| say(()));
                }
            />
        </div>
    }
}

/// "Last updated 12:04:31" and the button that reads again.
#[component]
pub fn Freshness(
    /// When it was read.
    read_at: Signal<Option<Timestamp>>,
    /// Whether it is being read.
    is_reading: Signal<bool>,
    /// Reads again.
    refresh: Callback<()>,
) -> impl IntoView {
    let words = use_i18n();
    let stamp = move || {
        let language = words.language();
        let time = read_at.get()?;
        Some(words.say(&text::table_updated(clock_time(time, language))))
    };
    view! {
        <span class="freshness">{stamp}</span>
        <button
            type="button"
            class="button"
            aria-busy=move || is_reading.get().to_string()
            on:click=move |_| refresh.run(())
        >
            {t(text::table_refresh())}
        </button>
    }
}

/// Why a table shows no rows.
#[derive(Clone, Debug, PartialEq)]
pub enum Empty {
    /// Still being read.
    Reading,
    /// There is nothing yet.
    Nothing(Message),
    /// Nothing matches the filter.
    NoMatch,
    /// It could not be read.
    Failed(ApiError),
}

/// The words in place of rows: reading, nothing yet, nothing matches, no permission, unreachable.
#[component]
pub fn EmptyTable(
    /// Why.
    empty: Empty,
    /// The filter to clear.
    filter: Filter,
    /// Reads again.
    refresh: Callback<()>,
) -> impl IntoView {
    match empty {
        Empty::Reading => view! { <p class="empty">{t(text::table_loading())}</p> }.into_any(),
        Empty::Nothing(words) => view! { <p class="empty">{t(words)}</p> }.into_any(),
        Empty::NoMatch => view! {
            <div class="empty">
                <p>{t(text::table_no_match())}</p>
                <button type="button" class="button" on:click=move |_| filter.clear()>
                    {t(text::table_clear_filter())}
                </button>
            </div>
        }
        .into_any(),
        Empty::Failed(error) => {
            let what = match &error {
                ApiError::Refused(refusal) if refusal.meaning == Meaning::NoRight => {
                    text::table_no_permission()
                }
                ApiError::NoAnswer(no_answer) if no_answer.kind != NoAnswerKind::TooLarge => {
                    text::table_unreachable()
                }
                _ => text::table_failed(),
            };
            view! { <Failure what error retry=refresh /> }.into_any()
        }
    }
}

/// Above rows that could not be read again: they stay, and it says so.
#[component]
pub fn StaleRows(
    /// Why reading again failed.
    error: Signal<Option<ApiError>>,
    /// Whether rows from before are on screen.
    has_rows: Signal<bool>,
    /// Reads again.
    refresh: Callback<()>,
) -> impl IntoView {
    move || {
        let error = error.get().filter(|_| has_rows.get())?;
        Some(view! { <Failure what=text::table_stale() error retry=refresh /> })
    }
}
