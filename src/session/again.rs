//! Beginning once more with what was given to sign in: for the same project when the token is about to end,
//! and for another one.

use std::sync::Arc;

use leptos::prelude::*;

use super::outcome::{MainProject, ProjectChoice, SignInError};
use super::project_choice::main_projects;
use super::sign_in::place_of;
use super::{Session, SessionState};
use crate::browser::storage::TabItem;
use crate::net::Credential;

impl Session {
    /// Gets another token for the same project where a password is at hand; runs something where it is not,
    /// or where there is no token. Nothing on the page changes.
    pub fn renew(self, when_not: impl FnOnce() + 'static) {
        let SessionState::SignedIn(identity) = self.state.get_untracked() else {
            return;
        };
        let Some(again) = identity.again.clone() else {
            return when_not();
        };
        let project = MainProject {
            region: identity.region.clone(),
            id: identity.project_id.clone(),
        };
        leptos::task::spawn_local(async move {
            let renewed = again.begin(&project).await;
            // Somebody may have signed in or out meanwhile.
            if !self.is_current(&identity.credential) {
                return;
            }
            match renewed {
                Ok(renewed) if renewed.scope() == identity.scope() => {
                    renewed.is_used();
                    if self.is_kept_in_tab() {
                        self.keep_token(&renewed);
                    }
                    self.state.set(SessionState::SignedIn(Arc::new(renewed)));
                }
                Ok(_) | Err(_) => when_not(),
            }
        });
    }

    /// The projects of the person besides the one at the screen, to begin in.
    ///
    /// # Errors
    /// Why they could not be listed; [`SignInError::NoOtherProject`] where there is no other.
    pub async fn other_projects(self) -> Result<ProjectChoice, SignInError> {
        let identity = untrack(|| self.identity());
        let found = identity.and_then(|identity| Some((identity.again.clone()?, identity)));
        let (again, identity) = found.ok_or(SignInError::NoOtherProject)?;
        let net = self.net.at(identity.place);
        let projects = main_projects(net, identity.credential.clone()).await;
        let mut projects = projects.map_err(|error| match identity.credential {
            Credential::Key(_) => SignInError::Key(error),
            Credential::Token(_) | Credential::None => SignInError::Token(error),
        })?;
        projects.retain(|project| {
            project.id != identity.project_id && place_of(net, &project.region).is_ok()
        });
        match projects.is_empty() {
            true => Err(SignInError::NoOtherProject),
            false => Ok(ProjectChoice::new(projects, again)),
        }
    }

    /// Whether the tab keeps the token of the person at the screen.
    #[must_use]
    pub fn is_kept_in_tab(self) -> bool {
        TabItem::Token.read().is_some()
    }
}
