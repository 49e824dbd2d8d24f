//! What HSS remembers.

use cloud_api::Timestamp;

use super::seed_data;
use super::sync_tasks::SyncTasks;

/// Whether the registry `fault-500-once` has made a start fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultOnce {
    Due,
    Happened,
}

/// The tasks that there were and that were started since.
pub struct State {
    pub tasks: SyncTasks,
    pub fault_once: FaultOnce,
}

impl State {
    /// The first tasks, which lie before `start`.
    pub fn new(seed: u64, start: Timestamp) -> Self {
        Self {
            tasks: SyncTasks::new(seed_data::tasks(seed, start), start),
            fault_once: FaultOnce::Due,
        }
    }
}
