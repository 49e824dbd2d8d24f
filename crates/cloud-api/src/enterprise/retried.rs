//! Whether a run that has failed may still succeed.

use super::execution::Execution;
use super::moment::Moment;
use super::run_status::RunStatus;
use super::sub_task::SubTask;
use super::task::Task;
use crate::Timestamp;

/// Milliseconds within which a failure may turn into success: Harbor tries a copy again by itself, and the
/// cloud calls it failed meanwhile.
const WITHIN: i64 = 60_000;

impl Execution {
    /// Whether it has failed so short a time ago that it may be tried again.
    #[must_use]
    pub fn may_be_retried(&self, now: Timestamp) -> bool {
        may_be_retried(self.known_status(), &self.updated_at, now)
    }

    /// Whether something more may happen: it is not over, or may be tried again.
    #[must_use]
    pub fn goes_on(&self, now: Timestamp) -> bool {
        !self.is_over() || self.may_be_retried(now)
    }
}

impl Task {
    /// Whether it has failed so short a time ago that it may be tried again.
    #[must_use]
    pub fn may_be_retried(&self, now: Timestamp) -> bool {
        may_be_retried(self.known_status(), &self.end_time, now)
    }
}

impl SubTask {
    /// Whether it has failed so short a time ago that it may be tried again.
    #[must_use]
    pub fn may_be_retried(&self, now: Timestamp) -> bool {
        may_be_retried(self.known_status(), &self.end_time, now)
    }
}

/// A failure of which no time is told is one for good.
fn may_be_retried(status: Option<RunStatus>, failed_at: &Moment, now: Timestamp) -> bool {
    let is_late = |time| now.milliseconds_since(time).abs() < WITHIN;
    status == Some(RunStatus::Failed) && failed_at.time().is_some_and(is_late)
}
