//! What runs of policies, read for a dialog.

use cloud_api::enterprise::{ExecutionId, Paging, PolicyId, StillRunning};
use cloud_api::{ApiError, Meaning};
use futures::{StreamExt as _, stream};

use super::lists;
use super::place::Place;
use crate::query::Rest;
use crate::session::Session;

/// Policies whose executions are read at once.
const AT_ONCE: usize = 4;

/// What was read of the executions of some policies.
pub struct Executions {
    /// Those that are not over.
    pub running: StillRunning,
    /// The one that began last.
    pub newest: Option<ExecutionId>,
}

/// Reads the executions of these policies, of each by itself: among those of a whole instance the ones of a
/// policy may stand on any page. `None` when it is not awaited any more.
pub async fn read_executions(
    rest: Rest,
    session: Session,
    place: &Place,
    policies: Vec<PolicyId>,
    is_awaited: &dyn Fn() -> bool,
) -> Option<Result<Executions, ApiError>> {
    let read = |policy: PolicyId| {
        // Whatever is not over is among the newest.
        let executions = lists::executions_page(place, Some(policy), Paging::holding(0));
        async move { Some((policy, rest.read(session, executions, is_awaited).await?)) }
    };
    let mut reading = stream::iter(policies).map(read).buffer_unordered(AT_ONCE);
    let mut all = Executions {
        running: StillRunning::default(),
        newest: None,
    };
    while let Some(found) = reading.next().await {
        match found? {
            (policy, Ok(page)) => {
                all.running.add(policy, &page);
                let newest = page.rows.iter().filter_map(|it| it.id).max();
                all.newest = all.newest.max(newest);
            }
            // They go with their policy.
            (_, Err(error)) if error.meaning() == Some(Meaning::AlreadyGone) => {}
            (_, Err(error)) => return Some(Err(error)),
        }
    }
    Some(Ok(all))
}
