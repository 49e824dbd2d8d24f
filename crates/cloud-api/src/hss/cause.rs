//! Registries of a task that failed alike.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::task_registry::{SyncStatus, TaskRegistry};

/// Where a registry stands when those that failed alike stand together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grouped {
    /// How many failed by the same cause, itself among them; 0 when it did not fail.
    pub alike: u64,
    /// The number of its group, 0 for the largest; those that did not fail come after all groups.
    pub group: usize,
    /// Its place in the order, counted from 0.
    pub place: usize,
}

/// The place of each registry, in their order: what failed first, the largest group of the same cause
/// first, by name in each; then those of which no known status is told, those that run, and those
/// that are finished.
#[must_use]
pub fn by_cause(registries: &[TaskRegistry]) -> Vec<Grouped> {
    let failed = |row: &TaskRegistry| row.status() == Some(SyncStatus::Failed);
    let mut sizes: BTreeMap<&str, u64> = BTreeMap::new();
    for row in registries.iter().filter(|row| failed(row)) {
        *sizes.entry(&row.failed_reason).or_default() += 1;
    }
    let mut causes: Vec<(Reverse<u64>, &str)> = sizes
        .iter()
        .map(|(cause, size)| (Reverse(*size), *cause))
        .collect();
    causes.sort_unstable();
    let groups: BTreeMap<&str, usize> = causes
        .iter()
        .enumerate()
        .map(|(group, (_, cause))| (*cause, group))
        .collect();
    let mut grouped: Vec<Grouped> = registries
        .iter()
        .map(|row| match failed(row) {
            true => Grouped {
                alike: sizes.get(&*row.failed_reason).copied().unwrap_or_default(),
                group: groups.get(&*row.failed_reason).copied().unwrap_or_default(),
                place: 0,
            },
            false => Grouped {
                alike: 0,
                group: causes.len() + after_groups(row),
                place: 0,
            },
        })
        .collect();
    let mut order: Vec<usize> = (0..registries.len()).collect();
    order.sort_by_cached_key(|row| {
        let group = grouped.get(*row).map(|grouped| grouped.group);
        let name = registries
            .get(*row)
            .map(|row| row.registry_name.to_lowercase());
        (group, name)
    });
    for (place, row) in order.into_iter().enumerate() {
        if let Some(grouped) = grouped.get_mut(row) {
            grouped.place = place;
        }
    }
    grouped
}

fn after_groups(row: &TaskRegistry) -> usize {
    match row.status() {
        None | Some(SyncStatus::Failed) => 0,
        Some(SyncStatus::Running) => 1,
        Some(SyncStatus::Finished) => 2,
    }
}
