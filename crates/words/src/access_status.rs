//! Whether HSS gets at a registry, in words.

use cloud_api::hss::AccessStatus;

use crate::{Message, text};

/// The word for it.
#[must_use]
pub fn access_words(status: AccessStatus) -> Message {
    match status {
        AccessStatus::Success => text::access_status_success(),
        AccessStatus::Fail => text::access_status_fail(),
        AccessStatus::Accessing => text::access_status_accessing(),
    }
}
