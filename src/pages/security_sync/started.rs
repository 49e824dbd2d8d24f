//! The syncs that this person started: how the latest stands, which task it became, when it is over.

use changes::Change;
use cloud_api::hss::{StartImageSync, SyncTask};
use cloud_api::{Mutation, ProjectId, Subject};
use leptos::prelude::*;

use super::place::Place;
use super::routes::Route;
use super::task_state::{goes_on, state_words};
use crate::change::card::change_card;
use crate::i18n::{Untrusted, t, text, use_i18n};
use crate::live::{derived, follow, live, shown};
use crate::query::List;
use crate::ui::use_announcements;
use crate::work::{Entry, Work, use_work};

/// The start that a change consists of, if it is one in that project.
fn start_in<'change>(
    change: &'change Change,
    project: &ProjectId,
) -> Option<&'change StartImageSync> {
    change
        .calls()
        .values()
        .find_map(|call| match &call.mutation {
            Mutation::StartImageSync(start) if start.project == *project => Some(start),
            _ => None,
        })
}

/// The tasks that a start may have become; none before it is known to be done.
fn tasks_of<'tasks>(
    change: &Change,
    project: &ProjectId,
    tasks: &'tasks [SyncTask],
) -> Vec<&'tasks SyncTask> {
    match start_in(change, project) {
        Some(start) if change.progress().done > 0 => start.before.new_among(tasks),
        Some(_) | None => Vec::new(),
    }
}

/// The latest start with the task that it became.
pub fn last_start(place: &Place, tasks: List<SyncTask>) -> AnyView {
    let work = use_work();
    let project = place.project.clone();
    let subject = Subject::ImageSync {
        project: project.clone(),
    };
    let newest = derived(move || {
        work.entries().into_iter().position(|entry| {
            let covers =
                |change: &Change| change.items().values().any(|item| item.subject == subject);
            entry.change.with(covers)
        })
    });
    live(move || {
        let entry = newest
            .get()
            .and_then(|index| work.entries().get(index).copied());
        let project = project.clone();
        shown(entry.map(|entry| {
            view! {
                {change_card(entry)}
                {live(move || links(entry, &project, &tasks.rows.get()))}
            }
        }))
    })
    .into_any()
}

fn links(entry: Entry, project: &ProjectId, tasks: &[SyncTask]) -> AnyView {
    let found: Vec<(String, String)> = entry.change.with(|change| {
        tasks_of(change, project, tasks)
            .into_iter()
            .filter_map(|task| Some((Route::Task(task.id()?).to_string(), task.task_id.clone())))
            .collect()
    });
    let words = match found.len() {
        0 => return ().into_any(),
        1 => text::image_sync_tasks_new(),
        _ => text::image_sync_tasks_one_of(),
    };
    let links: Vec<AnyView> = found
        .into_iter()
        .map(|(address, id)| {
            view! {
                <li>
                    <a href=address class="identifier">
                        <Untrusted text=id />
                    </a>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="banner">
            <p>{t(words)}</p>
            <ul class="plain-list">{links}</ul>
        </div>
    }
    .into_any()
}

/// Tells the end of each task that this person started, once, when it is seen to come.
pub fn announce_own_ends(place: &Place, tasks: List<SyncTask>) {
    let work = use_work();
    let words = use_i18n();
    let announcements = use_announcements();
    let project = place.project.clone();
    // Those of them that were seen to go on.
    let going_on = StoredValue::new(Vec::<String>::new());
    follow(move || {
        if tasks.status.read_at.with(Option::is_none) {
            return;
        }
        let own = own_tasks(work, &project, &tasks.rows.get());
        let before = going_on.get_value();
        let (now, over): (Vec<_>, Vec<_>) = own.into_iter().partition(goes_on);
        for ended in over.iter().filter(|task| before.contains(&task.task_id)) {
            announcements.tell(text::image_sync_tasks_ended(words.say(&state_words(ended))));
        }
        going_on.set_value(now.into_iter().map(|task| task.task_id).collect());
    });
}

/// Those of the tasks that this person's starts may have become.
fn own_tasks(work: Work, project: &ProjectId, tasks: &[SyncTask]) -> Vec<SyncTask> {
    let mut own: Vec<SyncTask> = Vec::new();
    for entry in work.entries() {
        entry.change.with(|change| {
            for task in tasks_of(change, project, tasks) {
                if !own.iter().any(|other| other.task_id == task.task_id) {
                    own.push(task.clone());
                }
            }
        });
    }
    own
}
