//! The last execution of policies.

use super::execution::Execution;
use super::replication_policy::ReplicationPolicy;

/// The execution of one of these policies that began last; of those whose time is not told or the same,
/// the one with the largest ID. For a target registry these are the policies that use it.
#[must_use]
pub fn last_run<'a>(
    policies: &[&ReplicationPolicy],
    executions: &'a [Execution],
) -> Option<&'a Execution> {
    let is_of_one = |execution: &&Execution| {
        let id = execution.policy_id;
        id.is_some() && policies.iter().any(|policy| policy.id == id)
    };
    let of_them = executions.iter().filter(is_of_one);
    of_them.max_by_key(|execution| (execution.created_at.time(), execution.id))
}
