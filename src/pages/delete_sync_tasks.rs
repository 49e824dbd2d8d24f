//! Before sync tasks are deleted, of one repository or of many.

use cloud_api::swr::{DeleteSyncTask, ListSyncTasks, SyncTask};
use cloud_api::{ApiError, Before, Meaning, Mutation, OrganizationName, RepositoryName};
use futures::{FutureExt as _, StreamExt as _, stream};
use leptos::prelude::*;

use super::confirmation::{Confirmation, dialog_actions};
use super::copy_as::copy_requests;
use super::failure::failure_of;
use super::last_look::{Found, LastLook};
use super::place::Place;
use super::sync_target::{sync_task_name, target_cell, target_name};
use crate::i18n::{Message, t, text};
use crate::live::{live, shown};
use crate::session::{Session, use_session};
use crate::ui::{ButtonKind, Dialog};
use crate::work::{Planned, use_work};

/// Repositories that are read at once.
const AT_ONCE: usize = 4;

/// A task and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedTask {
    /// Its repository's organization.
    pub organization: OrganizationName,
    /// Its repository.
    pub repository: RepositoryName,
    /// The task as it was read.
    pub task: SyncTask,
}

impl PlacedTask {
    fn place(&self) -> Place {
        Place {
            organization: self.organization.clone(),
            repository: self.repository.clone(),
        }
    }

    fn is_in(&self, place: &Place) -> bool {
        place.is_of(&self.organization, &self.repository)
    }
}

/// The sync tasks of repositories, as they were last read.
type Standing = Vec<(Place, Vec<SyncTask>)>;

/// The dialog; `on_sent` runs when the deletions are on their way. The tasks are read once more
/// before anything is sent, which is also what an undo rests on: when they are not as they were
/// shown, the person looks again. Those that have gone meanwhile are still sent, and the answer tells.
pub fn delete_sync_tasks_dialog(
    chosen: Vec<PlacedTask>,
    on_sent: Callback<()>,
    on_close: Callback<()>,
) -> AnyView {
    let (session, work) = (use_session(), use_work());
    let look = LastLook::new();
    let error = RwSignal::new(None::<ApiError>);
    let count = chosen.len();
    let confirmation = Confirmation::for_count(count);
    let shown_as: Standing = places(&chosen);
    let standing = StoredValue::new(shown_as.clone());
    let is_one_place = shown_as.len() == 1;
    let repository = shown_as.first().map(|(place, _)| place.to_string());
    let consequence = consequence(&chosen);
    let chosen = StoredValue::new(chosen);
    let reads = RwSignal::new(0_u64);
    let planned =
        move || standing.with_value(|standing| chosen.with_value(|chosen| plan(standing, chosen)));
    let send = move || {
        if !confirmation.is_given() {
            return;
        }
        let before = standing.get_value();
        let reading = async move {
            let places = before.iter().map(|(place, _)| place.clone()).collect();
            let read = read(session, places).await;
            // The person may have left the dialog meanwhile.
            if error.try_set(read.as_ref().err().cloned()).is_some() {
                return;
            }
            if let Ok(read) = read {
                standing.set_value(read);
                reads.update(|reads| *reads += 1);
            }
        };
        let before = standing.get_value();
        let find = move || {
            let is_read = error.with(Option::is_none);
            let of = |standing: &Standing| {
                chosen.with_value(|chosen| {
                    let found = chosen.iter().map(|chosen| find(standing, chosen).cloned());
                    found.collect::<Vec<_>>()
                })
            };
            Found::compare(&of(&before), &standing.with_value(of), is_read)
        };
        let act = move || {
            let planned = planned();
            on_sent.run(());
            on_close.run(());
            work.run(vec![planned]);
        };
        look.take(reading.boxed_local(), Box::new(find), Box::new(act));
    };
    let items = move || {
        reads.track();
        let items: Vec<AnyView> = standing.with_value(|standing| {
            chosen.with_value(|chosen| {
                let item = |chosen| item(chosen, find(standing, chosen).is_none(), is_one_place);
                chosen.iter().map(item).collect()
            })
        });
        items.into_any()
    };
    let title = move || text::delete_sync_tasks_title(count as u64);
    view! {
        <Dialog title=title() on_close>
            {shown(
                repository
                    .filter(|_| is_one_place)
                    .map(|repository| view! { <p class="identifier">{repository}</p> }),
            )}
            {look.warning()}
            <ul class="dialog-list" tabindex="0">{live(items)}</ul>
            <p id="dialog-description" class="consequence">
                {t(consequence)}
            </p>
            {failure_of(text::delete_sync_tasks_not_read(), move || error.get(), None)}
            {copy_requests(live(planned))}
            {confirmation.field()}
            {dialog_actions(ButtonKind::Danger, title(), on_close, send)}
        </Dialog>
    }
    .into_any()
}

