//! Where images are copied to, in a table and in words.

use cloud_api::swr::SyncTarget;
use leptos::prelude::*;

use crate::pages::containers::place::Place;
use crate::table::cells::identifier::identifier_cell;

/// Region and organization as one text.
#[must_use]
pub fn target_text(region: &str, organization: &str) -> String {
    format!("{region}/{organization}")
}

/// The same of a target that a request can carry.
#[must_use]
pub fn target_name(target: &SyncTarget) -> String {
    target_text(target.region.as_str(), target.organization.as_str())
}

/// What a person calls a sync task, wherever it is shown.
#[must_use]
pub fn sync_task_name(place: &Place, target: &SyncTarget) -> String {
    format!("{place} → {}", target_name(target))
}

/// Region and organization in a table; untrusted text.
pub fn target_cell(region: &str, organization: &str) -> AnyView {
    identifier_cell(target_text(region, organization))
}
