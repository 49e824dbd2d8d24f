//! Before sync tasks are deleted, of one repository or of many.

use std::collections::BTreeMap;

use changes::{Found, PlannedWrite, RestsOn};
use cloud_api::swr::{DeleteSyncTask, ListSyncTasks, SyncTask};
use cloud_api::{ApiError, Before, Meaning, Mutation, RepositoryPath};
use futures::{FutureExt as _, StreamExt as _, stream};
use leptos::prelude::*;
use words::failure::{details, remedy};

use super::target::{sync_task_name, target_cell, target_name, target_text};
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Counted, Ends, WriteDialog, plan_of};
use crate::i18n::{Message, Untrusted, t, text, use_i18n};
use crate::live::{derived, live, shown};
use crate::query::{Rest, use_rest};
use crate::session::{Session, use_session};
use crate::ui::ButtonKind;
use crate::ui::bounded::bounded;
use crate::work::Entry;

/// Repositories that are read at once.
const AT_ONCE: usize = 4;

/// A task and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedTask {
    /// Its repository.
    pub repository: RepositoryPath,
    /// The task as it was read.
    pub task: SyncTask,
}

/// What is about to be deleted.
pub struct Chosen {
    /// The tasks.
    pub tasks: Vec<PlacedTask>,
    /// The region, where they are all tasks to one that are known.
    pub region: Option<WholeRegion>,
}

/// A region to which nothing shall be copied any more.
pub struct WholeRegion {
    /// Its name; untrusted text.
    pub name: String,
    /// Why there may be more tasks to it than are known.
    pub doubt: Option<Message>,
}

/// The sync tasks of repositories, as they were last read, or why they could not be.
type Standing = BTreeMap<RepositoryPath, Result<Vec<SyncTask>, ApiError>>;

/// How a chosen task stands.
#[derive(Clone, Debug, PartialEq)]
enum Stand {
    There(SyncTask),
    Gone,
    NotRead,
}

/// The dialog; `on_sent` runs when the deletions are on their way. The tasks are read once more
/// before anything is sent, which is also what an undo rests on: when they are not as they were
/// shown, the person looks again. Those that have gone meanwhile are not sent, nor are those of a
/// repository that cannot be read.
pub fn delete_sync_tasks_dialog(
    chosen: Chosen,
    on_sent: Callback<Entry>,
    on_close: Callback<()>,
) -> AnyView {
    let (session, rest) = (use_session(), use_rest());
    let Chosen {
        tasks: chosen,
        region,
    } = chosen;
    let count = chosen.len();
    let confirmation = Confirmation::for_count(count);
    let shown_as: Standing = places(&chosen);
    let standing = StoredValue::new(shown_as.clone());
    let is_one_place = shown_as.len() == 1;
    let repository = shown_as.keys().next().map(ToString::to_string);
    let consequence = consequence(&chosen);
    let chosen = StoredValue::new(chosen);
    let reads = RwSignal::new(0_u64);
    let planned =
        move || standing.with_value(|standing| chosen.with_value(|chosen| plan(standing, chosen)));
    let look = Look::by(move || {
        let before = standing.get_value();
        async move {
            let places = before.keys().cloned().collect();
            let is_awaited = || standing.try_with_value(|_| ()).is_some();
            let Some(read) = read(session, rest, places, &is_awaited).await else {
                return Found::Changed;
            };
            let errors: Option<Vec<_>> = read.values().map(|read| read.as_ref().err()).collect();
            // When nothing could be read, what was shown before still stands.
            if let Some(error) = errors.and_then(|errors| errors.first().copied().cloned()) {
                return Found::NotRead(error);
            }
            let of = |standing: &Standing| {
                chosen.try_with_value(|chosen| {
                    let found = chosen.iter().map(|chosen| stand(standing, chosen));
                    found.collect::<Vec<_>>()
                })
            };
            let found = Found::compare(&of(&before), Ok(&of(&read)));
            // The person may have left the dialog meanwhile.
            standing.try_set_value(read);
            reads.try_update(|reads| *reads += 1);
            found
        }
        .boxed_local()
    });
    let items = move || {
        reads.track();
        standing.with_value(|standing| {
            chosen.with_value(|chosen| {
                let item = |chosen: &PlacedTask| {
                    let read = standing.get(&chosen.repository);
                    let why = read.and_then(|read| read.as_ref().err());
                    Some(item(chosen, stand(standing, chosen), why, is_one_place))
                };
                bounded(chosen.iter(), item)
            })
        })
    };
    let action = text::delete_sync_tasks_title(count as u64);
    let (title, doubt) = match region {
        Some(region) => (Some(text::stop_region_action(region.name)), region.doubt),
        None => (None, None),
    };
    let content = view! {
        {shown(doubt.map(|doubt| view! { <p>{t(doubt)}</p> }))}
        <ul class="dialog-list" tabindex="0">{live(items)}</ul>
        <p id="dialog-description" class="consequence">
            {t(consequence)}
        </p>
    };
    let planned = move || {
        reads.track();
        planned()
    };
    WriteDialog {
        title: action.clone(),
        place: repository.filter(|_| is_one_place),
        content: content.into_any(),
        copies: Copies::Requests(live(planned)),
        confirmation,
        kind: ButtonKind::Danger,
        action,
        check: Box::new(|| true),
        look,
        rests_on: RestsOn::WhatWasShown,
        not_read: text::delete_sync_tasks_not_read(),
        plan: Box::new(move || plan_of(planned())),
        ends: Ends::WhenSent(Box::new(move |entry| on_sent.run(entry))),
        on_close,
    }
    .show_counted(Counted {
        nothing: text::cancel_nothing_left(),
        count: derived(move || planned().len()),
        says: text::delete_sync_tasks_title,
        title,
    })
}

