//! A sync task and how it stands at a time.

use cloud_api::Timestamp;

use super::inventory::Registry;

/// How a task was started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Automatic,
    Manual,
}

/// How a task ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Done,
    Terminated,
    TimedOut,
    Abnormal,
}

/// What becomes of a registry in a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Finished,
    Failed(&'static str),
    /// A status that the documents do not know.
    Unheard(&'static str),
}

/// A registry in a task.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub registry: u32,
    /// Milliseconds from the beginning of the task.
    pub ends_after: i64,
    pub fate: Fate,
}

/// A task; nothing in it changes, how it stands follows from the time alone.
#[derive(Clone, Debug)]
pub struct Task {
    pub id: String,
    pub kind: Kind,
    pub project: &'static str,
    pub enterprise_project: &'static str,
    pub begin: Timestamp,
    /// Milliseconds from beginning to end.
    pub lasts: i64,
    pub ending: Ending,
    pub is_all: bool,
    pub entries: Vec<Entry>,
}

/// How a registry stands in its task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Running,
    Finished,
    Failed(&'static str),
    Unheard(&'static str),
}

impl Standing {
    pub fn status(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Finished => "finished",
            Self::Failed(_) => "failed",
            Self::Unheard(status) => status,
        }
    }
}

/// The ID of a task by number.
pub fn numbered_id(number: u64) -> String {
    format!("d4c3b2a1-0f9e-4d8c-b7a6-{number:012x}")
}

/// Spreads the ends of registries evenly over the time of a task.
pub fn spread(fates: Vec<(u32, Fate)>, lasts: i64) -> Vec<Entry> {
    let count = fates.len() as i64;
    (1..)
        .zip(fates)
        .map(|(place, (registry, fate))| Entry {
            registry,
            ends_after: lasts * place / count,
            fate,
        })
        .collect()
}

/// What becomes of a registry: what HSS does not get at fails always; `is_due` makes others fail, but
/// not those that a start fails by already.
pub fn fate(registry: &Registry, is_due: bool) -> Fate {
    const CAUSES: [&str; 4] = [
        "SERVER_ERROR",
        "pull access denied: unauthorized (401)",
        "CREATE_JOB_FAILED",
        "manifest unknown",
    ];
    let is_due = is_due && !registry.name.starts_with("fault-500-");
    match (registry.fail_reason, is_due) {
        ("", true) => Fate::Failed(CAUSES[registry.number as usize % CAUSES.len()]),
        ("", false) => Fate::Finished,
        (cause, _) => Fate::Failed(cause),
    }
}

impl Task {
    pub fn end(&self) -> Timestamp {
        self.begin.plus_milliseconds(self.lasts)
    }

    fn age(&self, now: Timestamp) -> i64 {
        now.milliseconds_since(self.begin)
    }

    pub fn is_over(&self, now: Timestamp) -> bool {
        self.age(now) >= self.lasts
    }

    /// Percent done, 100 for done, or the number of another end (reference §7).
    pub fn status(&self, now: Timestamp) -> i64 {
        if self.is_over(now) {
            return match self.ending {
                Ending::Done => 100,
                Ending::Terminated => -1,
                Ending::TimedOut => -2,
                Ending::Abnormal => -3,
            };
        }
        let age = self.age(now);
        let ended = self.entries.iter().filter(|entry| entry.ends_after <= age);
        let all = self.entries.len().max(1);
        (ended.count() * 100 / all).min(99) as i64
    }

    /// How a registry stands. Of a task that was terminated the rest has failed; of one that timed
    /// out the rest stays as it was, which the documents leave open.
    pub fn standing(&self, entry: &Entry, now: Timestamp) -> Standing {
        if entry.ends_after <= self.age(now).min(self.lasts) {
            return match entry.fate {
                Fate::Finished => Standing::Finished,
                Fate::Failed(cause) => Standing::Failed(cause),
                Fate::Unheard(status) => Standing::Unheard(status),
            };
        }
        match self.ending {
            Ending::Terminated if self.is_over(now) => Standing::Failed("TASK_TERMINATED"),
            Ending::Terminated | Ending::Done | Ending::TimedOut | Ending::Abnormal => {
                Standing::Running
            }
        }
    }

    /// When a registry's part ended, if it has by now.
    pub fn ended(&self, entry: &Entry, now: Timestamp) -> Option<Timestamp> {
        let after = entry.ends_after.min(self.lasts);
        (self.standing(entry, now) != Standing::Running)
            .then(|| self.begin.plus_milliseconds(after))
    }
}
