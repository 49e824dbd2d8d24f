//! How far a sync job is, in words.

use cloud_api::swr::SyncStatus;
use leptos::prelude::*;
use words::sync_status::status_words;

use crate::i18n::use_i18n;
use crate::live::live;
use crate::ui::{IconName, Pill, Tone};

/// A status as icon and word.
pub fn sync_status_pill(status: &SyncStatus) -> AnyView {
    let (tone, icon) = match status {
        SyncStatus::Waiting => (Tone::Neutral, IconName::Neutral),
        SyncStatus::Running => (Tone::Neutral, IconName::Running),
        SyncStatus::Success | SyncStatus::Existed => (Tone::Success, IconName::Success),
        SyncStatus::Failed | SyncStatus::Timeout => (Tone::Danger, IconName::Danger),
        SyncStatus::Cancel => (Tone::Warning, IconName::Warning),
        SyncStatus::Unknown(_) => (Tone::Warning, IconName::Unknown),
    };
    let (message, words) = (status_words(status), use_i18n());
    let label = live(move || words.say(&message));
    view! { <Pill tone icon label /> }.into_any()
}

/// Whether a job ended without its tag being at the target.
#[must_use]
pub fn is_not_copied(status: &SyncStatus) -> bool {
    matches!(
        status,
        SyncStatus::Failed | SyncStatus::Timeout | SyncStatus::Cancel
    )
}

/// The order by status: what was not copied first, then what is not known, what is under way, what
/// is done.
#[must_use]
pub fn status_order(status: &SyncStatus) -> i64 {
    match status {
        SyncStatus::Failed => 0,
        SyncStatus::Timeout => 1,
        SyncStatus::Cancel => 2,
        SyncStatus::Unknown(_) => 3,
        SyncStatus::Running => 4,
        SyncStatus::Waiting => 5,
        SyncStatus::Existed => 6,
        SyncStatus::Success => 7,
    }
}
