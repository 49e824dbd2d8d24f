//! Starting a sync: the tasks that there are are read just before, because the answer does not name
//! the new one.

use cloud_api::hss::{
    ListSyncTasks, Page, PickedRegistries, RegistriesToSync, RegistryToSync, StartImageSync,
    TasksBefore,
};
use cloud_api::{ApiError, Before, Mutation};
use leptos::prelude::*;

use super::Place;
use crate::change::confirmation::dialog_actions;
use crate::change::copy_as::copy_requests;
use crate::i18n::{Message, text, use_i18n};
use crate::live::live;
use crate::session::{Session, use_session};
use crate::ui::ButtonKind;
use crate::ui::failure::failure_of;
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
        self.error.set(None);
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
            on_close.run(());
            let planned = planned(place, registries, before, name);
            self.work.run(vec![vec![planned]]);
        });
    }

    /// The end of the dialog: why nothing was started, what is being read before, the buttons.
    pub fn actions(
        self,
        title: Message,
        on_close: Callback<()>,
        send: impl FnMut() + 'static,
    ) -> AnyView {
        let words = use_i18n();
        let Self {
            is_checking, error, ..
        } = self;
        let checking = move || {
            let is_checking = is_checking.get();
            is_checking.then(|| words.say(&text::start_sync_checking()))
        };
        view! {
            <div role="alert">
                {failure_of(text::start_sync_not_checked(), move || error.get(), None)}
            </div>
            <p role="status" class="freshness">
                {live(checking)}
            </p>
            <div aria-busy=live(move || is_checking.get().then_some("true"))>
                {dialog_actions(ButtonKind::Primary, title, on_close, send)}
            </div>
        }
        .into_any()
    }
}

/// What can be copied of a start; `None` while nothing is picked. What was there before is not part
/// of the request.
pub fn copies(
    place: Place,
    registries: impl Fn() -> Option<RegistriesToSync> + Send + 'static,
) -> AnyView {
    let pending = move || {
        let before = TasksBefore::of(&Page {
            rows: Vec::new(),
            total: None,
        });
        let start = registries()
            .map(|registries| planned(place.clone(), registries, before, String::new()));
        start.into_iter().collect()
    };
    copy_requests(live(pending))
}

fn planned(
    place: Place,
    registries: RegistriesToSync,
    before: TasksBefore,
    name: String,
) -> Planned {
    Planned {
        mutation: Mutation::StartImageSync(StartImageSync {
            project: place.project,
            region: place.region,
            enterprise_project: place.enterprise_project,
            registries,
            before,
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
