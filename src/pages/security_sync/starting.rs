//! Starting a sync: the tasks that there are are read just before, because the answer does not name
//! the new one.

use cloud_api::hss::{
    ListSyncTasks, PickedRegistries, RegistriesToSync, RegistryToSync, StartImageSync, TasksBefore,
};
use cloud_api::{ApiError, Before, Mutation};
use leptos::prelude::*;

use super::Place;
use crate::i18n::text;
use crate::pages::failure::failure_of;
use crate::session::{Session, use_session};
use crate::work::{Planned, Work, use_work};

/// What starts a sync from a dialog.
#[derive(Clone, Copy)]
pub struct Starting {
    session: Session,
    work: Work,
    is_checking: RwSignal<bool>,
    error: RwSignal<Option<ApiError>>,
}

impl Starting {
    /// Ready to start.
    pub fn new() -> Self {
        Self {
            session: use_session(),
            work: use_work(),
            is_checking: RwSignal::new(false),
            error: RwSignal::new(None),
        }
    }

    /// Reads the tasks, closes the dialog and starts; nothing is started when they cannot be read.
    /// `name` says what is synchronized.
    pub fn start(
        self,
        place: Place,
        registries: RegistriesToSync,
        name: String,
        on_close: Callback<()>,
    ) {
        if self.is_checking.get_untracked() {
            return;
        }
        self.is_checking.set(true);
        let list =
            ListSyncTasks::first_page(place.project.clone(), place.enterprise_project.clone());
        leptos::task::spawn_local(async move {
            let read = self.session.ask(list).await;
            // The person may have left the dialog meanwhile.
            if self.is_checking.try_set(false).is_some() {
                return;
            }
            let before = match read {
                Ok(page) => TasksBefore::of(&page),
                Err(error) => return self.error.set(Some(error)),
            };
            on_close.run(());
            self.work.run(vec![vec![Planned {
                mutation: Mutation::StartImageSync(StartImageSync {
                    project: place.project,
                    region: place.region,
                    enterprise_project: place.enterprise_project,
                    registries,
                    before,
                }),
                names: vec![name],
                before: Before::Nothing,
            }]]);
        });
    }

    /// Why nothing was started, if so.
    pub fn failure(self) -> AnyView {
        let error = self.error;
        failure_of(text::start_sync_not_checked(), move || error.get(), None)
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
