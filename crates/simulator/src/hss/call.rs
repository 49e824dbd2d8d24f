//! A call of HSS and the functions that answer one.

use cloud_api::Timestamp;

use crate::gateway::answer::Answer;
use crate::gateway::incoming::Incoming;

use super::state::State;
use super::view::View;

/// What every part needs to know of a call.
pub struct Call<'a> {
    pub request: &'a Incoming,
    pub view: &'a View,
    pub now: Timestamp,
}

/// What answers a call, by what its path names.
pub enum Handler {
    /// The project alone.
    Project(fn(&mut State, &Call<'_>) -> Answer),
    /// One thing of the project, by its ID as it stands in the path.
    Part(fn(&mut State, &Call<'_>, &str) -> Answer),
}

impl Handler {
    /// How many names the path holds.
    pub const fn names(&self) -> usize {
        match self {
            Self::Project(_) => 1,
            Self::Part(_) => 2,
        }
    }
}
