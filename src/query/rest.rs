//! Until when the service wants fewer reads: then they go on by themselves.

use std::time::Duration;

use cloud_api::{ApiError, Operation, Pacing, Request, Response, Timestamp};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

use super::kept::{For, use_kept};
use crate::browser::clock::now;
use crate::session::Session;

/// The pause that all reads of single things share.
#[derive(Clone, Copy)]
pub struct Rest {
    pacing: StoredValue<Pacing>,
    until: RwSignal<Option<Timestamp>>,
}

/// The pause of this scope.
#[must_use]
pub fn use_rest() -> Rest {
    let begin = || Rest {
        pacing: StoredValue::new(Pacing::default()),
        until: RwSignal::new(None),
    };
    use_kept(For::Scope(|rest: Rest| rest.until.set(None)), begin)
}

impl Rest {
    /// Until when nothing is read; reacts.
    #[must_use]
    pub fn until(self) -> Option<Timestamp> {
        self.until.get()
    }

    /// Reads once as [`Rest::ask`] does, for what is not on screen, such as the look before a write.
    pub async fn read<O: Operation>(
        self,
        session: Session,
        operation: O,
        is_awaited: &dyn Fn() -> bool,
    ) -> Option<Result<O::Output, ApiError>> {
        let answer = self.ask(session, operation.request(), is_awaited).await?;
        Some(answer.and_then(|response| O::decode(&response)))
    }

    /// Sends a read, after each pause once more, as long as it is awaited; `None` when it is not any
    /// more.
    pub async fn ask(
        self,
        session: Session,
        request: Request,
        is_awaited: &dyn Fn() -> bool,
    ) -> Option<Result<Response, ApiError>> {
        loop {
            self.pass().await;
            if !is_awaited() {
                return None;
            }
            let answer = session.send(request.clone()).await;
            if !is_awaited() {
                return None;
            }
            if !self.begins_by(&answer) {
                return Some(answer);
            }
        }
    }

    /// Waits until reading may go on.
    async fn pass(self) {
        self.look_at_clock();
        while let Some(until) = self.until.try_get_untracked().flatten() {
            let left = until.milliseconds_since(now()).max(1);
            TimeoutFuture::new(u32::try_from(left).unwrap_or(u32::MAX)).await;
            self.look_at_clock();
        }
    }

    fn look_at_clock(self) {
        let look = |pacing: &mut Pacing| {
            pacing.look_at_clock(now());
            pacing.rests_until()
        };
        if let Some(until) = self.pacing.try_update_value(look)
            && self.until.try_get_untracked() != Some(until)
        {
            self.until.set(until);
        }
    }

    /// Whether a pause begins, or goes on, because of an answer.
    fn begins_by(self, answer: &Result<Response, ApiError>) -> bool {
        let Ok(response) = answer else {
            return false;
        };
        let refusal = (!response.is_success()).then(|| ApiError::from_response(response));
        let told = refusal.filter(ApiError::asks_for_a_pause);
        let Some(error) = told else {
            self.pacing.try_update_value(Pacing::went_well);
            return false;
        };
        let rest = |pacing: &mut Pacing| pacing.rest(error.retry_after(), now());
        if self.pacing.try_update_value(rest) != Some(true) {
            return false;
        }
        let until = self.pacing.with_value(Pacing::rests_until);
        self.until.set(until);
        // Whoever waits may be gone by then.
        if let Some(until) = until {
            let left = until.milliseconds_since(now()).unsigned_abs();
            set_timeout(
                move || self.look_at_clock(),
                Duration::from_millis(left + 1),
            );
        }
        true
    }
}
