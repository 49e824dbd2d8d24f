//! Beginning once more with what was given to sign in: for the same project when the token is about to end,
//! and for another one.

use std::sync::Arc;

use futures::FutureExt as _;
use futures::future::ready;
use leptos::prelude::*;

use super::outcome::{MainProject, ProjectChoice, SignInError};
use super::project_choice::main_projects;
use super::renewals::Renewal;
use super::sign_in::place_of;
use super::{Identity, Session, SessionState};
use crate::browser::storage::TabItem;
use crate::net::Credential;

impl Session {
    /// Gets another token for the same project where a password is at hand; runs something where it is not,
    /// or where there is no token. Nothing on the page changes.
    pub fn renew(self, when_not: impl FnOnce() + 'static) {
        let SessionState::SignedIn(identity) = self.state.get_untracked() else {
            return;
        };
        leptos::task::spawn_local(async move {
            // Somebody may have signed in or out meanwhile.
            if !self.renewed(&identity).await && self.is_current(&identity.credential) {
                when_not();
            }
        });
    }

    /// The person is asked for another token: with what they gave none is made in the place of this one.
    pub fn leave_to_person(self) {
        if let SessionState::SignedIn(identity) = self.state.get_untracked() {
            self.renewals.0.set_value(Some(Renewal {
                of: identity.credential.clone(),
                is_renewed: ready(false).boxed_local().shared(),
            }));
        }
    }

    /// Whether another token has taken the place of this one. That is tried once, and all who wait for it wait for
    /// the same attempt.
    pub(super) async fn renewed(self, identity: &Arc<Identity>) -> bool {
        let is_renewed = self.renewals.0.try_update_value(|last| {
            last.take_if(|last| last.of != identity.credential);
            let renewal = last.get_or_insert_with(|| Renewal {
                of: identity.credential.clone(),
                is_renewed: self
                    .begin_again(Arc::clone(identity))
                    .boxed_local()
                    .shared(),
            });
            renewal.is_renewed.clone()
        });
        match is_renewed {
            Some(is_renewed) => is_renewed.await,
            // The console is gone.
            None => false,
        }
    }

    async fn begin_again(self, identity: Arc<Identity>) -> bool {
        let Some(again) = identity.again.clone() else {
            return false;
        };
        let project = MainProject {
            region: identity.region.clone(),
            id: identity.project_id.clone(),
        };
        match again.begin(&project).await {
            Ok(renewed)
                if renewed.scope() == identity.scope() && self.is_current(&identity.credential) =>
            {
                renewed.is_used();
                if self.is_kept_in_tab() {
                    self.keep_token(&renewed);
                }
                self.state.set(SessionState::SignedIn(Arc::new(renewed)));
                true
            }
            Ok(_) | Err(_) => false,
        }
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
