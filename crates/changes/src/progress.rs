//! What can be said of a change as a whole.

use cloud_api::Timestamp;

use crate::{CallState, Cause, Change, ItemState, Phase, Step};

/// How many items stand how. All other numbers but `verified` add up to the total.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Done, or done before.
    pub done: usize,
    /// Those of the done ones that were read back.
    pub verified: usize,
    /// Not as they were wanted.
    pub failed: usize,
    /// Being checked, because nobody knows.
    pub unknown: usize,
    /// Sent, no answer yet.
    pub running: usize,
    /// Taken by the service, which works on it in a job.
    pub working: usize,
    /// Not sent yet.
    pub waiting: usize,
    /// Will not be sent unless the person retries.
    pub stopped: usize,
    /// All.
    pub total: usize,
}

impl Change {
    /// How many items stand how.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let mut progress = Progress {
            total: self.items.len(),
            ..Progress::default()
        };
        for item in self.items.values() {
            let count = match item.state {
                ItemState::Waiting => &mut progress.waiting,
                ItemState::Running => &mut progress.running,
                ItemState::InJob { .. } => &mut progress.working,
                ItemState::Unknown { .. } => &mut progress.unknown,
                ItemState::Done { verified: None, .. } => &mut progress.done,
                ItemState::Done { .. } | ItemState::AlreadyDone { .. } => {
                    progress.verified += 1;
                    &mut progress.done
                }
                ItemState::Failed(_) => &mut progress.failed,
                ItemState::Stopped => &mut progress.stopped,
            };
            *count += 1;
        }
        progress
    }

    /// Whether something is sent, waits to be sent, is followed in a job, or is unknown, so that nobody
    /// goes on with it when the page is left. What the service has accepted and is only read back is not.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        let mut items = self.items.values();
        items.any(|item| match item.state {
            ItemState::Waiting
            | ItemState::Running
            | ItemState::InJob { .. }
            | ItemState::Unknown { .. } => true,
            ItemState::Done { .. }
            | ItemState::AlreadyDone { .. }
            | ItemState::Failed(_)
            | ItemState::Stopped => false,
        })
    }

    /// Whether every item stays as it is unless the person acts: nothing is to be sent or read.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.calls.values().all(crate::Call::is_finished)
    }

    /// Whether Retry would send or find out something that is not done or not known.
    #[must_use]
    pub fn needs_retry(&self) -> bool {
        let left = self
            .items
            .values()
            .any(|item| item.state.may_be_sent_again());
        left || self.has_held()
    }

    /// Whether something is unknown that is read again only when the person asks.
    #[must_use]
    pub fn has_held(&self) -> bool {
        self.calls.values().any(|call| match &call.state {
            CallState::Checking(check) => {
                check.step == Step::Held && check.cause != Cause::Accepted
            }
            CallState::Following(polling) => polling.step == Step::Held,
            CallState::Planned | CallState::Sent | CallState::Settled | CallState::Withdrawn => {
                false
            }
        })
    }

    /// Whether Stop would keep anything from being sent.
    #[must_use]
    pub fn may_stop(&self) -> bool {
        self.phase == Phase::Running
            && self.calls.values().any(|call| match &call.state {
                CallState::Planned => true,
                // What such a call leaves is sent one by one.
                CallState::Checking(check) => {
                    self.was_over_many(call) && matches!(check.cause, Cause::Refused(_))
                }
                CallState::Sent
                | CallState::Following(_)
                | CallState::Settled
                | CallState::Withdrawn => false,
            })
    }

    /// Until when nothing is sent or read back because the service wants fewer requests; then it goes
    /// on by itself, and slower. `None` while nothing is waited for.
    #[must_use]
    pub fn waits_until(&self) -> Option<Timestamp> {
        self.pacing.rests_until().filter(|_| !self.is_settled())
    }
}
