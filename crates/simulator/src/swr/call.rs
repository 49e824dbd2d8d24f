//! A call of SWR and the functions that answer one.

use cloud_api::Timestamp;
use serde_json::Value;

use crate::gateway::answer::Answer;
use crate::gateway::caller::Caller;
use crate::gateway::incoming::Incoming;
use crate::gateway::users::Users;

use super::place::Place;
use super::state::State;

/// What every part needs to know of a call.
pub struct Call<'a> {
    pub caller: &'a Caller,
    /// The users that IAM knows.
    pub users: &'a Users,
    pub request: &'a Incoming,
    pub now: Timestamp,
}

impl Call<'_> {
    /// The body; null where it is no JSON.
    pub fn body(&self) -> Value {
        serde_json::from_slice(&self.request.body).unwrap_or(Value::Null)
    }
}

/// What answers a call, by what its path names.
pub enum Handler {
    /// Nothing: the account.
    Account(fn(&mut State, &Call<'_>) -> Answer),
    /// A project, by its ID as it stands in the path.
    Project(fn(&mut State, &Call<'_>, &str) -> Answer),
    /// An organization, by its name.
    Organization(fn(&mut State, &Call<'_>, &str) -> Answer),
    /// A repository.
    Repository(fn(&mut State, &Call<'_>, &Place) -> Answer),
    /// One thing of a repository, by its name.
    Part(fn(&mut State, &Call<'_>, &Place, &str) -> Answer),
}

impl Handler {
    /// How many names the path holds.
    pub const fn names(&self) -> usize {
        match self {
            Self::Account(_) => 0,
            Self::Project(_) | Self::Organization(_) => 1,
            Self::Repository(_) => 2,
            Self::Part(_) => 3,
        }
    }
}
