//! What is copied from and to each registry, counted.

use crate::gateway::holding::{Holding, Holdings, count};

use super::state::State;

/// Counts the policies that refer to registries.
pub fn count_holdings(state: &State, holdings: &mut Holdings) {
    for instance in &state.instances {
        for policy in &instance.policies {
            let registry = policy.settings.side.registry();
            count(
                holdings,
                Holding::Policies,
                format!("{}/{registry}", instance.id),
            );
        }
    }
}
