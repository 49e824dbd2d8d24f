//! A call of IAM and the functions that answer one.

use crate::gateway::answer::Answer;
use crate::gateway::caller::Caller;
use crate::gateway::incoming::Arrived;

use super::state::State;

/// A call of somebody who is known.
pub struct Call<'a> {
    pub caller: &'a Caller,
    pub arrived: &'a Arrived<'a>,
}

/// What answers a call.
pub enum Handler {
    /// Before anybody is known.
    Open(fn(&mut State, &Arrived<'_>) -> Answer),
    /// To somebody whose token or signature was accepted.
    Known(fn(&mut State, &Call<'_>) -> Answer),
    /// The same, about what the path names.
    Named(fn(&mut State, &Call<'_>, &str) -> Answer),
}
