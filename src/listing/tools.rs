//! The line over the rows: what narrows the list, and how many are shown; while rows are selected,
//! how many, and what can be done with them. It is as high in both cases, so that nothing moves.

use leptos::prelude::*;

use super::filter::{Filter, filter_field};
use super::read::ListRead;
use super::selected_action::for_selected;
use crate::i18n::{I18n, Message, t, text, use_i18n};
use crate::live::{derived, live, on};
use crate::table::{GridRows, RowAction};
use crate::ui::focus_by_id;

/// The line.
pub(super) fn tools(
    filter: Filter,
    rows: GridRows,
    read: ListRead,
    count: fn(u64) -> Message,
    filters: AnyView,
    selected_actions: Vec<RowAction>,
) -> AnyView {
    let words = use_i18n();
    let selected = rows.selected();
    let is_choosing = derived(move || selected.count() > 0);
    let class = move || match is_choosing.get() {
        true => "toolbar choosing",
        false => "toolbar",
    };
    let actions: Vec<AnyView> = selected_actions
        .into_iter()
        .map(|action| for_selected(selected, action))
        .collect();
    let is_narrowed = move || rows.matching_count() as u64 != rows.total();
    let counts = move || shown_count(words, rows, read, count);
    let chosen = move || words.say(&text::table_selected(count(selected.count())));
    let hidden = move || {
        let hidden = rows.hidden_count();
        (hidden > 0).then(|| words.say(&text::table_selected_hidden(hidden)))
    };
    view! {
        <div class=live(class)>
            {filter_field(filter, rows, count)} <div class="toolbar-filters">{filters}</div>
            <p class="shown-count" class:narrowed=live(is_narrowed)>
                {live(counts)}
            </p>
            <div class="selection-bar" hidden=live(move || !is_choosing.get())>
                // What is selected is said with the row; what a filter hides is said here.
                <p class="selection-count">
                    <strong>{live(chosen)}</strong>
                    <span class="freshness" role="status">
                        {live(hidden)}
                    </span>
                </p>
                {actions}
                <button
                    type="button"
                    class="button quiet"
                    on:click=on(move |_| {
                        selected.clear();
                        // What was pressed leaves the page; the focus does not leave with it.
                        focus_by_id(filter.field_id());
                    })
                >
                    {t(text::table_clear_selection())}
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// So many are there, and so many of them shown.
fn shown_count(
    words: I18n,
    rows: GridRows,
    read: ListRead,
    count: fn(u64) -> Message,
) -> Option<String> {
    let (all, shown) = (rows.total(), rows.matching_count() as u64);
    if all == 0 {
        return None;
    }
    let counted = match read.is_part() {
        true => text::table_at_least_of(count(all)),
        false => text::table_all(count(all)),
    };
    Some(words.say(&match shown == all {
        true => counted,
        false => text::table_shown(counted, shown),
    }))
}
