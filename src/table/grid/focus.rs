//! Where the focus is in a grid: one tab stop, which follows its row over refreshes.

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::JsCast as _;
use web_sys::{FocusEvent, HtmlElement};

use super::State;
use crate::browser::console::note;
use crate::live::follow_from;
use crate::table::keyboard::Cell;
use crate::ui::focus;

impl State {
    /// The tab stop is moved by hand afterwards, which spares an effect for every cell.
    pub(super) fn tab_index(self, cell: Cell) -> &'static str {
        if cell == self.tab_stop() { "0" } else { "-1" }
    }

    /// A cell that gets the focus, by click or key, becomes the tab stop.
    pub(super) fn note_focus(self, event: &FocusEvent) {
        self.has_focus.set_value(true);
        let target = event
            .target()
            .and_then(|it| it.dyn_into::<HtmlElement>().ok());
        let cell = target
            .and_then(|it| it.get_attribute("data-cell"))
            .and_then(|name| Cell::named(&name));
        if let Some(cell) = cell {
            self.set_active(cell);
        }
    }

    /// The focus has gone elsewhere, unless its row has only moved: the browser takes the focus from an
    /// element that leaves the page, and the row is drawn anew at its new place.
    pub(super) fn note_blur(self, event: &FocusEvent) {
        let left = event
            .target()
            .and_then(|it| it.dyn_into::<HtmlElement>().ok());
        request_animation_frame(move || {
            let is_still_there = left.as_ref().is_some_and(|left| left.is_connected());
            if is_still_there
                && self.has_focus.try_get_value().is_some()
                && !self.has_focus_within()
            {
                self.has_focus.set_value(false);
            }
        });
    }

    /// Whether the focus is somewhere in the grid.
    fn has_focus_within(self) -> bool {
        self.grid
            .try_get_untracked()
            .flatten()
            .is_some_and(|grid| grid.matches(":focus-within").unwrap_or(false))
    }

    fn set_active(self, cell: Cell) {
        if self.active.get_untracked() != cell {
            self.active.set(cell);
            self.place_tab_stop();
        }
        self.active_key.set_value(self.key_of(cell));
    }

    /// The cell that the Tab key leads to: the active one, or the last row's when the table has
    /// become shorter.
    fn tab_stop(self) -> Cell {
        let active = self.active.get_untracked();
        let rows = self.rows.view.with_untracked(|view| view.len());
        Cell {
            row: active.row.min(rows),
            ..active
        }
    }

    /// Makes exactly one cell the tab stop.
    fn place_tab_stop(self) {
        let Some(Some(grid)) = self.grid.try_get_untracked() else {
            return;
        };
        let stop = self.tab_stop();
        let others = grid.query_selector_all("[data-cell][tabindex='0']");
        if let Ok(others) = others {
            for index in 0..others.length() {
                set_tab_index(others.get(index).and_then(|it| it.dyn_into().ok()), "-1");
            }
        }
        set_tab_index(self.element(stop), "0");
    }

    pub(super) fn key_of(self, cell: Cell) -> Option<String> {
        let position = cell.row.checked_sub(1)?;
        let place = self
            .rows
            .view
            .with_untracked(|view| view.get(position).copied())?;
        self.rows
            .index
            .with_untracked(|index| index.key(place).map(str::to_owned))
    }

    /// When rows come and go under the focus, it follows its row; when the row has gone it stays in
    /// the same column of the next one.
    pub(super) fn keep_focus_over_refreshes(self) {
        follow_from(move |before| {
            let version = self.rows.version.get();
            request_animation_frame(move || {
                self.measure();
                self.place_tab_stop();
            });
            if before.is_none_or(|before| before == version) || !self.has_focus.get_value() {
                return version;
            }
            let active = self.active.get_untracked();
            let key = self.active_key.get_value();
            // Nothing has moved: the focus is where it was.
            if active.row == 0 || (key.is_some() && key == self.key_of(active)) {
                self.focus_unless_there(active);
                return version;
            }
            let found = key.and_then(|key| self.position_of(&key));
            let count = self.rows.view.with_untracked(|view| view.len());
            let row = found.map_or(active.row.min(count), |position| position + 1);
            self.focus(Cell { row, ..active });
            version
        });
    }

    pub(super) fn position_of(self, key: &str) -> Option<usize> {
        let view = self.rows.view.get_untracked();
        self.rows
            .index
            .with_untracked(|index| view.iter().position(|place| index.key(*place) == Some(key)))
    }

    /// A row whose content has changed was drawn anew, and its cell lost the focus.
    fn focus_unless_there(self, cell: Cell) {
        if cell.row == 0 {
            return;
        }
        request_animation_frame(move || {
            if !self.has_focus_within() && self.has_focus.try_get_value() == Some(true) {
                self.focus(cell);
            }
        });
    }

    /// Puts the focus on a cell, once the rows are drawn.
    pub(super) fn focus(self, cell: Cell) {
        self.make_active(cell);
        request_animation_frame(move || {
            if let Some(element) = self.element(cell) {
                focus(&element);
            }
        });
    }

    /// The same before the next key, which may come before the next frame: at once where the cell is
    /// in the page, or else as soon as its row is drawn, which ends what the browser does for a key.
    pub(super) fn focus_now(self, cell: Cell) {
        self.make_active(cell);
        match self.element(cell) {
            Some(element) => focus(&element),
            None => spawn_local(async move {
                tick().await;
                match self.element(cell) {
                    Some(element) => focus(&element),
                    None => self.focus(cell),
                }
            }),
        }
    }

    fn make_active(self, cell: Cell) {
        self.set_active(cell);
        if cell.row > 0 {
            self.scroll_to(cell.row - 1);
        }
    }

    fn scroll_to(self, row: usize) {
        let Some(Some(viewport)) = self.viewport.try_get_untracked() else {
            return;
        };
        let row_height = self.row_height.get_untracked();
        let top = row as f64 * row_height;
        let header = row_height;
        let visible = f64::from(viewport.client_height()) - header;
        let scroll_top = f64::from(viewport.scroll_top());
        if top < scroll_top {
            viewport.set_scroll_top(top as i32);
        } else if top + row_height > scroll_top + visible {
            viewport.set_scroll_top((top + row_height - visible).ceil() as i32);
        }
        self.measure();
    }

    pub(super) fn element(self, cell: Cell) -> Option<HtmlElement> {
        let grid = self.grid.try_get_untracked()??;
        inner(&grid, &format!("[data-cell='{}']", cell.name()))
    }
}

fn set_tab_index(element: Option<HtmlElement>, value: &str) {
    if let Some(element) = element
        && let Err(refusal) = element.set_attribute("tabindex", value)
    {
        note("the tab stop stays where it is", &refusal);
    }
}

pub(super) fn inner(element: &HtmlElement, selector: &str) -> Option<HtmlElement> {
    element
        .query_selector(selector)
        .ok()
        .flatten()?
        .dyn_into()
        .ok()
}
