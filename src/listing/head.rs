//! What stands over a list: how many rows there are, how old they are, and what can be done with the
//! whole.

use leptos::prelude::*;
use words::in_brackets;

use super::read::{Came, ListRead};
use crate::i18n::{Message, number, t, text, timed, use_i18n};
use crate::live::{live, on, shown};
use crate::query::{Progress, Stride};
use crate::table::GridRows;
use crate::ui::{HeadRoom, Icon, IconName, icon_menu, in_page_head};

/// How a list stands on its page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// The page is about it: what belongs to it stands in the head of the page.
    #[default]
    Page,
    /// The tab that is open is about it: how many there are stands in the tab.
    Tab,
    /// The page is about what it belongs to: how many there are stands over the rows.
    Part,
    /// One of several: it has a head of its own.
    Section,
}

/// The head of a list.
pub(super) struct Head {
    pub(super) id: &'static str,
    pub(super) title: Message,
    pub(super) rows: GridRows,
    pub(super) read: ListRead,
    pub(super) standing: Standing,
    pub(super) actions: AnyView,
    pub(super) copies: Option<AnyView>,
    pub(super) export: Option<AnyView>,
}

impl Head {
    pub(super) fn view(self) -> AnyView {
        let Self {
            id,
            title,
            rows,
            read,
            standing,
            actions,
            copies,
            export,
        } = self;
        let all = count_of_all(rows, read);
        let in_brackets = part_of_all(rows, all.clone());
        let copies = copies.map(|copies| {
            icon_menu(
                format!("{id}-copies"),
                IconName::Code,
                text::copy_as(),
                copies,
            )
        });
        let has_nothing = move || matches!(read.came(rows), Came::Never(_));
        let tools = view! {
            {freshness(read)}
            <div class="list-actions" hidden=live(has_nothing)>
                {shown(export)}
                {shown(copies)}
                {actions}
            </div>
        };
        let room = match standing {
            Standing::Page => Some(HeadRoom::Beside),
            Standing::Tab => Some(HeadRoom::Tab),
            Standing::Part | Standing::Section => None,
        };
        match standing {
            Standing::Page | Standing::Tab | Standing::Part => view! {
                // The page has this title already; readers of the table hear what is in it.
                <h2 id=id class="visually-hidden" tabindex="-1">
                    {t(title)}
                    {live(in_brackets)}
                </h2>
                {room
                    .map(|room| {
                        let count = view! {
                            <span class="page-count" aria-hidden="true">
                                {live(all)}
                            </span>
                        };
                        in_page_head(room, count.into_any())
                    })}
                {in_page_head(HeadRoom::Tools, tools.into_any())}
            }
            .into_any(),
            Standing::Section => view! {
                <div class="section-head">
                    <h2 id=id tabindex="-1">
                        {t(title)}
                        {live(in_brackets)}
                    </h2>
                    <div class="page-tools">{tools}</div>
                </div>
            }
            .into_any(),
        }
    }
}

/// How many there are, empty while that is not known; reacts.
fn count_of_all(rows: GridRows, read: ListRead) -> impl Fn() -> String + Clone + Send + 'static {
    let words = use_i18n();
    move || match (read.number(rows), read.is_part()) {
        (None, _) => String::new(),
        (Some(all), true) => words.say(&text::table_at_least(all)),
        (Some(all), false) => number(all, words.language()),
    }
}

/// So many of so many: the selected ones, or else those that the filter shows; reacts.
fn part_of_all(
    rows: GridRows,
    all: impl Fn() -> String + Send + 'static,
) -> impl Fn() -> String + Send + 'static {
    let words = use_i18n();
    move || {
        let all = all();
        let part = match (rows.selected().count(), rows.matching_count() as u64) {
            _ if all.is_empty() => return all,
            (0, shown) if shown == rows.total() => return in_brackets(&all, words.language()),
            (0, shown) => shown,
            (selected, _) => selected,
        };
        in_brackets(
            &format!("{}/{all}", number(part, words.language())),
            words.language(),
        )
    }
}

/// When the rows were read, how far a long list is, and the button that reads again.
pub fn freshness(read: ListRead) -> AnyView {
    let words = use_i18n();
    let ListRead {
        status,
        progress,
        refresh,
        ..
    } = read;
    let stamp = move || {
        let time = status.read_at.get();
        shown(time.map(|time| timed(time, move |_| words.say(&text::table_updated(time)))))
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
        <p class="freshness">{live(stamp)} " " {live(loading)}</p>
        <button
            type="button"
            class="button quiet icon-only refresh"
            aria-label=t(text::table_refresh())
            aria-busy=live(move || status.is_reading.get().to_string())
            on:click=on(move |_| refresh.run(()))
        >
            <Icon name=IconName::Refresh />
        </button>
    }
    .into_any()
}
