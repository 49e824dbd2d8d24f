//! Creating something under a name: a refusal stands at the name's field.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::attempt::Attempt;
use super::failure::remedy;
use crate::form::Field;
use crate::ui::focus;
use crate::work::Planned;

/// A creation that a dialog waits for.
#[derive(Clone, Copy)]
pub struct Creation {
    attempt: Attempt,
    /// The name's field.
    field: Field,
    field_id: &'static str,
}

impl Creation {
    /// Nothing sent yet. `field` is where a refusal is shown, `on_close` runs when it is done.
    pub fn new(field: Field, field_id: &'static str, on_close: Callback<()>) -> Self {
        let on_refused = move |error| {
            field.refuse(remedy(&error));
            return_to(field_id);
        };
        Self {
            attempt: Attempt::new(on_refused, on_close),
            field,
            field_id,
        }
    }

    /// Sends it, unless something is wrong with the fields or an answer is waited for.
    pub fn send(self, planned: Option<Planned>) {
        self.field.touch();
        match planned {
            Some(planned) => self.attempt.send(vec![planned]),
            None => return_to(self.field_id),
        }
    }

    /// Says that it is under way.
    pub fn progress(self) -> AnyView {
        self.attempt.progress()
    }
}

fn return_to(field_id: &str) {
    let element = document().get_element_by_id(field_id);
    if let Some(element) = element.and_then(|element| element.dyn_into().ok()) {
        focus(&element);
    }
}
