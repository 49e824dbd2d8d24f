//! How a task of the host security service stands, in words.

use cloud_api::hss::{SyncTask, SyncTaskKind, TaskState};

use crate::{Message, text};

/// How it stands, in a word.
#[must_use]
pub fn state_words(task: &SyncTask) -> Message {
    match task.state() {
        Some(TaskState::Running(_)) => text::task_state_running(),
        Some(TaskState::Done) if has_failures(task) => text::task_state_done_with_failures(),
        Some(TaskState::Done) => text::task_state_done(),
        Some(TaskState::Terminated) => text::task_state_terminated(),
        Some(TaskState::TimedOut) => text::task_state_timed_out(),
        Some(TaskState::Abnormal) => text::task_state_abnormal(),
        Some(TaskState::Unknown(number)) => text::level_unknown(number.to_string()),
        None => text::task_state_untold(),
    }
}

/// What a person calls a task: how it was started, and `begun` when, where that is known.
#[must_use]
pub fn called(task: &SyncTask, begun: Option<String>) -> Message {
    let kind = match task.kind() {
        Some(SyncTaskKind::Automatic) => text::image_sync_tasks_automatic(),
        Some(SyncTaskKind::Manual) => text::image_sync_tasks_manual(),
        None if task.kind_name().is_empty() => text::image_sync_tasks_untold(),
        None => text::item_name(task.kind_name()),
    };
    match begun {
        Some(time) => text::image_sync_tasks_called(kind, time),
        None => kind,
    }
}

/// Whether the service counts images that failed.
#[must_use]
pub fn has_failures(task: &SyncTask) -> bool {
    task.failed_num.is_some_and(|count| count > 0)
}
