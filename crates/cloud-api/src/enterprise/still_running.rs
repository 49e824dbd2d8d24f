//! What runs of policies, and whether more of it may run than was read.

use super::execution::Execution;
use super::ids::{ExecutionId, PolicyId};
use super::paging::{Page, PageSize};

/// The executions of policies that are not over, as far as they were read. Only their newest page is: the
/// service narrows them by no status (corrections §5).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StillRunning {
    executions: Vec<(PolicyId, ExecutionId)>,
    may_be_more: bool,
}

impl StillRunning {
    /// Takes in a page of the largest size of the executions of a policy.
    pub fn add(&mut self, policy: PolicyId, page: &Page<Execution>) {
        let rows = &page.rows;
        let received = rows.received();
        // A service that does not tell how many there are may have more behind a full page.
        let is_whole = match page.total {
            Some(total) => total <= received,
            None => received < u64::from(PageSize::LARGEST.rows()),
        };
        self.may_be_more |= !is_whole || rows.left_out > 0;
        let is_of_it = |row: &&Execution| row.policy_id.is_none_or(|of| of == policy);
        for open in rows.iter().filter(is_of_it).filter(|row| !row.is_over()) {
            match open.id {
                Some(execution) => self.executions.push((policy, execution)),
                None => self.may_be_more = true,
            }
        }
        // Pages come in any order.
        self.executions.sort_unstable();
    }

    /// Those of a policy.
    pub fn of(&self, policy: PolicyId) -> impl Iterator<Item = ExecutionId> {
        let of_it = self.executions.iter().filter(move |(of, _)| *of == policy);
        of_it.map(|(_, execution)| *execution)
    }

    /// How many there are at least.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.executions.len() as u64
    }

    /// Whether there may be more: not all of them could be read.
    #[must_use]
    pub fn may_be_more(&self) -> bool {
        self.may_be_more
    }
}
