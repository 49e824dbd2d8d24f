//! Starting a sync: the tasks that there are are read just before, because the answer does not name
//! the new one.

use changes::{Found, PlannedWrite, RestsOn};
use cloud_api::hss::{
    ListSyncTasks, PickedRegistries, RegistriesToSync, RegistryToSync, StartImageSync, TasksBefore,
};
use cloud_api::{Before, Mutation};
use futures::FutureExt as _;
use leptos::prelude::*;

use super::place::Place;
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Ends, WriteDialog};
use crate::i18n::{Message, text};
use crate::live::live;
use crate::query::use_rest;
use crate::session::use_session;
use crate::ui::ButtonKind;

/// A dialog that starts a sync.
pub struct Starting<R, N> {
    /// Its title, which is also what the button says.
    pub title: Message,
    /// Where.
    pub place: Place,
    /// What is chosen, and what follows; one element in it has the ID `dialog-description`.
    pub content: AnyView,
    /// What is synchronized; `None` while nothing is picked, and the fields say so when asked by
    /// `check`. Reacts.
    pub registries: R,
    /// Says which registries are synchronized; a start of all needs no name.
    pub name: N,
    /// Whether the choice is complete; the fields say what is missing.
    pub check: Box<dyn Fn() -> bool>,
    /// Leaves without acting.
    pub on_close: Callback<()>,
}

impl<R, N> Starting<R, N>
where
    R: Fn() -> Option<RegistriesToSync> + Clone + Send + 'static,
    N: Fn() -> String + 'static,
{
    /// Shows it. The tasks that there are are read just before; nothing is started when they cannot
    /// be read.
    pub fn show(self) -> AnyView {
        let Self {
            place, registries, ..
        } = self;
        let (session, rest) = (use_session(), use_rest());
        let before = StoredValue::new(Before::Nothing);
        let list =
            ListSyncTasks::first_page(place.project.clone(), place.enterprise_project.clone());
        let look = Look::by(move || {
            let list = list.clone();
            async move {
                let is_awaited = || before.try_with_value(|_| ()).is_some();
                match rest.read(session, list, &is_awaited).await {
                    Some(Ok(page)) => {
                        before.try_set_value(Before::ImageSyncTasks(TasksBefore::of(&page)));
                        Found::Same
                    }
                    Some(Err(error)) => Found::NotRead(error),
                    // The dialog was left.
                    None => Found::Changed,
                }
            }
            .boxed_local()
        })
        .called(text::start_sync_checking);
        let asked = StoredValue::new(None::<PlannedWrite>);
        let plan = move |name| Some(planned(place.clone(), registries()?, name));
        let copied = plan.clone();
        let copied = move || copied(String::new()).into_iter().collect();
        let (name, is_complete) = (self.name, self.check);
        let check = move || {
            asked.set_value(plan(name()));
            is_complete()
        };
        let plan = move || {
            let mut planned = asked.get_value()?;
            planned.before = before.get_value();
            Some(vec![vec![planned]])
        };
        WriteDialog {
            title: self.title.clone(),
            place: None,
            content: self.content,
            copies: Copies::Requests(live(copied)),
            confirmation: Confirmation::for_count(1),
            kind: ButtonKind::Primary,
            action: self.title,
            check: Box::new(check),
            look,
            rests_on: RestsOn::WhatIsFound,
            not_read: text::start_sync_not_checked(),
            plan: Box::new(plan),
            ends: Ends::when_sent(),
            on_close: self.on_close,
        }
        .show()
    }
}

fn planned(place: Place, registries: RegistriesToSync, name: String) -> PlannedWrite {
    PlannedWrite {
        mutation: Mutation::StartImageSync(StartImageSync {
            project: place.project,
            region: place.region,
            enterprise_project: place.enterprise_project,
            registries,
        }),
        names: vec![name],
        before: Before::Nothing,
    }
}

/// Those that a start can name, each once, however often the service listed it; `None` when there
/// are none.
pub fn picked(named: impl Iterator<Item = Option<RegistryToSync>>) -> Option<PickedRegistries> {
    let mut once: Vec<RegistryToSync> = Vec::new();
    for registry in named.flatten() {
        if !once
            .iter()
            .any(|other| other.registry_id == registry.registry_id)
        {
            once.push(registry);
        }
    }
    PickedRegistries::try_from(once).ok()
}
