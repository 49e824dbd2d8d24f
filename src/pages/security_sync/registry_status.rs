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

/// A status as icon and word; an unknown one is shown as it is. What failed is red in the `latest` task
/// only.
pub fn status_pill(name: &str, latest: Memo<bool>) -> AnyView {
    let status = SyncStatus::named(name);
    let (said, name) = (status_words(name), visible(name));
    let label = move || match said.clone() {
        Some(said) => t(said),
        None => {
            let name = name.clone();
            live(move || name.clone())
        }
    };
    if status == Some(SyncStatus::Failed) {
        return live(move || {
            let tone = match latest.get() {
                true => Tone::Danger,
                false => Tone::Neutral,
            };
            view! { <Pill tone icon=IconName::Danger label=label() /> }.into_any()
        })
        .into_any();
    }
    let (tone, icon) = match status {
        Some(SyncStatus::Finished) => (Tone::Plain, IconName::Success),
        Some(SyncStatus::Running | SyncStatus::Failed) => (Tone::Neutral, IconName::Running),
        None => (Tone::Warning, IconName::Unknown),
    };
    view! { <Pill tone icon label=label() /> }.into_any()
}
