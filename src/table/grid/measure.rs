//! How much of the table is visible, and how high its rows are.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

use super::State;
use crate::browser::console::note;
use crate::live::follow;

impl State {
    /// Measures whenever the table is laid out anew: a first row, another window or text size.
    pub(super) fn measure_when_needed(self) {
        let on_resize = Closure::<dyn FnMut()>::new(move || self.measure());
        let observer = match ResizeObserver::new(on_resize.as_ref().unchecked_ref()) {
            Ok(observer) => observer,
            Err(refusal) => return note("ResizeObserver", &refusal),
        };
        let observer = StoredValue::new_local((observer, on_resize));
        follow(move || {
            let Some(viewport) = self.viewport.get() else {
                return;
            };
            observer.with_value(|(observer, _)| {
                observer.disconnect();
                observer.observe(&viewport);
                // Its height is that of all rows.
                let body = viewport.query_selector(".table-body").ok().flatten();
                if let Some(body) = body {
                    observer.observe(&body);
                }
            });
        });
        let on_scroll = window_event_listener(leptos::ev::scroll, move |_| self.note_scroll());
        on_cleanup(move || {
            on_scroll.remove();
            observer.with_value(|(observer, _)| observer.disconnect());
        });
    }

    /// Follows the scrolling of the table, and that of the page where the table does not scroll; asks for
    /// nothing that the browser would have to lay out anew.
    pub(super) fn note_scroll(self) {
        let Some(Some(viewport)) = self.viewport.try_get_untracked() else {
            return;
        };
        let above = -viewport.get_bounding_client_rect().top();
        let scroll_top = f64::from(viewport.scroll_top()) + above.max(0.0);
        if (scroll_top - self.scroll_top.get_untracked()).abs() > 0.5 {
            self.scroll_top.set(scroll_top);
            self.menu.close();
        }
    }

    pub(super) fn measure(self) {
        self.note_scroll();
        let Some(Some(viewport)) = self.viewport.try_get_untracked() else {
            return;
        };
        // Of a table that is higher than the window no more is seen than the window shows.
        let window = window().inner_height().ok().and_then(|it| it.as_f64());
        let height = f64::from(viewport.client_height());
        let height = window.map_or(height, |window| window.min(height));
        if (height - self.height.get_untracked()).abs() > 0.5 {
            self.height.set(height);
        }
        let row = viewport.query_selector(".table-row").ok().flatten();
        if let Some(row) = row {
            let measured = row.get_bounding_client_rect().height();
            if measured > 1.0 && (measured - self.row_height.get_untracked()).abs() > 0.01 {
                self.row_height.set(measured);
            }
        }
    }
}
