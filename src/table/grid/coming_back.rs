//! A table that the person comes back to by Back is where it was left.

use leptos::prelude::*;

use super::State;
use crate::live::follow;
use crate::route::{TablePosition, use_navigation};
use crate::table::keyboard::Cell;

impl State {
    /// Notes where the table is left, and goes there when it was left before.
    pub(super) fn keep_position(self, table: &'static str) {
        let navigation = use_navigation();
        let name = navigation.table_name(table);
        let goal = StoredValue::new(navigation.table_left_at(&name));
        on_cleanup(move || {
            if let Some(scroll_top) = self.scroll_top.try_get_untracked() {
                let key = self.active_key.try_get_value().flatten();
                navigation.leave_table(name, TablePosition { scroll_top, key });
            }
        });
        follow(move || {
            let rows = self.rows.view.with(|view| view.len());
            let Some(TablePosition { scroll_top, key }) = goal.get_value() else {
                return;
            };
            let row = key.and_then(|key| self.position_of(&key));
            let is_high_enough = rows as f64 * self.row_height.get_untracked() > scroll_top;
            if rows == 0 || !(row.is_some() || is_high_enough) {
                return;
            }
            goal.set_value(None);
            request_animation_frame(move || self.go_back_to(scroll_top, row));
        });
    }

    fn go_back_to(self, scroll_top: f64, row: Option<usize>) {
        let Some(Some(viewport)) = self.viewport.try_get_untracked() else {
            return;
        };
        viewport.set_scroll_top(scroll_top as i32);
        if viewport.scroll_height() <= viewport.client_height() {
            // The page scrolls instead.
            let top = viewport.get_bounding_client_rect().top();
            window().scroll_by_with_x_and_y(0.0, top + scroll_top);
        }
        self.measure();
        // Whoever has gone elsewhere meanwhile stays there.
        let is_elsewhere = document()
            .active_element()
            .is_some_and(|it| it.tag_name() != "BODY" && it.id() != "page-title");
        if let Some(row) = row
            && !is_elsewhere
        {
            let column = self
                .active
                .get_untracked()
                .column
                .max(1)
                .min(self.columns - 1);
            self.focus(Cell {
                row: row + 1,
                column,
            });
        }
    }
}
