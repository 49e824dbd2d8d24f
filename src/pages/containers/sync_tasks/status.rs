//! How far a sync job is, in words.

use cloud_api::swr::{LastCopy, SyncStatus};
use leptos::prelude::*;
use words::sync_status::status_words;

use crate::i18n::use_i18n;
use crate::live::live;
use crate::ui::{IconName, Pill, Tone};

/// How the latest copy to a target stands: red is for what needs a hand, and what is as it should be
/// takes no colour.
pub fn last_copy_pill(status: &SyncStatus, last_copy: LastCopy) -> AnyView {
    let (tone, icon) = match last_copy {
        LastCopy::Missing => (Tone::Danger, IconName::Danger),
        LastCopy::FailedBefore => (Tone::Neutral, IconName::Danger),
        LastCopy::UnderWay => (Tone::Neutral, IconName::Running),
        LastCopy::Arrived | LastCopy::NeverRan => (Tone::Plain, IconName::Success),
        LastCopy::NotTold => (Tone::Warning, IconName::Unknown),
    };
    let (message, words) = (status_words(status), use_i18n());
    let label = live(move || words.say(&message));
    view! { <Pill tone icon label /> }.into_any()
}

/// The same of a copy in the history: whether it needs a hand says the task.
pub fn past_copy_pill(status: &SyncStatus) -> AnyView {
    let stood = match status {
        SyncStatus::Waiting | SyncStatus::Running => LastCopy::UnderWay,
        SyncStatus::Success | SyncStatus::Existed => LastCopy::Arrived,
        SyncStatus::Failed | SyncStatus::Timeout | SyncStatus::Cancel => LastCopy::FailedBefore,
        SyncStatus::Unknown(_) => LastCopy::NotTold,
    };
    last_copy_pill(status, stood)
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