/// The chosen tasks by repository.
fn places(chosen: &[PlacedTask]) -> Standing {
    let mut places: Standing = Vec::new();
    for placed in chosen {
        let task = placed.task.clone();
        match places.iter_mut().find(|(place, _)| placed.is_in(place)) {
            Some((_, tasks)) => tasks.push(task),
            None => places.push((placed.place(), vec![task])),
        }
    }
    places
}

/// Reads the tasks of these repositories; one that is gone has none.
async fn read(session: Session, places: Vec<Place>) -> Result<Standing, ApiError> {
    let read = |place: Place| async move {
        let list = ListSyncTasks {
            organization: place.organization.clone(),
            repository: place.repository.clone(),
        };
        match session.ask(list).await {
            Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Ok((place, Vec::new())),
            answer => answer.map(|tasks| (place, tasks)),
        }
    };
    let mut reads = stream::iter(places).map(read).buffered(AT_ONCE);
    let mut standing = Vec::new();
    while let Some(read) = reads.next().await {
        standing.push(read?);
    }
    Ok(standing)
}

/// A chosen task as it stands, if it does.
fn find<'a>(standing: &'a Standing, chosen: &PlacedTask) -> Option<&'a SyncTask> {
    let (_, tasks) = standing.iter().find(|(place, _)| chosen.is_in(place))?;
    tasks.iter().find(|task| {
        task.target_region == chosen.task.target_region
            && task.target_organization == chosen.task.target_organization
    })
}

fn plan(standing: &Standing, chosen: &[PlacedTask]) -> Vec<Planned> {
    let plan = |placed: &PlacedTask| {
        let target = placed.task.target()?;
        let read = standing.iter().find(|(place, _)| placed.is_in(place));
        Some(Planned {
            names: vec![sync_task_name(&placed.place(), &target)],
            mutation: Mutation::DeleteSyncTask(DeleteSyncTask {
                organization: placed.organization.clone(),
                repository: placed.repository.clone(),
                target,
            }),
            before: read.map_or(Before::Nothing, |(_, tasks)| {
                Before::SyncTasks(tasks.clone())
            }),
        })
    };
    chosen.iter().filter_map(plan).collect()
}

fn item(chosen: &PlacedTask, is_gone: bool, is_one_place: bool) -> AnyView {
    let task = &chosen.task;
    let place = (!is_one_place).then(|| format!("{} → ", chosen.place()));
    let gone = || view! { ": " {t(text::automatic_sync_gone())} };
    view! {
        <li>
            {place}
            {target_cell(&task.target_region, &task.target_organization)}
            {shown(is_gone.then(gone))}
        </li>
    }
    .into_any()
}

/// What follows, with the target where there is only one.
fn consequence(chosen: &[PlacedTask]) -> Message {
    let mut targets = chosen.iter().filter_map(|chosen| chosen.task.target());
    match targets.next() {
        Some(target) if targets.all(|other| other == target) => {
            text::consequence_delete_sync_task(target_name(&target))
        }
        _ => text::automatic_sync_consequence_delete_many(),
    }
}
