//! All sync tasks: those of the beginning and those that were started since.

use std::collections::BTreeMap;

use cloud_api::Timestamp;
use cloud_api::hss::TaskId;

use crate::gateway::identities::PROJECT_ID;

use super::inventory::{Registry, listed};
use super::task::{Ending, Fate, Kind, Standing, Task, fate, numbered_id, spread};
use super::view::DEFAULT;

pub struct SyncTasks {
    start: Timestamp,
    tasks: Vec<Task>,
    started: u64,
}

/// Started tasks are numbered from here.
const STARTED_FROM: u64 = 1_000;

impl SyncTasks {
    /// The first ones, of a cloud that starts at this time.
    pub fn new(tasks: Vec<Task>, start: Timestamp) -> Self {
        Self {
            start,
            tasks,
            started: 0,
        }
    }

    /// All, the newest first.
    pub fn newest_first(&self) -> Vec<&Task> {
        let mut tasks: Vec<&Task> = self.tasks.iter().rev().collect();
        tasks.sort_by_key(|task| std::cmp::Reverse(task.begin));
        tasks
    }

    pub fn find(&self, id: &str) -> Option<&Task> {
        self.tasks.iter().find(|task| task.id == id)
    }

    /// A task of ten minutes before the start.
    pub fn add_finished(&mut self, id: &TaskId) {
        let fates = listed()
            .iter()
            .filter(|registry| registry.enterprise_project == DEFAULT)
            .map(|registry| (registry.number, Fate::Finished))
            .collect();
        self.tasks.push(Task {
            id: id.to_string(),
            kind: Kind::Manual,
            project: PROJECT_ID,
            enterprise_project: DEFAULT,
            begin: self.start.plus_milliseconds(-600_000),
            lasts: 60_000,
            ending: Ending::Done,
            is_all: true,
            entries: spread(fates, 60_000),
        });
    }

    /// Starts a task now: 20 s and 1 s more for each registry, at most a minute. Some registries fail
    /// at first, and are done when they are synchronized again.
    pub fn start(
        &mut self,
        enterprise_project: &'static str,
        is_all: bool,
        registries: &[Registry],
        now: Timestamp,
    ) {
        let latest = self.latest(now);
        let fates: Vec<(u32, Fate)> = registries
            .iter()
            .map(|registry| {
                let number = registry.number;
                let failed_before = matches!(latest.get(&number), Some((_, Standing::Failed(_))));
                (number, fate(registry, number % 5 == 3 && !failed_before))
            })
            .collect();
        let lasts = (20_000 + 1_000 * fates.len() as i64).min(60_000);
        self.tasks.push(Task {
            id: numbered_id(STARTED_FROM + self.started),
            kind: Kind::Manual,
            project: PROJECT_ID,
            enterprise_project,
            begin: now,
            lasts,
            ending: Ending::Done,
            is_all,
            entries: spread(fates, lasts),
        });
        self.started += 1;
    }

    /// When each registry was last synchronized, and with what result.
    pub fn latest(&self, now: Timestamp) -> BTreeMap<u32, (Timestamp, Standing)> {
        let mut latest = BTreeMap::new();
        for task in self.tasks.iter().filter(|task| task.project == PROJECT_ID) {
            for entry in &task.entries {
                let Some(ended) = task.ended(entry, now) else {
                    continue;
                };
                let known = latest
                    .entry(entry.registry)
                    .or_insert((ended, task.standing(entry, now)));
                if ended >= known.0 {
                    *known = (ended, task.standing(entry, now));
                }
            }
        }
        latest
    }
}
