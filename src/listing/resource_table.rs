//! A table with everything around it: title with count, filter, age, refresh, actions; and the words
//! in place of rows.

use std::time::Duration;

use cloud_api::{ApiError, Meaning, NoAnswerKind};
use leptos::prelude::*;

use crate::i18n::{Message, clock_time, number, t, text, use_i18n};
use crate::live::{Live, derived, live, on, shown};
use crate::query::{Progress, ReadStatus};
use crate::route::{Navigation, use_navigation};
use crate::table::{Column, Grid, GridRows, Selected, Selecting, SortInAddress};
use crate::ui::failure::failure;
use crate::ui::{Action, ButtonKind, action_button, use_announcements};

/// The filter of a table, kept in the address.
#[derive(Clone, Copy)]
pub struct Filter {
    navigation: Navigation,
    parameter: &'static str,
    text: Memo<String>,
    others: &'static [&'static str],
}

/// The filter from the address.
pub fn use_filter() -> Filter {
    use_filter_called("filter", &[])
}

/// The same for a table that is also narrowed by other parameters of the address.
pub fn use_filter_with(others: &'static [&'static str]) -> Filter {
    use_filter_called("filter", others)
}

/// The same for a page with more than one table: `parameter` is its name in the address, and the ID
/// of its field.
pub fn use_filter_called(parameter: &'static str, others: &'static [&'static str]) -> Filter {
    let navigation = use_navigation();
    let value = navigation.parameter(parameter);
    Filter {
        navigation,
        parameter,
        text: derived(move || value.get().unwrap_or_default()),
        others,
    }
}

impl Filter {
    /// What is looked for; reacts.
    #[must_use]
    pub fn get(self) -> String {
        self.text.get()
    }

    /// The same, to hand it on.
    #[must_use]
    pub fn text(self) -> Memo<String> {
        self.text
    }

    /// Shows everything again.
    pub fn clear(self) {
        self.navigation.set_parameter(self.parameter, "");
        for other in self.others {
            self.navigation.set_parameter(other, "");
        }
    }
}

/// A table of resources with what stands above and below it.
#[component]
pub fn ResourceTable(
    /// ID of its heading in the page, unique.
    id: &'static str,
    /// Class that sets the widths of the columns.
    class: &'static str,
    /// Its title.
    title: Message,
    /// The filter and what it looks through.
    filter: (Filter, Message),
    /// The columns; the first is the row's header.
    columns: Vec<Column>,
    /// The rows.
    rows: GridRows,
    /// The order.
    sort: SortInAddress,
    /// Whether rows can be selected.
    #[prop(default = Selecting::Off)]
    selecting: Selecting,
    /// How the read of the rows stands.
    status: ReadStatus,
    /// How far a long list is read.
    #[prop(optional)]
    progress: Option<RwSignal<Progress>>,
    /// Reads again.
    refresh: Callback<()>,
    /// The words when there is nothing yet; react.
    nothing: Live<Message>,
    /// What an error means on this page in particular.
    #[prop(default = |_| None)]
    explain: fn(&ApiError) -> Option<Message>,
    /// The words when reading again has failed; react.
    #[prop(default = live(text::table_stale))]
    stale_words: Live<Message>,
    /// What can be done with the rows.
    #[prop(default = ().into_any())]
    actions: AnyView,
    /// What stands between the tools and the rows.
    #[prop(default = ().into_any())]
    notices: AnyView,
) -> impl IntoView {
    let words = use_i18n();
    let (filter, filter_label) = filter;
    let title_count = move || {
        let is_known = rows.total() > 0 || status.read_at.with(Option::is_some);
        if !is_known {
            return String::new();
        }
        let language = words.language();
        let all = number(rows.total(), language);
        let part = match rows.selected.count() {
            0 if rows.matching() as u64 == rows.total() => return format!(" ({all})"),
            0 => rows.matching() as u64,
            some => some,
        };
        format!(" ({}/{all})", number(part, language))
    };
    let stamp = move || {
        let time = status.read_at.get()?;
        Some(words.say(&text::table_updated(clock_time(time, words.language()))))
    };
    let loading = move || {
        let Progress { read, total } = progress?.get();
        let all = total.filter(|all| *all > read && status.is_reading.get())?;
        Some(words.say(&text::repositories_loaded(all, read)))
    };
    let empty = move || {
        let is_read = status.read_at.with(Option::is_some);
        let empty = match rows.total() {
            0 if !is_read => status.error.get().map_or(Empty::Reading, Empty::Failed),
            0 => Empty::Nothing(nothing()),
            _ if rows.matching() == 0 => Empty::NoMatch,
            _ => return ().into_any(),
        };
        empty_view(empty, filter, explain, refresh)
    };
    let stale = move || {
        let has_rows = rows.total() > 0 || status.read_at.with(Option::is_some);
        let error = status.error.get().filter(|_| has_rows);
        shown(error.map(|error| failure(stale_words(), &error, Some(refresh))))
    };
    view! {
        <div class="toolbar">
            <div class="table-title">
                <h2 id=id tabindex="-1">
                    {t(title)} {live(title_count)}
                </h2>
                <p class="freshness">{live(stamp)} " " {live(loading)}</p>
            </div>
            {filter_field(filter, filter_label, rows)}
            <div class="toolbar-actions">
                <button
                    type="button"
                    class="button"
                    aria-busy=live(move || status.is_reading.get().to_string())
                    on:click=on(move |_| refresh.run(()))
                >
                    {t(text::table_refresh())}
                </button>
                {actions}
            </div>
        </div>
        {notices}
        {live(stale)}
        <Grid titled_by=id class columns rows selecting sort />
        {live(empty)}
    }
}

/// The button of what can be done with the selected rows; `none` is its name without any.
pub fn selected_action(
    kind: ButtonKind,
    selected: Selected,
    none: fn() -> Message,
    some: fn(u64) -> Message,
    run: impl FnMut() + 'static,
) -> AnyView {
    action_button(Action {
        kind,
        label: Box::new(move || match selected.count() {
            0 => none(),
            count => some(count),
        }),
        is_enabled: Box::new(move || selected.count() > 0),
        run: Box::new(run),
    })
}

/// The filter field; how many rows match is said half a second after the last key.
fn filter_field(filter: Filter, label: Message, rows: GridRows) -> AnyView {
    let announcements = use_announcements();
    let say_count = leptos::leptos_dom::helpers::debounce(Duration::from_millis(500), move |()| {
        if let Some(count) = rows.matching_if_shown() {
            announcements.say(text::table_matching(count as u64));
        }
    });
    let say_count = StoredValue::new_local(say_count);
    view! {
        <div class="filter">
            <label for=filter.parameter>{t(label)}</label>
            <input
                id=filter.parameter
                class="input"
                type="search"
                autocomplete="off"
                spellcheck="false"
                prop:value=live(move || filter.get())
                on:input=on(move |event| {
                    let looked_for = event_target_value(&event);
                    filter.navigation.set_parameter(filter.parameter, &looked_for);
                    say_count.update_value(|say| say(()));
                })
            />
        </div>
    }
    .into_any()
}

/// Why a table shows no rows.
#[derive(Clone, Debug, PartialEq)]
enum Empty {
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
fn empty_view(
    empty: Empty,
    filter: Filter,
    explain: fn(&ApiError) -> Option<Message>,
    refresh: Callback<()>,
) -> AnyView {
    let words = match empty {
        Empty::Reading => text::table_loading(),
        Empty::Nothing(words) => words,
        Empty::NoMatch => {
            return view! {
                <div class="empty">
                    <p>{t(text::table_no_match())}</p>
                    <button type="button" class="button" on:click=on(move |_| filter.clear())>
                        {t(text::table_clear_filter())}
                    </button>
                </div>
            }
            .into_any();
        }
        Empty::Failed(error) => {
            let what = match &error {
                error if explain(error).is_some() => {
                    explain(error).unwrap_or_else(text::table_failed)
                }
                ApiError::Refused(refusal) if refusal.meaning == Meaning::NoRight => {
                    text::table_no_permission()
                }
                ApiError::NoAnswer(no_answer) if no_answer.kind != NoAnswerKind::TooLarge => {
                    text::table_unreachable()
                }
                _ => text::table_failed(),
            };
            return failure(what, &error, Some(refresh));
        }
    };
    view! { <p class="empty">{t(words)}</p> }.into_any()
}
