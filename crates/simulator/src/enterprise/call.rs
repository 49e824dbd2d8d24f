//! A call of SWR Enterprise and the functions that answer one.

use cloud_api::Timestamp;

use crate::gateway::answer::Answer;
use crate::gateway::incoming::Incoming;

use super::instance::Instance;
use super::referring::ReferringPolicies;
use super::state::State;

/// What every part needs to know of a call.
pub struct Call<'a> {
    pub request: &'a Incoming,
    /// The project of the token.
    pub project: &'static str,
    pub referring_policies: ReferringPolicies,
    pub now: Timestamp,
}

/// What answers a call, by what its path names.
pub enum Handler {
    /// The project alone.
    Project(fn(&State, &Call<'_>) -> Answer),
    /// An instance of it.
    Instance(fn(&mut Instance, &Call<'_>) -> Answer),
    /// An instance, then one of its parts.
    Part(fn(&mut Instance, &Call<'_>, &str) -> Answer),
    /// An instance, then one of its parts, then a part of that.
    Inner(fn(&mut Instance, &Call<'_>, &str, &str) -> Answer),
}

impl Handler {
    /// How many names the path holds.
    pub const fn names(&self) -> usize {
        match self {
            Self::Project(_) => 1,
            Self::Instance(_) => 2,
            Self::Part(_) => 3,
            Self::Inner(_) => 4,
        }
    }
}
