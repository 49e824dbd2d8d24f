//! What is in front: while a modal dialog is open everything outside of it is out of reach of mouse,
//! keys and readers, so what is told stands in the dialog that is in front.

use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::browser::console::note;

/// The open dialogs, and the part of the page that goes with the one in front.
#[derive(Clone, Copy)]
pub struct Foreground {
    /// What is told, and where it stands while no dialog is open.
    told: StoredValue<Option<(HtmlElement, web_sys::Node)>, LocalStorage>,
    /// The open dialogs, the one in front last.
    dialogs: StoredValue<Vec<HtmlElement>, LocalStorage>,
}

impl Foreground {
    pub(super) fn new() -> Self {
        Self {
            told: StoredValue::new_local(None),
            dialogs: StoredValue::new_local(Vec::new()),
        }
    }

    /// Takes along the part of the page in which things are told.
    pub(super) fn take_along(self, told: HtmlElement) {
        let home = told.parent_node();
        self.told.set_value(home.map(|home| (told, home)));
        self.place();
    }

    /// A dialog has opened in front of everything.
    pub(super) fn enter(self, dialog: HtmlElement) {
        self.dialogs.update_value(|dialogs| dialogs.push(dialog));
        self.place();
    }

    /// A dialog closes and is about to leave the page.
    pub(super) fn leave(self, dialog: &HtmlElement) {
        self.dialogs
            .update_value(|dialogs| dialogs.retain(|other| other != dialog));
        self.place();
    }

    fn place(self) {
        let Some((told, home)) = self.told.get_value() else {
            return;
        };
        let dialog = self.dialogs.with_value(|dialogs| dialogs.last().cloned());
        let front = dialog.map_or(home, web_sys::Node::from);
        if told.parent_node().as_ref() == Some(&front) {
            return;
        }
        if let Err(refusal) = front.append_child(&told) {
            note("what is told stays behind the dialog", &refusal);
        }
    }
}
