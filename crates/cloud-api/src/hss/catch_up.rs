//! Bringing the registries of a running task up to date without reading them all: what has ended
//! since is asked for by status.

use std::collections::BTreeMap;

use super::paging::{Offset, PageSize};
use super::task_registry::{SyncStatus, TaskRegistry};

/// What a registry can end as.
pub const ENDS: [SyncStatus; 2] = [SyncStatus::Failed, SyncStatus::Finished];

/// Where the page begins on which the next registry of a status stands, when the service lists those
/// of a status in the order in which they came to it.
#[must_use]
pub fn next_page(known: &[TaskRegistry], status: SyncStatus) -> Offset {
    let size = u32::from(PageSize::LARGEST.rows());
    let pages = u32::try_from(count(known, status)).unwrap_or(u32::MAX) / size;
    Offset::try_from(pages.saturating_mul(size)).unwrap_or(Offset::LARGEST)
}

/// What was read of a status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfStatus {
    /// Which.
    pub status: SyncStatus,
    /// Registries that have it; not always all.
    pub rows: Vec<TaskRegistry>,
    /// How many have it in all, where the service tells.
    pub total: Option<u64>,
}

/// The registries with what was read since, in their order, and whether that was all that has ended:
/// as many as the service counts stand in each status.
#[must_use]
pub fn caught_up(known: &[TaskRegistry], read: &[OfStatus]) -> (Vec<TaskRegistry>, bool) {
    let rows = read.iter().flat_map(|of_status| &of_status.rows);
    let newer: BTreeMap<&str, &TaskRegistry> =
        rows.map(|row| (row.registry_id.as_str(), row)).collect();
    let caught_up: Vec<TaskRegistry> = known
        .iter()
        .map(|row| *newer.get(row.registry_id.as_str()).unwrap_or(&row))
        .cloned()
        .collect();
    let is_all = read
        .iter()
        .all(|of_status| of_status.total == Some(count(&caught_up, of_status.status)));
    (caught_up, is_all)
}

fn count(rows: &[TaskRegistry], status: SyncStatus) -> u64 {
    let of_status = rows.iter().filter(|row| row.status() == Some(status));
    of_status.count() as u64
}
