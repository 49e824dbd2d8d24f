//! How far an execution is, by its counters.

use super::execution::Execution;

/// How far an execution is. The parts together are never more than the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    total: u64,
    done: u64,
    failed: u64,
    stopped: u64,
}

impl Progress {
    /// By the counters; `None` where there is nothing to do, or nothing of it is told. Counters that add
    /// up to more than the total are believed before it.
    #[must_use]
    pub fn of(execution: &Execution) -> Option<Self> {
        let [done, failed, stopped, running] = [
            execution.succeed,
            execution.failed,
            execution.stopped,
            execution.in_progress,
        ]
        .map(Option::unwrap_or_default);
        // More than can be counted is no count.
        let counted = [failed, stopped, running]
            .into_iter()
            .try_fold(done, u64::checked_add)?;
        let total = execution.total.unwrap_or_default().max(counted);
        (total > 0).then_some(Self {
            total,
            done,
            failed,
            stopped,
        })
    }

    /// Tasks in all, at least 1.
    #[must_use]
    pub fn total(self) -> u64 {
        self.total
    }

    /// Tasks that have done what they should.
    #[must_use]
    pub fn done(self) -> u64 {
        self.done
    }

    /// Tasks that have not.
    #[must_use]
    pub fn failed(self) -> u64 {
        self.failed
    }

    /// Tasks that were stopped.
    #[must_use]
    pub fn stopped(self) -> u64 {
        self.stopped
    }

    /// How many percent of the tasks have done what they should: 100 only when all have.
    #[must_use]
    pub fn done_percent(self) -> u8 {
        self.percent(self.done)
    }

    /// How many percent of the tasks have ended, well or not: 100 only when all have.
    #[must_use]
    pub fn ended_percent(self) -> u8 {
        self.percent(self.done + self.failed + self.stopped)
    }

    fn percent(self, part: u64) -> u8 {
        if part >= self.total {
            return 100;
        }
        // Where a hundred times as much cannot be counted, a hundredth of the whole is exact enough.
        let percent = match part.checked_mul(100) {
            Some(hundredfold) => hundredfold / self.total,
            None => part / (self.total / 100),
        };
        u8::try_from(percent).map_or(99, |percent| percent.min(99))
    }
}
