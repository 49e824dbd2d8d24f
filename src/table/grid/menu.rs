//! The menu of a row, and the choice in a cell of it: one popover for the whole grid, which is filled
//! when it is opened.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent};

use super::State;
use super::focus::inner;
use super::placing::place_at;
use crate::browser::console::note;
use crate::i18n::{Message, text, use_i18n};
use crate::live::{live, on, shown};
use crate::table::keyboard::Cell;
use crate::table::menu::{Of, Opened};
use crate::ui::{Held, focus};

impl State {
    /// Notes which menu is open before the browser closes it for a press.
    pub(super) fn note_press(self) {
        let opened = self.menu.opened.get_untracked();
        let pressed = opened
            .filter(|_| self.menu.is_open())
            .map(|opened| opened.cell);
        self.menu.pressed.set_value(pressed);
    }

    /// A click on what opens a menu, or on the same a second time, which closes it.
    pub(super) fn on_click(self, event: &MouseEvent) {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let Some(button) = target.and_then(|target| target.closest("[data-menu]").ok().flatten())
        else {
            return;
        };
        let cell = button.closest("[data-cell]").ok().flatten();
        let cell = cell.and_then(|cell| Cell::named(&cell.get_attribute("data-cell")?));
        let of = match button.get_attribute("data-menu").as_deref() {
            Some("row") => Some(Of::Row),
            column => column.and_then(|it| it.parse().ok()).map(Of::Choice),
        };
        let pressed = self.menu.pressed.get_value();
        self.menu.pressed.set_value(None);
        if let (Some(cell), Some(of), Ok(button)) = (cell, of, button.dyn_into::<HtmlElement>())
            && pressed != Some(cell)
        {
            focus(&button);
            self.open_menu(cell, of, button);
        }
    }

    /// The menu of the row in which the focus is, by Shift and F10 or the key for it.
    pub(super) fn open_by_key(self, event: &KeyboardEvent) -> bool {
        let is_menu_key = match event.key().as_str() {
            "ContextMenu" => true,
            "F10" => event.shift_key(),
            _ => false,
        };
        let cell = self.active.get_untracked();
        if !is_menu_key || Held::with(event) != Held::Nothing || !self.has_menu || cell.row == 0 {
            return false;
        }
        let last = Cell {
            column: self.columns - 1,
            ..cell
        };
        let button = self.element(last).and_then(|it| inner(&it, "button"));
        let Some(button) = button else { return false };
        event.prevent_default();
        self.open_menu(last, Of::Row, button);
        true
    }

    fn open_menu(self, cell: Cell, of: Of, from: HtmlElement) {
        let Some(key) = self.key_of(cell) else { return };
        self.menu.opened.set(Some(Opened { cell, key, of }));
        leptos::task::spawn_local(async move {
            leptos::task::tick().await;
            let Some(Some(popover)) = self.menu.popover.try_get_untracked() else {
                return;
            };
            if !self.menu.is_open()
                && let Err(refusal) = popover.show_popover()
            {
                return note("the menu did not open", &refusal);
            }
            place_at(&popover, &from, of);
            expand(&from, "true");
            let first = inner(&popover, "[aria-checked='true']")
                .or_else(|| inner(&popover, "[role^='menuitem']"));
            if let Some(first) = first {
                focus(&first);
            }
        });
    }

    /// The popover and what is in it.
    pub(super) fn menu_view(self) -> AnyView {
        let menu = self.menu;
        let words = use_i18n();
        let content = move || {
            let opened = menu.opened.get();
            shown(opened.map(|opened| untrack(|| self.menu_content(&opened))))
        };
        let label = move || {
            let opened = menu.opened.get()?;
            Some(words.say(&untrack(|| self.menu_name(&opened))?))
        };
        view! {
            <div
                node_ref=menu.popover
                class="menu-content menu-entries"
                popover="auto"
                role="menu"
                aria-label=live(label)
                on:keydown=on(move |event| self.on_menu_key(&event))
                on:toggle=on(move |_| self.after_toggle())
                on:contextmenu=on(|event: MouseEvent| event.prevent_default())
            >
                {live(content)}
            </div>
            {menu.by_hand.field()}
        }
        .into_any()
    }

    /// Once it is closed, the focus is on the row, also where the row was drawn anew meanwhile.
    fn after_toggle(self) {
        let menu = self.menu;
        if menu.is_open() {
            return;
        }
        let Some(Some(opened)) = menu.opened.try_get_untracked() else {
            return;
        };
        menu.opened.set(None);
        if let Some(Some(grid)) = self.grid.try_get_untracked()
            && let Some(button) = inner(&grid, "[data-menu][aria-expanded='true']")
        {
            expand(&button, "false");
        }
        let is_lost = document()
            .active_element()
            .is_none_or(|active| active.tag_name() == "BODY");
        if is_lost && let Some(position) = self.position_of(&opened.key) {
            self.focus(Cell {
                row: position + 1,
                ..opened.cell
            });
        }
    }

    fn menu_name(self, opened: &Opened) -> Option<Message> {
        let place = self.rows.place_of(&opened.key)?;
        self.rows.source.with_value(|source| match opened.of {
            Of::Row => Some(text::table_row_menu(source.name(place))),
            Of::Choice(column) => Some(source.offer(place, column)?.label),
        })
    }

    fn on_menu_key(self, event: &KeyboardEvent) {
        let Some(Some(popover)) = self.menu.popover.try_get_untracked() else {
            return;
        };
        let entries = popover.query_selector_all("[role^='menuitem']");
        let Ok(entries) = entries else { return };
        let count = entries.length();
        let active = document().active_element();
        let at = (0..count).find(|at| {
            let entry = entries
                .get(*at)
                .and_then(|it| it.dyn_into::<Element>().ok());
            entry == active
        });
        let to = match (event.key().as_str(), at) {
            _ if count == 0 => return,
            ("ArrowDown", Some(at)) => (at + 1) % count,
            ("ArrowUp", Some(at)) => (at + count - 1) % count,
            ("ArrowDown" | "Home", _) => 0,
            ("ArrowUp" | "End", _) => count - 1,
            ("Tab", _) => {
                event.prevent_default();
                return self.menu.close();
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(entry) = entries.get(to).and_then(|it| it.dyn_into().ok()) {
            focus(&entry);
        }
    }
}

fn expand(button: &HtmlElement, is_expanded: &str) {
    if let Err(refusal) = button.set_attribute("aria-expanded", is_expanded) {
        note("aria-expanded", &refusal);
    }
}
