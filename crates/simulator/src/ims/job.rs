//! A job and how it stands at a time (examples §3.4).

use cloud_api::Timestamp;
use serde_json::{Value, json};

use crate::gateway::written_time::written_in_milliseconds;

use super::fault::{Plan, PollFault};
use super::recipient::Recipient;

/// Milliseconds until a job begins to work.
const WAITS: i64 = 1_000;

/// What a job changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Add,
    /// To `accepted` or `rejected`.
    Update(&'static str),
    Delete,
}

impl Change {
    fn word(self) -> &'static str {
        match self {
            Self::Add => "imsAddImageMembersJob",
            Self::Update(_) => "imsUpdateImageMembersJob",
            Self::Delete => "imsDelImageMembersJob",
        }
    }
}

/// An image and a recipient of it.
#[derive(Clone, Debug)]
pub struct Pair {
    pub image: String,
    pub recipient: Recipient,
    pub plan: Plan,
}

/// Why a pair was not changed, as the job tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failure {
    pub code: &'static str,
    pub reason: &'static str,
}

/// What became of a pair; of one that was left the job says that it was done.
pub type Outcome = Result<(), Failure>;

pub struct Job {
    pub id: String,
    pub change: Change,
    /// The project of the token that asked for it; no other may read it.
    pub project: &'static str,
    pub begin: Timestamp,
    /// Milliseconds from beginning to end.
    pub lasts: i64,
    pub pairs: Vec<Pair>,
    /// What became of each pair, once it is over.
    pub outcomes: Option<Vec<Outcome>>,
    pub poll_fault: PollFault,
    /// How often it was asked for.
    pub polls: u32,
}

impl Job {
    pub fn end(&self) -> Timestamp {
        self.begin.plus_milliseconds(self.lasts)
    }

    pub fn is_over(&self, now: Timestamp) -> bool {
        now >= self.end()
    }

    fn failure(&self) -> Option<Failure> {
        let outcomes = self.outcomes.as_ref()?;
        outcomes.iter().find_map(|outcome| outcome.err())
    }

    fn status(&self, now: Timestamp) -> &'static str {
        if self.is_over(now) {
            return match self.failure() {
                Some(_) => "FAIL",
                None => "SUCCESS",
            };
        }
        match now.milliseconds_since(self.begin) < WAITS {
            true => "INIT",
            false => "RUNNING",
        }
    }

    /// What both paths tell; `entities` is what differs.
    fn describe(&self, now: Timestamp, entities: &Value) -> Value {
        let failure = self.failure();
        json!({
            "job_id": self.id,
            "job_type": self.change.word(),
            "begin_time": written_in_milliseconds(self.begin),
            "end_time": match self.is_over(now) {
                true => written_in_milliseconds(self.end()),
                false => String::new(),
            },
            "status": self.status(now),
            "error_code": failure.map(|it| it.code),
            "fail_reason": failure.map(|it| it.reason),
            "entities": entities,
        })
    }

    /// As the path without a project tells it: how far it is, and nothing of single pairs.
    pub fn progress(&self, now: Timestamp) -> Value {
        let age = now.milliseconds_since(self.begin).clamp(0, self.lasts);
        let hundredths = age * 100 / self.lasts;
        let entities = json!({
            "subJobId": "",
            "process_percent": hundredths as f64 / 100.0,
        });
        self.describe(now, &entities)
    }

    /// As the path with the project tells it: each pair at the end, but none of a deletion.
    pub fn results(&self, now: Timestamp) -> Value {
        let entities = match self.status(now) {
            "INIT" => json!({}),
            _ => json!({ "results": self.rows() }),
        };
        self.describe(now, &entities)
    }

    fn rows(&self) -> Vec<Value> {
        if self.change == Change::Delete {
            return Vec::new();
        }
        let outcomes = self.outcomes.iter().flatten();
        let rows = self.pairs.iter().zip(outcomes).map(|(pair, outcome)| {
            json!({
                "image_id": pair.image,
                "project_id": pair.recipient.id,
                "status": match outcome {
                    Ok(()) => "success",
                    Err(_) => "FAIL",
                },
            })
        });
        rows.collect()
    }
}
