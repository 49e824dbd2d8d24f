//! How a sync job stands, as icon and word.

use cloud_api::swr::SyncStatus;
use leptos::prelude::*;

use crate::i18n::{Message, text, use_i18n};
use crate::live::live;
use crate::ui::{IconName, Pill, Tone};

/// The pill of a status; an unknown one is shown as it is.
pub fn sync_status_pill(status: &SyncStatus) -> AnyView {
    let words = use_i18n();
    let (tone, icon) = match status {
        SyncStatus::Waiting | SyncStatus::Running => (Tone::Neutral, IconName::Running),
        SyncStatus::Success | SyncStatus::Existed => (Tone::Success, IconName::Success),
        SyncStatus::Failed | SyncStatus::Timeout => (Tone::Danger, IconName::Danger),
        SyncStatus::Cancel => (Tone::Neutral, IconName::Neutral),
        SyncStatus::Unknown(_) => (Tone::Warning, IconName::Unknown),
    };
    let word = status_word(status);
    view! { <Pill tone icon label=live(move || words.say(&word)) /> }.into_any()
}

fn status_word(status: &SyncStatus) -> Message {
    match status {
        SyncStatus::Waiting => text::sync_status_waiting(),
        SyncStatus::Running => text::sync_status_running(),
        SyncStatus::Success => text::sync_status_success(),
        SyncStatus::Failed => text::sync_status_failed(),
        SyncStatus::Timeout => text::sync_status_timeout(),
        SyncStatus::Cancel => text::sync_status_cancel(),
        SyncStatus::Existed => text::sync_status_existed(),
        SyncStatus::Unknown(other) => text::sync_status_unknown(other.clone()),
    }
}
