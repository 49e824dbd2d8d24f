//! What keys do in a grid.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, KeyboardEvent};

use super::focus::inner;
use super::{Selecting, State};
use crate::i18n::text;
use crate::table::keyboard::{Cell, Extent, destination};
use crate::ui::{Held, focus};

impl State {
    pub(super) fn on_key(self, event: &KeyboardEvent) {
        if event.is_composing() || self.open_by_key(event) || self.is_inside_cell(event) {
            return;
        }
        let key = event.key();
        let held = Held::with(event);
        let active = self.active.get_untracked();
        let is_command = matches!(held, Held::Control | Held::Command) && !event.shift_key();
        if is_command && key.eq_ignore_ascii_case("a") {
            if self.selecting == Selecting::On {
                event.prevent_default();
                self.rows.selected.add_all(&untrack(|| self.selectable()));
                self.say_count();
            }
            return;
        }
        match key.as_str() {
            " " if held == Held::Nothing => {
                event.prevent_default();
                self.act_on(active, "input, button");
            }
            "Enter" if held == Held::Nothing => {
                event.prevent_default();
                self.enter(active);
            }
            key => {
                let row_height = self.row_height.get_untracked().max(1.0);
                let page = (self.height.get_untracked() / row_height) as usize;
                let extent = Extent {
                    rows: self.rows.view.with_untracked(|view| view.len()) + 1,
                    columns: self.columns,
                    page: page.max(1),
                };
                let Some(to) = destination(active, key, held, extent) else {
                    return;
                };
                event.prevent_default();
                if event.shift_key() && to.row != active.row {
                    self.extend_to(active, to);
                }
                self.focus_now(self.past_unseen(active, to));
            }
        }
    }

    /// Sideways the focus passes the cells of columns that leave their room to others.
    fn past_unseen(self, from: Cell, mut to: Cell) -> Cell {
        let is_unseen = |cell| {
            let element = self.element(cell);
            element.is_some_and(|element| element.offset_parent().is_none())
        };
        while to.row == from.row && to.column != from.column && is_unseen(to) {
            let next = match to.column > from.column {
                true => Some(to.column + 1).filter(|column| *column < self.columns),
                false => to.column.checked_sub(1),
            };
            match next {
                Some(column) => to.column = column,
                None => return from,
            }
        }
        to
    }

    /// Inside of a cell the keys belong to what is in it, except Escape, which comes back.
    fn is_inside_cell(self, event: &KeyboardEvent) -> bool {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let Some(target) = target else { return false };
        // A row that is fixed has no cells to move between.
        if target.closest(".fixed").is_ok_and(|row| row.is_some()) {
            return true;
        }
        let inside = !target.has_attribute("data-cell")
            && target
                .closest("[data-cell]")
                .is_ok_and(|cell| cell.is_some());
        if inside && event.key() == "Escape" {
            self.focus(self.active.get_untracked());
        }
        inside
    }

    /// A row's selection by Space; in the header the button of the column.
    fn act_on(self, active: Cell, selector: &str) {
        let cell = if active.row == 0 {
            active
        } else {
            Cell {
                column: 0,
                ..active
            }
        };
        if active.row > 0 && self.selecting == Selecting::Off {
            return;
        }
        let control = self.element(cell).and_then(|cell| inner(&cell, selector));
        self.say_refusal(active);
        if let Some(control) = control {
            control.click();
        }
    }

    /// Says why a row cannot be selected, if so.
    fn say_refusal(self, active: Cell) {
        let position = active.row.checked_sub(1);
        let place = position.and_then(|position| {
            self.rows
                .view
                .with_untracked(|view| view.get(position).copied())
        });
        let Some(place) = place else { return };
        let (name, refusal) = self
            .rows
            .source
            .with_value(|source| (source.name(place), source.refusal(place)));
        if let Some(refusal) = refusal {
            self.announcements
                .say(text::table_row_not_selectable(name, refusal));
        }
    }

    /// Says how many rows are selected by then.
    pub(super) fn say_count(self) {
        let count = untrack(|| self.rows.selected.count());
        self.announcements.say(text::table_selected_number(count));
    }

    /// Opens a cell's link, or puts the focus on the first control in it.
    fn enter(self, active: Cell) {
        let Some(cell) = self.element(active) else {
            return;
        };
        if let Some(link) = inner(&cell, "a[href], .sort, [data-menu]") {
            link.click();
        } else if let Some(control) = inner(&cell, "button, input, select") {
            focus(&control);
        }
    }

    fn extend_to(self, from: Cell, to: Cell) {
        if self.selecting == Selecting::Off || from.row == 0 || to.row == 0 {
            return;
        }
        let selectable = untrack(|| self.selectable());
        let at = |row: usize| {
            self.rows
                .view
                .with_untracked(|view| view.get(row - 1).copied())
        };
        if let (Some(from), Some(to)) = (at(from.row), at(to.row)) {
            self.rows.selected.extend(&selectable, from, to);
            self.say_count();
        }
    }
}
