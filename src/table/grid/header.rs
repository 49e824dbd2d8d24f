//! The header of a grid: what the columns are called, the order, and everything at once.

use leptos::prelude::*;

use super::{State, cell_class};
use crate::i18n::{t, text};
use crate::live::{live, on};
use crate::table::heading::{Heading, Room};
use crate::table::keyboard::Cell;
use crate::table::sort::SortInAddress;

/// Which way a column is sorted, as `aria-sort` has it; reacts.
fn direction(sort: SortInAddress, key: &str) -> &'static str {
    let order = sort.get();
    match (order.column == key, order.descending) {
        (false, _) => "none",
        (true, false) => "ascending",
        (true, true) => "descending",
    }
}

impl State {
    pub(super) fn header_cell(self, column: usize, heading: Heading) -> AnyView {
        let title = t(heading.title);
        let cell = Cell { row: 0, column };
        let sorted = heading.key.zip(self.rows.sort);
        let content = match sorted {
            None => title.into_any(),
            Some((key, sort)) => view! {
                <button
                    type="button"
                    class="sort"
                    tabindex="-1"
                    data-direction=live(move || direction(sort, key))
                    on:click=on(move |_| sort.choose(key))
                >
                    {title}
                </button>
            }
            .into_any(),
        };
        view! {
            <div
                class=cell_class(heading.align, heading.on_card)
                class:leaves-room=heading.room == Room::Left
                role="columnheader"
                aria-sort=live(move || sorted.map(|(key, sort)| direction(sort, key)))
                aria-colindex=(column + 1).to_string()
                tabindex=self.tab_index(cell)
                data-cell=cell.name()
            >
                {content}
            </div>
        }
        .into_any()
    }

    pub(super) fn select_all_cell(self) -> AnyView {
        let cell = Cell { row: 0, column: 0 };
        let selected = self.rows.selected;
        let every = move || selected.contains_all(&self.selectable());
        view! {
            <div
                class="table-cell table-select"
                role="columnheader"
                aria-colindex="1"
                tabindex=self.tab_index(cell)
                data-cell=cell.name()
            >
                <label class="checkbox-area">
                    <input
                        type="checkbox"
                        tabindex="-1"
                        aria-label=t(text::table_select_all())
                        prop:checked=live(every)
                        on:change=on(move |_| {
                            let all = untrack(|| self.selectable());
                            if untrack(every) {
                                selected.remove_all(&all);
                            } else {
                                selected.add_all(&all);
                            }
                            self.say_count();
                        })
                    />
                </label>
            </div>
        }
        .into_any()
    }

    /// The heading of the column of menus.
    pub(super) fn menu_header(self) -> AnyView {
        let cell = Cell {
            row: 0,
            column: self.columns - 1,
        };
        view! {
            <div
                class="table-cell table-menu"
                role="columnheader"
                aria-colindex=self.columns.to_string()
                tabindex=self.tab_index(cell)
                data-cell=cell.name()
            >
                <span class="visually-hidden">{t(text::table_row_menus())}</span>
            </div>
        }
        .into_any()
    }
}
