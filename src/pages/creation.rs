//! Creating something from a dialog: it stays open until the service has taken the name, so that a
//! refusal stands at the field that it is about.

use changes::{ItemState, Reason};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::change_card::state_pill;
use super::failure::remedy;
use crate::form::Field;
use crate::i18n::use_i18n;
use crate::live::{follow, live, shown};
use crate::ui::focus;
use crate::work::{Entry, Planned, Work, use_work};

/// A creation that a dialog waits for.
#[derive(Clone, Copy)]
pub struct Creation {
    work: Work,
    /// The name's field.
    field: Field,
    field_id: &'static str,
    /// Whether an answer is waited for.
    is_running: RwSignal<bool>,
    entry: StoredValue<Option<Entry>>,
}

impl Creation {
    /// Nothing sent yet. `field` is where a refusal is shown, `on_close` runs when it is done.
    pub fn new(field: Field, field_id: &'static str, on_close: Callback<()>) -> Self {
        let creation = Self {
            work: use_work(),
            field,
            field_id,
            is_running: RwSignal::new(false),
            entry: StoredValue::new(None),
        };
        follow(move || match creation.state() {
            None | Some(ItemState::Waiting | ItemState::Running) => {}
            Some(ItemState::Failed(Reason::Refused(error))) => {
                creation.is_running.set(false);
                creation.field.refuse(remedy(&error));
                creation.return_to_field();
            }
            // Done, or to be followed on the page: the dialog has nothing more to say.
            Some(_) => on_close.run(()),
        });
        creation
    }

    /// Sends it, unless something is wrong with the fields or it was sent already.
    pub fn send(self, planned: Option<Planned>) {
        if self.is_running.get_untracked() {
            return;
        }
        self.field.touch();
        let Some(planned) = planned else {
            self.return_to_field();
            return;
        };
        let entry = self.work.start(vec![vec![planned]]);
        self.entry.set_value(entry);
        self.is_running.set(entry.is_some());
    }

    /// Says that it is under way.
    pub fn progress(self) -> AnyView {
        let words = use_i18n();
        let running = move || {
            let state = self.is_running.get().then_some(ItemState::Running);
            shown(state.map(|state| state_pill(words, state, false)))
        };
        view! { <div role="status">{live(running)}</div> }.into_any()
    }

    /// How the newest attempt stands; reacts.
    fn state(self) -> Option<ItemState> {
        if !self.is_running.get() {
            return None;
        }
        let entry = self.entry.get_value()?;
        entry.change.with(|change| {
            let item = change.items().values().next()?;
            Some(item.state.clone())
        })
    }

    fn return_to_field(self) {
        let element = document().get_element_by_id(self.field_id);
        if let Some(element) = element.and_then(|element| element.dyn_into().ok()) {
            focus(&element);
        }
    }
}
