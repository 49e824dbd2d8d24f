//! Creating something under a name: it is looked for before it is sent, and a refusal stands at the
//! name's field.

use changes::{Found, PlannedWrite, RestsOn};
use cloud_api::Before;
use cloud_api::swr::is_there;
use futures::FutureExt as _;
use leptos::prelude::*;
use words::failure::remedy;

use super::confirmation::Confirmation;
use super::copy_as::Copies;
use super::look::Look;
use super::write_dialog::{Ends, WriteDialog};
use crate::form::Field;
use crate::i18n::{Message, text};
use crate::live::live;
use crate::query::use_rest;
use crate::session::use_session;
use crate::ui::{ButtonKind, focus_by_id};

/// A dialog that creates something.
pub struct Creation<P> {
    /// Its title, which is also what the button says.
    pub title: Message,
    /// In what it is created, where that is one thing.
    pub place: Option<String>,
    /// The fields; one element in it has the ID `dialog-description`.
    pub content: AnyView,
    /// The name's field.
    pub name: Field,
    /// ID of the name's field in the page.
    pub name_id: &'static str,
    /// The write, where the fields are complete; reacts.
    pub planned: P,
    /// Leaves without acting.
    pub on_close: Callback<()>,
}

impl<P: Fn() -> Option<PlannedWrite> + Copy + Send + 'static> Creation<P> {
    /// Shows it. What is there already is told at the field, and only what is known not to be there
    /// can be taken away by an undo.
    pub fn show(self) -> AnyView {
        let Self {
            name,
            name_id,
            planned,
            ..
        } = self;
        let (session, rest) = (use_session(), use_rest());
        let asked = StoredValue::new(None::<PlannedWrite>);
        let found = StoredValue::new(None::<bool>);
        // What stood in the field when the button was pressed.
        let named = StoredValue::new(String::new());
        let refuse = move |words| {
            name.refuse(named.get_value(), words);
            focus_by_id(name_id);
        };
        let check = move || {
            name.touch();
            name.forget_refusal();
            named.set_value(name.text.get());
            asked.set_value(planned());
            let is_complete = asked.with_value(Option::is_some);
            if !is_complete {
                focus_by_id(name_id);
            }
            is_complete
        };
        let look = Look::by(move || {
            let asked = asked.get_value();
            let looked_for =
                asked.map(|planned| (planned.mutation.subjects(), planned.mutation.read_back()));
            async move {
                let is_awaited = || found.try_with_value(|_| ()).is_some();
                let mut is_found = None;
                if let Some((subjects, read)) = looked_for
                    && let Some(Ok(answer)) = rest.ask(session, read, &is_awaited).await
                {
                    is_found = subjects.first().and_then(|it| is_there(it, &answer));
                }
                found.try_set_value(is_found);
                Found::Same
            }
            .boxed_local()
        });
        let plan = move || {
            let mut planned = asked.get_value()?;
            match found.get_value() {
                Some(true) => {
                    refuse(text::failure_thing_there(named.get_value()));
                    return None;
                }
                Some(false) => planned.before = Before::Absent,
                // The service judges.
                None => {}
            }
            Some(vec![vec![planned]])
        };
        WriteDialog {
            title: self.title.clone(),
            place: self.place,
            content: self.content,
            copies: Copies::Described(live(move || planned().into_iter().collect())),
            confirmation: Confirmation::for_count(1),
            kind: ButtonKind::Primary,
            action: self.title,
            check: Box::new(check),
            look,
            rests_on: RestsOn::WhatIsFoundIfRead,
            not_read: text::table_failed(),
            plan: Box::new(plan),
            ends: Ends::WhenTaken(Box::new(move |error| refuse(remedy(&error)))),
            on_close: self.on_close,
        }
        .show()
    }
}
