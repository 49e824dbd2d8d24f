//! Who has access and where images are copied to, counted.

use crate::gateway::holding::{Holding, Holdings, count};

use super::state::State;
use super::sync_tasks::SyncTask;

/// Counts sync tasks and grants.
pub fn count_holdings(state: &State, holdings: &mut Holdings) {
    for organization in state.organizations.values() {
        for grant in &organization.grants {
            count(holdings, Holding::Grants, &grant.user_id);
        }
        for repository in organization.repositories.values() {
            for grant in &repository.grants {
                count(holdings, Holding::Grants, &grant.user_id);
            }
            for task in repository.lists.of::<SyncTask>() {
                count(holdings, Holding::SyncTasks, &task.target.region);
            }
        }
    }
}
