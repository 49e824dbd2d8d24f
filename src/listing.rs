//! A list on a page: what is read, its table, and what stands around it: title with count, filter,
//! age, refresh, actions; and the words in place of rows.

pub mod empty;
pub mod export;
pub mod extent;
pub mod filter;
pub mod pause;
pub mod read;
pub mod selected_action;

use cloud_api::ApiError;
use leptos::prelude::*;

use crate::i18n::{Message, number, t, text, use_i18n};
use crate::live::{Live, live, on, shown};
use crate::query::{Progress, Stride};
use crate::table::{Grid, GridRows, Height};
use crate::ui::failure::failure;
use empty::{Empty, empty_view};
use extent::extent_notice;
use filter::{Filter, filter_field};
use read::ListRead;

/// A list.
pub struct Listing {
    /// ID of its heading in the page, unique.
    pub id: &'static str,
    /// Its title.
    pub title: Message,
    /// The filter.
    pub filter: Filter,
    /// The rows.
    pub rows: GridRows,
    /// Where they come from.
    pub read: ListRead,
    /// The words when there is nothing yet; react.
    pub nothing: Live<Message>,
    /// What else belongs to it.
    pub around: Around,
}

/// What a list may have around its rows; nothing by default.
pub struct Around {
    /// What can be done with the rows.
    pub actions: AnyView,
    /// What stands between the tools and the rows.
    pub notices: AnyView,
    /// What an error means on this page in particular.
    pub explain: fn(&ApiError) -> Option<Message>,
    /// The words when reading again has failed.
    pub stale_words: fn() -> Message,
    /// How high the table may become.
    pub height: Height,
}

impl Default for Around {
    fn default() -> Self {
        Self {
            actions: ().into_any(),
            notices: ().into_any(),
            explain: |_| None,
            stale_words: text::table_stale,
            height: Height::default(),
        }
    }
}

impl Listing {
    /// Shows it.
    pub fn view(self) -> AnyView {
        let Self {
            id,
            title,
            filter,
            rows,
            read,
            nothing,
            around,
        } = self;
        let ListRead {
            status, refresh, ..
        } = read;
        let explain = around.explain;
        let empty = move || {
            let is_read = status.read_at.with(Option::is_some);
            let empty = match rows.total() {
                // The notice says that the service counts more.
                0 if read.doubt().is_some() => return ().into_any(),
                0 if !is_read => status.error.get().map_or(Empty::Reading, Empty::Failed),
                0 => Empty::Nothing(nothing()),
                _ if rows.matching_count() == 0 => Empty::NoMatch,
                _ => return ().into_any(),
            };
            empty_view(empty, filter, explain, refresh)
        };
        let left_out = move || {
            let count = read.left_out.run(());
            shown(
                (count > 0).then(|| view! { <p class="note">{t(text::table_left_out(count))}</p> }),
            )
        };
        let hidden = move || {
            let count = rows.hidden_count();
            let words =
                || view! { <p class="note" role="status">{t(text::table_hidden(count))}</p> };
            shown((count > 0).then(words))
        };
        let stale = move || {
            let has_rows = rows.total() > 0 || status.read_at.with(Option::is_some);
            let error = status.error.get().filter(|_| has_rows);
            shown(error.map(|error| failure((around.stale_words)(), &error, Some(refresh))))
        };
        view! {
            <div class="toolbar">
                {heading(id, title, rows, read)} {filter_field(filter, rows)}
                <div class="toolbar-actions">
                    <button
                        type="button"
                        class="button"
                        aria-busy=live(move || status.is_reading.get().to_string())
                        on:click=on(move |_| refresh.run(()))
                    >
                        {t(text::table_refresh())}
                    </button>
                    {around.actions}
                </div>
            </div>
            {around.notices}
            {live(left_out)}
            {live(hidden)}
            {read.extent.map(extent_notice)}
            {live(stale)}
            <Grid titled_by=id rows height=around.height />
            {live(empty)}
        }
        .into_any()
    }
}

/// The title with how many there are, and how old they are.
fn heading(id: &'static str, title: Message, rows: GridRows, read: ListRead) -> AnyView {
    let words = use_i18n();
    let ListRead {
        status, progress, ..
    } = read;
    let title_count = move || {
        let is_known = rows.total() > 0 || status.read_at.with(Option::is_some);
        if !is_known {
            return String::new();
        }
        let language = words.language();
        let all = match read.is_part() {
            true => words.say(&text::table_at_least(rows.total())),
            false => number(rows.total(), language),
        };
        let part = match rows.selected().count() {
            0 if rows.matching_count() as u64 == rows.total() => return format!(" ({all})"),
            0 => rows.matching_count() as u64,
            some => some,
        };
        format!(" ({}/{all})", number(part, language))
    };
    let stamp = move || {
        let time = status.read_at.get()?;
        Some(words.say(&text::table_updated(time)))
    };
    let loading = move || {
        let Progress {
            read,
            total,
            stride,
        } = progress?.get();
        if stride == Stride::Resting && status.is_reading.get() {
            return Some(words.say(&text::table_waiting()));
        }
        let all = total.filter(|all| *all > read && status.is_reading.get())?;
        Some(words.say(&text::repositories_loaded(all, read)))
    };
    view! {
        <div class="table-title">
            <h2 id=id tabindex="-1">
                {t(title)}
                {live(title_count)}
            </h2>
            <p class="freshness">{live(stamp)} " " {live(loading)}</p>
        </div>
    }
    .into_any()
}
