//! Which policies keep a target registry in use.

use super::ids::RegistryId;
use super::replication_policy::ReplicationPolicy;
use crate::Listed;

/// The policies that refer to a target registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedBy<'a> {
    /// Those that surely do, enabled or not, in their order.
    pub policies: Vec<&'a ReplicationPolicy>,
    /// How many cannot be read, so that they may refer to it too.
    pub unread: u64,
}

/// Looks through all policies of an instance, at both sides of each: a disabled policy keeps a registry
/// from being deleted as well (corrections §5).
#[must_use]
pub fn used_by(registry: RegistryId, all: &Listed<ReplicationPolicy>) -> UsedBy<'_> {
    let mut used = UsedBy {
        policies: Vec::new(),
        unread: all.left_out,
    };
    for policy in all.iter() {
        match policy.uses(registry) {
            Some(true) => used.policies.push(policy),
            Some(false) => {}
            None => used.unread = used.unread.saturating_add(1),
        }
    }
    used
}
