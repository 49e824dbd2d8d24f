//! How far a sync job is, in words.

use cloud_api::swr::SyncStatus;

use crate::{Message, text};

/// The word for a status; one that no document knows is shown as it is.
#[must_use]
pub fn status_words(status: &SyncStatus) -> Message {
    match status {
        SyncStatus::Waiting => text::sync_status_waiting(),
        SyncStatus::Running => text::sync_status_running(),
        SyncStatus::Success => text::sync_status_success(),
        SyncStatus::Failed => text::sync_status_failed(),
        SyncStatus::Timeout => text::sync_status_timeout(),
        SyncStatus::Cancel => text::sync_status_cancel(),
        SyncStatus::Existed => text::sync_status_existed(),
        SyncStatus::Unknown(status) if status.is_empty() => text::automatic_sync_not_told(),
        SyncStatus::Unknown(status) => text::sync_status_unknown(status.clone()),
    }
}
