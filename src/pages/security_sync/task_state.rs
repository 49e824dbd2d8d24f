//! How a sync task stands, in words.

use cloud_api::hss::{SyncTask, SyncTaskKind, TaskState};
use leptos::prelude::*;
use words::fail_reason::cause as cause_words;
use words::task_state::{has_failures, state_words};

use crate::i18n::{Message, Untrusted, age, moment, number, t, text, timed, use_i18n};
use crate::live::{live, shown};
use crate::table::cells::count::count_cell;
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

/// How it stands, as icon and word.
pub fn state_pill(task: &SyncTask) -> AnyView {
    let (tone, icon) = match task.state() {
        Some(TaskState::Running(_)) => (Tone::Neutral, IconName::Running),
        Some(TaskState::Done) if has_failures(task) => (Tone::Warning, IconName::Warning),
        Some(TaskState::Done) => (Tone::Success, IconName::Success),
        Some(TaskState::Terminated | TaskState::TimedOut | TaskState::Abnormal) => {
            (Tone::Danger, IconName::Danger)
        }
        Some(TaskState::Unknown(_)) | None => (Tone::Warning, IconName::Unknown),
    };
    view! { <Pill tone icon label=t(state_words(task)) /> }.into_any()
}

/// How it was started; an unknown word is shown as it is.
pub fn kind(task: &SyncTask) -> AnyView {
    match task.kind() {
        Some(SyncTaskKind::Automatic) => t(text::image_sync_tasks_automatic()).into_any(),
        Some(SyncTaskKind::Manual) => t(text::image_sync_tasks_manual()).into_any(),
        None => view! { <Untrusted text=task.kind_name().to_owned() /> }.into_any(),
    }
}

/// How long ago it began, where that is known.
pub fn started(task: &SyncTask) -> AnyView {
    let words = use_i18n();
    let age = |time| timed(time, move |now| age(time, now, words.language()));
    task.begin_time.map_or_else(untold, age)
}

/// How many percent of its images have ended, where that is known.
pub fn percent(task: &SyncTask) -> AnyView {
    match task.percent() {
        Some(percent) => t(text::image_sync_tasks_percent(u64::from(percent))).into_any(),
        None => untold(),
    }
}

/// How many images failed; marked when there are any.
pub fn failed_count(task: &SyncTask) -> AnyView {
    let words = use_i18n();
    match task.failed_num {
        Some(failed) if failed > 0 => {
            let label = live(move || number(failed, words.language()));
            view! { <Pill tone=Tone::Danger icon=IconName::Danger label /> }.into_any()
        }
        other => count_cell(other),
    }
}

/// Everything that is known of a task.
pub fn properties(task: &SyncTask) -> AnyView {
    let words = use_i18n();
    let clock = task.begin_time.map(|time| {
        let clock = timed(time, move |now| moment(time, now, words.language()));
        view! { <span class="freshness">{clock}", "</span> }
    });
    let cause = (!task.failed_reason.is_empty()).then(|| {
        let cause = task.failed_reason.clone();
        property(
            text::image_sync_tasks_cause(),
            live(move || words.show(&cause_words(&cause))).into_any(),
        )
    });
    view! {
        <dl class="properties">
            {property(text::image_sync_tasks_status(), state_pill(task))}
            {progress(task)}
            {property(text::image_sync_tasks_kind(), kind(task))}
            {property(
                text::image_sync_tasks_started(),
                view! {
                    {clock}
                    {started(task)}
                }
                    .into_any(),
            )}
            {property(text::image_sync_tasks_total(), count_cell(task.total_num))}
            {property(text::image_sync_tasks_images_done(), count_cell(task.success_num))}
            {property(text::image_sync_tasks_images_failed(), failed_count(task))}
            {cause}
        </dl>
    }
    .into_any()
}

fn property(name: Message, value: AnyView) -> AnyView {
    view! {
        <div>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}

/// How many percent are done, as a bar and in words, while it runs.
fn progress(task: &SyncTask) -> AnyView {
    let Some(TaskState::Running(percent)) = task.state() else {
        return ().into_any();
    };
    let left = task.remain_min.filter(|left| *left > 0);
    let left =
        left.map(|left| view! { <span>{t(text::image_sync_tasks_left(left))}</span> }.into_any());
    let bar = view! {
        <span class="progress">
            <progress
                max="100"
                value=percent.to_string()
                aria-label=t(text::image_sync_tasks_progress())
            ></progress>
            <span>{t(text::image_sync_tasks_percent(u64::from(percent)))}</span>
            {shown(left)}
        </span>
    };
    property(text::image_sync_tasks_progress(), bar.into_any())
}
