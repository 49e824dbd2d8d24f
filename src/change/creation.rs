//! Creating something under a name: a refusal stands at the name's field.

use cloud_api::Before;
use cloud_api::swr::is_there;
use leptos::prelude::*;

use super::attempt::Attempt;
use crate::form::Field;
use crate::i18n::text;
use crate::session::{Session, use_session};
use crate::ui::failure::remedy;
use crate::ui::focus_by_id;
use crate::work::Planned;

/// A creation that a dialog waits for.
#[derive(Clone, Copy)]
pub struct Creation {
    attempt: Attempt,
    session: Session,
    /// The name's field.
    field: Field,
    field_id: &'static str,
}

impl Creation {
    /// Nothing sent yet. `field` is where a refusal is shown, `on_close` runs when it is done.
    pub fn new(field: Field, field_id: &'static str, on_close: Callback<()>) -> Self {
        let on_refused = move |error| {
            field.refuse(remedy(&error));
            focus_by_id(field_id);
        };
        Self {
            attempt: Attempt::new(on_refused, on_close),
            session: use_session(),
            field,
            field_id,
        }
    }

    /// Sends it, unless something is wrong with the fields or an answer is waited for. Before that
    /// it is looked for: what is there already is told at the field, and only what is known not to
    /// be there can be taken away by an undo.
    pub fn send(self, planned: Option<Planned>) {
        self.field.touch();
        let Some(mut planned) = planned else {
            focus_by_id(self.field_id);
            return;
        };
        if !self.attempt.begin() {
            return;
        }
        leptos::task::spawn_local(async move {
            let look = self.session.send(planned.mutation.read_back()).await;
            // The person may have left the dialog.
            if !self.attempt.is_begun() {
                return;
            }
            match look.ok().and_then(|answer| is_there(&answer)) {
                Some(true) => {
                    self.attempt.give_up();
                    self.field.refuse(text::failure_there());
                    focus_by_id(self.field_id);
                    return;
                }
                Some(false) => planned.before = Before::Absent,
                // The service judges.
                None => {}
            }
            self.attempt.go_on(vec![planned]);
        });
    }

    /// Says that it is under way.
    pub fn progress(self) -> AnyView {
        self.attempt.progress()
    }
}
