//! What `docker push` of a new image does.

use cloud_api::{OrganizationName, RepositoryName, TagName, Timestamp};
use serde_json::Value;

use crate::gateway::written_time::written_at;

use super::place::Place;
use super::state::State;
use super::state::tag::Tag;
use super::sync_jobs::{self, Start};
use super::sync_tasks::SyncTask;

/// Bytes of a new image.
const SIZE: u64 = 12_345_678;

/// What a test orders to be pushed; `None` when the order is not understood.
pub fn ordered(body: &[u8]) -> Option<(Place, TagName)> {
    let body: Value = serde_json::from_slice(body).ok()?;
    let text = |key: &str| body[key].as_str();
    let organization = OrganizationName::listed(text("organization")?)?;
    let repository = RepositoryName::listed(text("repository")?)?;
    let place = Place {
        organization: organization.to_string(),
        repository: repository.to_string(),
    };
    Some((place, text("tag")?.parse().ok()?))
}

/// A tag that was there moves to the new image, and the automatic sync tasks copy it. Nothing happens
/// where there is no such repository.
pub fn push(state: &mut State, place: &Place, name: &TagName, now: Timestamp) {
    let name = name.as_str();
    let image = state.next_id();
    let Ok(found) = state.repository_mut(place) else {
        return;
    };
    let tags = found.tags.list();
    let old = tags
        .iter()
        .position(|tag| tag.name == name)
        .map(|index| tags.remove(index));
    let newest_id = tags.first().map_or(0, |tag| tag.id);
    let old_id = old.as_ref().map_or(0, |tag| tag.id);
    tags.insert(
        0,
        Tag {
            id: newest_id.max(old_id).max(found.id * 1_000) + 1,
            name: name.to_owned(),
            digest: format!("sha256:{image:064x}"),
            size: SIZE,
            created: old.as_ref().map_or(now, |tag| tag.created),
            updated: now,
        },
    );
    found.num_images = tags.len() as u64;
    found.size = found.size + SIZE - old.map_or(0, |tag| tag.size);
    found.updated_at = written_at(now);
    let tasks = found.lists.of::<SyncTask>().to_vec();
    for task in tasks.into_iter().filter(|task| task.automatic) {
        let start = Start {
            id: state.next_id(),
            tag: name,
            target: &task.target,
            overwrite: task.overwrite,
            operator_id: "",
            now,
        };
        if let Ok(found) = state.repository_mut(place) {
            sync_jobs::start(found, &start);
        }
    }
}
