//! Who has access and where images are copied to, counted.

use crate::gateway::holding::{Holding, Holdings, count_all};

use super::state::State;
use super::sync_tasks::SyncTask;

/// Counts sync tasks and grants.
pub fn count_holdings(state: &State, holdings: &mut Holdings) {
    let organizations = || state.organizations().values();
    let repositories = || organizations().flat_map(|one| one.repositories.values());
    let tasks = repositories().flat_map(|one| one.lists.of::<SyncTask>());
    count_all(
        holdings,
        Holding::SyncTasks,
        tasks.map(|task| &*task.target.region),
    );
    let of_organizations = organizations().flat_map(|one| &one.grants);
    let grants = of_organizations.chain(repositories().flat_map(|one| &one.grants));
    count_all(
        holdings,
        Holding::Grants,
        grants.map(|grant| &*grant.user_id),
    );
}
