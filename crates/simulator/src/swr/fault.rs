//! Faults that go by the name of a repository, or by its last part.

use super::place::Place;
use super::refusal::refused;
use super::state::{Once, State};
use crate::gateway::answer::Response;

/// A repository whose sync calls nobody may make.
pub const FAULT_403: &str = "fault-403-sync";

fn last_part(repository: &str) -> Option<&str> {
    repository.rsplit('/').next()
}

/// Whether it is the repository that refuses everything about syncing.
pub fn is_sync_refused(repository: &str) -> bool {
    last_part(repository) == Some(FAULT_403)
}

/// The fault that is due for a call about this repository.
pub fn take(state: &mut State, method: &str, place: &Place) -> Option<Response> {
    state.repository(place).ok()?;
    let is_due = match last_part(&place.repository) {
        Some("fault-500-always") => true,
        Some("fault-500-once") if method != "GET" => {
            state.happened.insert(Once::Repository(place.clone()))
        }
        _ => false,
    };
    let code = match method {
        "POST" => "SVCSTG.SWR.5000093",
        "GET" => "SVCSTG.SWR.5000000",
        _ => "SVCSTG.SWR.5000092",
    };
    is_due.then(|| refused(500, code, "Internal error"))
}
