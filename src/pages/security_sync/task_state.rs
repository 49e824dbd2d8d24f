//! How a sync task stands, in words.

use cloud_api::hss::{SyncTask, TaskState};
use leptos::prelude::*;
use words::fail_reason::cause as cause_words;
use words::task_state::{called, has_failures, state_words};

use super::routes::Route;
use crate::browser::clock::use_clock;
use crate::i18n::{Message, age, day_and_minute, number, t, text, timed, use_i18n};
use crate::live::live;
use crate::table::cells::count::count_cell;
use crate::table::cells::identifier::{InTabOrder, short_identifier};
use crate::table::cells::untold::untold;
use crate::ui::{IconName, Pill, Tone};

/// Whether more can happen: it is not over, as far as anybody can tell.
#[must_use]
pub fn goes_on(task: &SyncTask) -> bool {
    task.end_time.is_none() && !task.state().is_some_and(TaskState::is_over)
}

/// The newest of some tasks; one that has not begun is newer than any that has.
#[must_use]
pub fn newest(tasks: &[SyncTask]) -> Option<&SyncTask> {
    tasks.iter().max_by_key(|task| began(task))
}

/// When a task began, to sort by.
#[must_use]
pub fn began(task: &SyncTask) -> i64 {
    task.begin_time.map_or(i64::MAX, |time| time.milliseconds())
}

/// How the latest task stands, or the one that a page is about: in colour where it needs a hand.
pub fn state_pill(task: &SyncTask) -> AnyView {
    let (tone, icon) = look(task);
    view! { <Pill tone icon label=t(state_words(task)) /> }.into_any()
}

/// How a task of a list stands, and how far it is: what has failed once is no news.
pub fn past_state_pill(task: &SyncTask) -> AnyView {
    let (tone, icon) = match look(task) {
        (Tone::Danger | Tone::Warning, icon) => (Tone::Neutral, icon),
        other => other,
    };
    view! {
        <Pill tone icon label=t(state_words(task)) />
        {progress(task)}
    }
    .into_any()
}

fn look(task: &SyncTask) -> (Tone, IconName) {
    match task.state() {
        Some(TaskState::Running(_)) => (Tone::Neutral, IconName::Running),
        Some(TaskState::Done) if has_failures(task) => (Tone::Warning, IconName::Warning),
        Some(TaskState::Done) => (Tone::Plain, IconName::Success),
        Some(TaskState::Terminated | TaskState::TimedOut | TaskState::Abnormal) => {
            (Tone::Danger, IconName::Danger)
        }
        Some(TaskState::Unknown(_)) | None => (Tone::Warning, IconName::Unknown),
    }
}

/// What a person calls it: how it was started, and when; reacts.
#[must_use]
pub fn name(task: &SyncTask) -> Message {
    let (words, clock) = (use_i18n(), use_clock());
    let begun = task
        .begin_time
        .map(|time| day_and_minute(time, clock.get(), words.language()));
    called(task, begun)
}

/// The same as a link to its page, where it can have one.
pub fn name_link(task: &SyncTask, in_tab_order: InTabOrder) -> AnyView {
    let (words, of) = (use_i18n(), task.clone());
    let name = live(move || words.show(&name(&of)));
    match task.id() {
        Some(id) => view! {
            <a
                href=Route::Task(id).to_string()
                tabindex=(in_tab_order == InTabOrder::No).then_some("-1")
            >
                {name}
            </a>
        }
        .into_any(),
        // No request could carry this ID, so there is no page to open.
        None => name.into_any(),
    }
}

/// How long ago it began, where that is known.
pub fn started(task: &SyncTask) -> AnyView {
    let words = use_i18n();
    let age = |time| timed(time, move |now| age(time, now, words.language()));
    task.begin_time.map_or_else(untold, age)
}

/// How many images failed, with a mark where there are any.
pub fn failed_count(task: &SyncTask) -> AnyView {
    let words = use_i18n();
    match task.failed_num {
        Some(failed) if failed > 0 => {
            let label = live(move || number(failed, words.language()));
            view! { <Pill tone=Tone::Neutral icon=IconName::Danger label /> }.into_any()
        }
        other => count_cell(other),
    }
}

/// Beside the title of its page: how it stands, how far it is, and its ID.
pub fn beside_title(task: &SyncTask) -> AnyView {
    view! {
        {state_pill(task)}
        {progress(task)}
        {identifier(&task.task_id)}
    }
    .into_any()
}

/// The ID of a task with the button that copies it.
pub fn identifier(task_id: &str) -> AnyView {
    let label = text::image_sync_tasks_identifier_copy();
    let id = short_identifier(task_id, label, InTabOrder::Yes);
    view! { <span class="beside-identifier">{id}</span> }.into_any()
}

/// How many percent are done and how long it still takes, while it runs.
fn progress(task: &SyncTask) -> AnyView {
    let Some(TaskState::Running(percent)) = task.state() else {
        return ().into_any();
    };
    view! { <span>{t(text::image_sync_tasks_percent(u64::from(percent)))}</span> }.into_any()
}

/// How many of its images are finished, how long the others take, and why it failed as a whole.
pub fn images(task: &SyncTask) -> AnyView {
    let words = use_i18n();
    let counts = task.success_num.zip(task.total_num);
    let counts = counts.map(|(done, total)| t(text::image_sync_tasks_images(done, total)));
    let left = match task.state() {
        Some(TaskState::Running(_)) => task.remain_min.filter(|left| *left > 0),
        _ => None,
    };
    let left = left.map(|left| t(text::image_sync_tasks_left(left)));
    let cause = (!task.failed_reason.is_empty()).then(|| cause_words(&task.failed_reason));
    let cause = cause.map(|cause| view! { <p>{live(move || words.show(&cause))}</p> });
    view! {
        <p class="freshness">{counts}</p>
        <p class="freshness">{left}</p>
        {cause}
    }
    .into_any()
}
