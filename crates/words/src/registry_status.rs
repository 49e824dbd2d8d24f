//! How a registry of a task stands, in words.

use cloud_api::hss::SyncStatus;

use crate::{Message, text};

/// The words for a status by the service's name; `None` for one that is not known.
#[must_use]
pub fn status_words(name: &str) -> Option<Message> {
    Some(match SyncStatus::named(name)? {
        SyncStatus::Finished => text::registry_status_finished(),
        SyncStatus::Running => text::registry_status_running(),
        SyncStatus::Failed => text::registry_status_failed(),
    })
}
