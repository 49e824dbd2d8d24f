//! A run of a policy; how it stands follows from the time alone.

use cloud_api::Timestamp;
use serde_json::{Value, json};

use crate::gateway::written_time::written_in_milliseconds;

use super::standing::Standing;

/// Milliseconds until an execution is queued.
const QUEUED_AFTER: i64 = 1_000;
/// Milliseconds until the first work begins.
pub const BEGINS_AFTER: i64 = 2_000;
/// Milliseconds from the call that stops an execution to its end.
const STOPPING: i64 = 4_000;
/// Milliseconds after which a failure is tried again and succeeds.
const RECOVERS_AFTER: i64 = 30_000;
/// Tells that there was nothing to copy from.
pub const NO_ARTIFACTS: &str = "failed to fetch artifacts";

/// What becomes of an image.
#[derive(Clone, Copy)]
pub enum Fate {
    Copied,
    Failed(&'static str),
    /// It fails, and is copied when it is tried again.
    Recovers(&'static str),
}

/// An image that is copied; times in milliseconds from the beginning of the execution.
#[derive(Clone)]
pub struct Subtask {
    pub tag: String,
    pub starts: i64,
    pub ends: i64,
    pub fate: Fate,
}

/// A repository that is copied.
#[derive(Clone)]
pub struct Task {
    pub namespace: String,
    pub repository: String,
    pub dest_namespace: String,
    pub subtasks: Vec<Subtask>,
}

#[derive(Clone)]
pub struct Execution {
    pub id: u64,
    pub policy_id: u64,
    /// Who started it: `manual`, `scheduled` or `event_based`.
    pub trigger: &'static str,
    pub begin: Timestamp,
    /// None where nothing could be fetched.
    pub tasks: Vec<Task>,
    /// When somebody asked for it to be stopped.
    pub stop: Option<Timestamp>,
}

impl Execution {
    fn age(&self, now: Timestamp) -> i64 {
        now.milliseconds_since(self.begin)
    }

    fn stopped_after(&self) -> Option<i64> {
        let stop = self.stop?;
        Some(stop.milliseconds_since(self.begin).saturating_add(STOPPING))
    }

    pub fn subtask(&self, subtask: &Subtask, now: Timestamp) -> Standing {
        let age = self.age(now);
        if let Some(stopped) = self.stopped_after()
            && age >= stopped
            && subtask.ends > stopped
        {
            return Standing::Stopped;
        }
        if age < QUEUED_AFTER {
            Standing::Initialized
        } else if age < subtask.starts {
            Standing::Pending
        } else if age < subtask.ends {
            Standing::InProgress
        } else {
            match subtask.fate {
                Fate::Copied => Standing::Succeed,
                Fate::Recovers(_) if age >= subtask.ends + RECOVERS_AFTER => Standing::Succeed,
                Fate::Failed(_) | Fate::Recovers(_) => Standing::Failed,
            }
        }
    }

    pub fn task(&self, task: &Task, now: Timestamp) -> Standing {
        Standing::of_parts(task.subtasks.iter().map(|one| self.subtask(one, now)))
    }

    pub fn standing(&self, now: Timestamp) -> Standing {
        if self.tasks.is_empty() {
            return match self.age(now) {
                ..QUEUED_AFTER => Standing::Initialized,
                QUEUED_AFTER..BEGINS_AFTER => Standing::Pending,
                BEGINS_AFTER.. => Standing::Failed,
            };
        }
        Standing::of_parts(self.tasks.iter().map(|task| self.task(task, now)))
    }

    /// When a part began, if it has by now.
    pub fn started(&self, starts: i64, now: Timestamp) -> Option<Timestamp> {
        let was_stopped = self.stopped_after().is_some_and(|stopped| stopped < starts);
        (self.age(now) >= starts && !was_stopped).then(|| self.begin.plus_milliseconds(starts))
    }

    /// When a part ended that would end after so many milliseconds.
    pub fn ended(&self, ends: i64, standing: Standing) -> Option<Timestamp> {
        let ends = match standing {
            Standing::Stopped => self.stopped_after().unwrap_or(ends).min(ends),
            _ => ends,
        };
        standing
            .is_end()
            .then(|| self.begin.plus_milliseconds(ends))
    }

    /// When its last part ends.
    fn lasts(&self) -> i64 {
        let subtasks = self.tasks.iter().flat_map(|task| &task.subtasks);
        subtasks.map(|one| one.ends).max().unwrap_or(BEGINS_AFTER)
    }

    pub fn describe(&self, now: Timestamp) -> Value {
        let standing = self.standing(now);
        let tasks: Vec<Standing> = self.tasks.iter().map(|one| self.task(one, now)).collect();
        let count = |wanted| tasks.iter().filter(|one| **one == wanted).count();
        let running = tasks.iter().filter(|one| !one.is_end()).count();
        let updated = self.ended(self.lasts(), standing).unwrap_or(now);
        let text = match tasks.is_empty() && standing == Standing::Failed {
            true => NO_ARTIFACTS,
            false => "",
        };
        json!({
            "id": self.id,
            "policy_id": self.policy_id,
            "status": standing.word(),
            "status_text": text,
            "trigger": self.trigger,
            "total": tasks.len(),
            "succeed": count(Standing::Succeed),
            "failed": count(Standing::Failed),
            "in_progress": running,
            "stopped": count(Standing::Stopped),
            "created_at": written_in_milliseconds(self.begin),
            "updated_at": written_in_milliseconds(updated),
        })
    }
}