/// The chosen tasks by repository.
fn places(chosen: &[PlacedTask]) -> Standing {
    let mut places: BTreeMap<RepositoryPath, Vec<SyncTask>> = BTreeMap::new();
    for placed in chosen {
        let tasks = places.entry(placed.repository.clone()).or_default();
        tasks.push(placed.task.clone());
    }
    places
        .into_iter()
        .map(|(place, it)| (place, Ok(it)))
        .collect()
}

/// Reads the tasks of these repositories, as slowly as the service wants; one that is gone has none.
/// `None` when the dialog was left.
async fn read(
    session: Session,
    rest: Rest,
    places: Vec<RepositoryPath>,
    is_awaited: &dyn Fn() -> bool,
) -> Option<Standing> {
    let read = |place: RepositoryPath| async move {
        let list = ListSyncTasks {
            repository: place.clone(),
        };
        Some(match rest.read(session, list, is_awaited).await? {
            Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => (place, Ok(Vec::new())),
            answer => (place, answer.map(|tasks| tasks.rows)),
        })
    };
    let mut standing = Standing::new();
    let mut readings = stream::iter(places).map(read).buffer_unordered(AT_ONCE);
    while let Some(reading) = readings.next().await {
        let (place, tasks) = reading?;
        standing.insert(place, tasks);
    }
    Some(standing)
}

/// How a chosen task stands.
fn stand(standing: &Standing, chosen: &PlacedTask) -> Stand {
    let tasks = match standing.get(&chosen.repository) {
        Some(Ok(tasks)) => tasks,
        Some(Err(_)) => return Stand::NotRead,
        None => return Stand::Gone,
    };
    let task = tasks.iter().find(|task| {
        task.target_region == chosen.task.target_region
            && task.target_organization == chosen.task.target_organization
    });
    task.map_or(Stand::Gone, |task| Stand::There(task.clone()))
}

fn plan(standing: &Standing, chosen: &[PlacedTask]) -> Vec<PlannedWrite> {
    let plan = |placed: &PlacedTask| {
        let target = placed.task.target()?;
        if stand(standing, placed) == Stand::Gone {
            return None;
        }
        let tasks = standing.get(&placed.repository)?.as_ref().ok()?;
        Some(PlannedWrite {
            names: vec![sync_task_name(&placed.repository, &target)],
            mutation: Mutation::DeleteSyncTask(DeleteSyncTask {
                repository: placed.repository.clone(),
                target,
            }),
            before: Before::SyncTasks(tasks.clone()),
        })
    };
    chosen.iter().filter_map(plan).collect()
}

fn item(chosen: &PlacedTask, stand: Stand, why: Option<&ApiError>, is_one_place: bool) -> AnyView {
    let words = use_i18n();
    let task = &chosen.task;
    let place = (!is_one_place).then(|| {
        let repository = chosen.repository.to_string();
        view! {
            <Untrusted text=repository />
            " → "
        }
    });
    let note = match stand {
        Stand::There(_) => None,
        Stand::Gone => Some(text::automatic_sync_gone()),
        Stand::NotRead => Some(text::delete_sync_tasks_left_out()),
    };
    let target = match note {
        None => target_cell(&task.target_region, &task.target_organization),
        Some(note) => {
            let target = target_text(&task.target_region, &task.target_organization);
            let line = text::list_told(target, note);
            live(move || words.show(&line)).into_any()
        }
    };
    let why = why.map(|error| {
        let (why, line) = (remedy(error), details(error, |it| words.say(it)));
        view! {
            <p>{t(why)}</p>
            <p class="details">
                <Untrusted text=line />
            </p>
        }
    });
    view! {
        <li>
            {shown(place)}
            {target}
            {shown(why)}
        </li>
    }
    .into_any()
}

/// What follows, with the target where there is only one.
fn consequence(chosen: &[PlacedTask]) -> Message {
    let mut targets = chosen.iter().filter_map(|chosen| chosen.task.target());
    match targets.next() {
        Some(target) if targets.all(|other| other == target) => {
            text::consequence_delete_sync_task(chosen.len() as u64, target_name(&target))
        }
        _ => text::automatic_sync_consequence_delete_many(),
    }
}
