//! The syncs that this person started: how the latest stands, which task it became, when it is over.

use changes::{Following, Seen, own_tasks};
use cloud_api::hss::SyncTask;
use cloud_api::{ProjectId, Subject};
use leptos::prelude::*;
use words::task_state::state_words;

use super::place::Place;
use super::task_state::{goes_on, identifier, name_link};
use crate::change::card::{EndOfLine, change_card};
use crate::i18n::{t, text};
use crate::live::{derived, follow, live, shown};
use crate::query::List;
use crate::table::cells::identifier::InTabOrder;
use crate::ui::use_announcements;
use crate::work::{Entry, use_work};

/// The latest start with the task that it became.
pub fn last_start(place: &Place, tasks: List<SyncTask>) -> AnyView {
    let work = use_work();
    let project = place.project.clone();
    let subject = Subject::image_sync(&project);
    let newest = derived(move || {
        let entry = work.newest(|covered| *covered == subject);
        entry.map(|entry| entry.id)
    });
    live(move || {
        let entry = newest.get().and_then(|id| work.entry(id));
        let project = project.clone();
        shown(entry.map(|entry| {
            view! {
                {change_card(entry, EndOfLine::Time)}
                {live(move || links(entry, &project, &tasks.rows.get()))}
            }
        }))
    })
    .into_any()
}

fn links(entry: Entry, project: &ProjectId, tasks: &[SyncTask]) -> AnyView {
    let found: Vec<SyncTask> = entry.record.with(|record| {
        let started = record.started_among(project, tasks).into_iter();
        started
            .filter(|task| task.id().is_some())
            .cloned()
            .collect()
    });
    let words = match found.len() {
        0 => return ().into_any(),
        1 => text::image_sync_tasks_new(),
        _ => text::image_sync_tasks_one_of(),
    };
    let links: Vec<AnyView> = found
        .into_iter()
        .map(|task| {
            view! {
                <li>
                    {name_link(&task, InTabOrder::Yes)} " " {identifier(&task.task_id)}
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
    let announcements = use_announcements();
    let project = place.project.clone();
    let following = StoredValue::new(Following::default());
    follow(move || {
        if tasks.status.read_at.with(Option::is_none) {
            return;
        }
        let tasks = tasks.rows.get();
        let own: Vec<&SyncTask> =
            work.with_records(|records| own_tasks(records.iter().copied(), &project, &tasks));
        let seen: Vec<Seen<String>> = own.iter().map(|task| seen(task)).collect();
        let ended = following.try_update_value(|following| following.see(&seen));
        for id in ended.unwrap_or_default() {
            if let Some(task) = own.iter().find(|task| task.task_id == id) {
                announcements.tell(text::image_sync_tasks_ended(state_words(task)));
            }
        }
    });
}

fn seen(task: &SyncTask) -> Seen<String> {
    Seen {
        id: task.task_id.clone(),
        is_over: !goes_on(task),
    }
}
