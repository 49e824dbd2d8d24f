//! What a sign-in over a page is for, and whether what was given serves that.

use std::sync::Arc;

use cloud_api::ProjectId;
use leptos::prelude::{untrack, use_context};

use crate::session::{CameBy, Identity, Session, SessionState, SignInError, session_of_console};

/// What it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Going on, whoever it is.
    GoOn,
    /// Working besides in another project or region.
    Elsewhere,
    /// Working in this project: nothing else answers what is shared with it.
    Project(ProjectId),
}

impl Purpose {
    /// Who has signed in.
    ///
    /// # Errors
    /// It is not what it is for: nothing has changed, which whoever gave it would not see.
    pub fn check(&self, session: Session, identity: Identity) -> Result<Identity, SignInError> {
        match self {
            Self::Project(wanted) if identity.project_id != *wanted => {
                Err(SignInError::OtherProject {
                    given: identity.project_id,
                    wanted: wanted.clone(),
                })
            }
            Self::Elsewhere if is_at_screen(session, &identity) => {
                Err(SignInError::SameProject(identity.project_id))
            }
            Self::GoOn | Self::Elsewhere | Self::Project(_) => Ok(identity),
        }
    }
}

/// Who is to sign in again, if that is what the dialog is for.
pub fn who_goes_on() -> Option<Arc<Identity>> {
    let is_to_go_on = use_context() == Some(Purpose::GoOn);
    untrack(|| session_of_console().identity()).filter(|_| is_to_go_on)
}

/// How who is to sign in again, or was here when the page locked, came before.
pub fn came_by() -> Option<CameBy> {
    match untrack(|| session_of_console().state()) {
        SessionState::Locked(who) => Some(who.came_by),
        SessionState::SignedOut | SessionState::SignedIn(_) | SessionState::Expired(_) => {
            who_goes_on().map(|before| before.came_by())
        }
    }
}

/// Whether this person works in this project at the screen, with what is still good.
fn is_at_screen(session: Session, identity: &Identity) -> bool {
    match untrack(|| session.state()) {
        SessionState::SignedIn(now) => now.scope() == identity.scope(),
        SessionState::SignedOut | SessionState::Expired(_) | SessionState::Locked(_) => false,
    }
}
