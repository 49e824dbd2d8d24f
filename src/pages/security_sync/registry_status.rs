//! How a registry of a task stands, and of which type it is, in words.

use cloud_api::hss::SyncStatus;
use leptos::prelude::*;
use words::registry_status::status_words;

use crate::i18n::{t, visible};
use crate::live::live;
use crate::ui::{IconName, Pill, Tone};

/// The place of a status in the order: what failed first, then what nobody knows.
#[must_use]
pub fn rank(name: &str) -> i64 {
    match SyncStatus::named(name) {
        Some(SyncStatus::Failed) => 0,
        None => 1,
        Some(SyncStatus::Running) => 2,
        Some(SyncStatus::Finished) => 3,
    }
}

/// A status as icon and word; an unknown one is shown as it is.
pub fn status_pill(name: &str) -> AnyView {
    let (tone, icon) = match SyncStatus::named(name) {
        Some(SyncStatus::Finished) => (Tone::Success, IconName::Success),
        Some(SyncStatus::Running) => (Tone::Neutral, IconName::Running),
        Some(SyncStatus::Failed) => (Tone::Danger, IconName::Danger),
        None => (Tone::Warning, IconName::Unknown),
    };
    let label = match status_words(name) {
        Some(words) => t(words),
        None => {
            let name = visible(name);
            live(move || name.clone())
        }
    };
    view! { <Pill tone icon label /> }.into_any()
}
