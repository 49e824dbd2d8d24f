//! Who machine images are shared with, counted.

use cloud_api::Timestamp;

use crate::gateway::holding::{Holding, Holdings, count};
use crate::gateway::identities::PROJECT_ID;

use super::state::State;

/// Counts the recipients of the main project's images.
pub fn count_holdings(state: &mut State, holdings: &mut Holdings, now: Timestamp) {
    state.settle(now);
    for image in state.images.iter().filter(|it| it.owner == PROJECT_ID) {
        for _ in &image.members {
            count(holdings, Holding::Recipients, &image.id);
        }
    }
}
