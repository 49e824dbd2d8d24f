//! Asking the services in the person's name.

use std::sync::Arc;

use cloud_api::{ApiError, Meaning, NotSent, Operation, Refusal, Request, Response};
use leptos::prelude::*;

use super::verdict::Verdict;
use super::{Identity, Session, SessionState};
use crate::browser::clock::now;
use crate::net::Credential;

impl Session {
    /// Asks a service in the person's name and decodes the answer.
    ///
    /// # Errors
    /// Everything that can go wrong; a refused token also marks the session as expired.
    pub async fn ask<O: Operation>(self, operation: O) -> Result<O::Output, ApiError> {
        let response = self.send(operation.request()).await?;
        O::decode(&response)
    }

    /// Sends a request in the person's name.
    ///
    /// # Errors
    /// [`ApiError::NotSent`] and [`ApiError::NoAnswer`], and [`Meaning::NotForHere`] where IAM
    /// contradicts the service: any other answer is a result here. One that refuses the token also
    /// marks the session as expired.
    pub async fn send(self, mut request: Request) -> Result<Response, ApiError> {
        let instead = request.instead.take();
        let here = self.in_this_scope();
        let response = here.send_once(request).await?;
        match instead.filter(|_| is_refused_as_invalid(&response)) {
            Some(instead) => here.send_once(*instead).await,
            None => Ok(response),
        }
    }

    /// A handle of the scope of now, for what asks more than once: another person may have come between.
    fn in_this_scope(self) -> Self {
        Self {
            of: self.of.or_else(|| self.scopes.try_get_value()),
            ..self
        }
    }

    async fn send_once(self, request: Request) -> Result<Response, ApiError> {
        // An empty secret would take the place of the one that is there.
        if request.lacks_secret_at.is_some() {
            return Err(ApiError::NotSent(NotSent::NoSecret));
        }
        let mut identity = self.who_asks()?;
        // What waited while the computer slept waits until the token is renewed.
        if identity.is_renewable() && identity.is_over(now()) {
            self.settle_end(&identity).await;
            identity = self.who_asks()?;
        }
        // A key lets one request go first: the others wait, and their scope may be left meanwhile.
        let net = self.net.at(identity.place).open_while(self.scopes);
        let credential = &identity.credential;
        let once_more = identity.is_renewable().then(|| request.clone());
        let response = net.send(request, credential.clone()).await?;
        let Some(refusal) = credential_refusal(&response) else {
            return Ok(response);
        };
        let settled = match self.is_current(credential) {
            true => self.settle_refusal(&identity, response, refusal).await,
            false => Ok(response),
        };
        // Nothing was done with a token that had ended, and another one may have taken its place.
        match once_more.zip(self.who_asks().ok()) {
            Some((request, renewed)) if renewed.credential != *credential => {
                net.send(request, renewed.credential.clone()).await
            }
            _ => settled,
        }
    }

    /// Who is signed in in the scope of this handle.
    fn who_asks(self) -> Result<Arc<Identity>, ApiError> {
        match self.state.try_get_untracked() {
            Some(SessionState::SignedIn(identity)) if !self.is_left() => Ok(identity),
            Some(
                SessionState::SignedIn(_)
                | SessionState::Expired(_)
                | SessionState::SignedOut
                | SessionState::Locked(_),
            )
            | None => Err(ApiError::NotSent(NotSent::NoCredential)),
        }
    }

    /// A service that refuses a token may be the wrong one for it: IAM, which gave it, decides whether it
    /// has ended. Where IAM says nothing the service is believed. A key is not tried anywhere else for
    /// that: it has ended where a service refuses it that has accepted it before.
    async fn settle_refusal(
        self,
        identity: &Arc<Identity>,
        response: Response,
        refusal: Refusal,
    ) -> Result<Response, ApiError> {
        let (place, credential) = (identity.place, &identity.credential);
        let verdict = match credential {
            Credential::Token(token) => {
                self.inquiries
                    .verdict(self.net.at(place), token, None)
                    .await
            }
            // Every service would refuse it.
            Credential::Key(key) if key.wrong_clock().is_some() => Verdict::Ended,
            Credential::Key(key) if !key.was_accepted_by(place, response.service) => Verdict::Good,
            Credential::Key(_) | Credential::None => Verdict::Ended,
        };
        match verdict {
            Verdict::Good => Err(ApiError::Refused(Refusal {
                meaning: Meaning::NotForHere,
                ..refusal
            })),
            Verdict::Ended | Verdict::Unknown if identity.is_over(now()) => {
                self.renew_or_expire(identity).await;
                Ok(response)
            }
            Verdict::Ended | Verdict::Unknown => {
                // A late refusal of an older token says nothing about a newer one.
                if self.is_current(credential) {
                    self.expire();
                }
                Ok(response)
            }
        }
    }

    pub(super) fn is_current(self, credential: &Credential) -> bool {
        let state = self.state.try_get_untracked();
        matches!(state, Some(SessionState::SignedIn(identity)) if identity.credential == *credential)
    }
}

/// The refusal of an answer that does not accept the token or key.
fn credential_refusal(response: &Response) -> Option<Refusal> {
    if response.is_success() {
        return None;
    }
    match ApiError::from_response(response) {
        ApiError::Refused(refusal) if refusal.meaning == Meaning::SignInAgain => Some(refusal),
        _ => None,
    }
}

fn is_refused_as_invalid(response: &Response) -> bool {
    !response.is_success() && ApiError::from_response(response).meaning() == Some(Meaning::Invalid)
}
