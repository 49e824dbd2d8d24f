//! A row of a grid with its cells.

use leptos::prelude::*;

use super::openers::{choice_button, row_button};
use super::{Row, Seen, Selecting, State, cell_class};
use crate::i18n::{t, text, use_i18n};
use crate::live::{live, on, shown};
use crate::table::heading::Room;
use crate::table::keyboard::Cell;
use crate::ui::offers_writes;

impl State {
    /// The row with its cells.
    pub(super) fn row_view(self, row: Row, seen: StoredValue<Vec<Seen>>) -> AnyView {
        let offset = usize::from(self.selecting == Selecting::On);
        let cells: Vec<AnyView> = seen
            .get_value()
            .into_iter()
            .enumerate()
            .map(|(number, seen)| {
                let Seen {
                    column,
                    align,
                    on_card,
                    room,
                } = seen;
                let cell = Cell {
                    row: row.position + 1,
                    column: number + offset,
                };
                let (control, content) = self.rows.source.with_value(|source| {
                    let offer = source.offer(row.place, column);
                    let offered = offer.zip(source.face(row.place, column));
                    let control = offered.map(|(offer, face)| match offers_writes() {
                        true => choice_button(column, offer, face),
                        false => face,
                    });
                    (control, source.cell(row.place, column))
                });
                let role = if number == 0 { "rowheader" } else { "gridcell" };
                view! {
                    <div
                        class=cell_class(align, on_card)
                        class:leaves-room=room == Room::Left
                        role=role
                        aria-colindex=(cell.column + 1).to_string()
                        tabindex=self.tab_index(cell)
                        data-cell=cell.name()
                    >
                        {shown(control)}
                        {content}
                    </div>
                }
                .into_any()
            })
            .collect();
        let is_selected = move || self.rows.selected.contains(row.place);
        let is_selecting = self.selecting == Selecting::On;
        view! {
            <div
                class="table-row"
                class:selected=live(is_selected)
                role="row"
                aria-rowindex=(row.position + 2).to_string()
                aria-selected=live(move || is_selecting.then(|| is_selected().to_string()))
                style:top=format!("calc({} * var(--row-height))", row.position)
            >
                {is_selecting.then(|| self.select_cell(row))}
                {cells}
                {self.has_menu.then(|| self.menu_cell(row))}
            </div>
        }
        .into_any()
    }

    fn select_cell(self, row: Row) -> AnyView {
        let words = use_i18n();
        let selected = self.rows.selected;
        let (name, refusal) = self
            .rows
            .source
            .with_value(|source| (source.name(row.place), source.refusal(row.place)));
        let is_selectable = refusal.is_none();
        let reason = refusal.map(|refusal| {
            view! { <span class="visually-hidden">{t(refusal)}</span> }
        });
        let cell = Cell {
            row: row.position + 1,
            column: 0,
        };
        view! {
            <div
                class="table-cell table-select"
                role="gridcell"
                aria-colindex="1"
                tabindex=self.tab_index(cell)
                data-cell=cell.name()
            >
                <label class="checkbox-area">
                    <input
                        type="checkbox"
                        tabindex="-1"
                        aria-label=live(move || words.say(&text::table_select_row(name.clone())))
                        disabled=!is_selectable
                        prop:checked=live(move || selected.contains(row.place))
                        on:change=on(move |_| {
                            selected.toggle(row.place);
                            self.say_selected(row.place);
                        })
                    />
                </label>
                {shown(reason)}
            </div>
        }
        .into_any()
    }

    fn menu_cell(self, row: Row) -> AnyView {
        let cell = Cell {
            row: row.position + 1,
            column: self.columns - 1,
        };
        let name = self.rows.source.with_value(|source| source.name(row.place));
        view! {
            <div
                class="table-cell table-menu"
                role="gridcell"
                aria-colindex=self.columns.to_string()
                tabindex=self.tab_index(cell)
                data-cell=cell.name()
            >
                {row_button(&name)}
            </div>
        }
        .into_any()
    }

    /// Says whether a row is selected by then, and how many are.
    fn say_selected(self, place: u32) {
        let name = self.rows.source.with_value(|source| source.name(place));
        let (is_selected, count, all) = untrack(|| {
            let selected = self.rows.selected;
            (
                selected.contains(place),
                selected.count(),
                self.rows.total(),
            )
        });
        self.announcements.say(match is_selected {
            true => text::table_row_selected(all, count, name),
            false => text::table_row_deselected(all, count, name),
        });
    }
}
