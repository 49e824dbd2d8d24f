//! What a change asks for: requests, waiting, keeping.

use std::time::Duration;

use changes::{CallId, Command, Event};
use cloud_api::enterprise::AccessSecret;
use cloud_api::{ApiError, Mutation, NotSent, Request, Response};
use config::Writes;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

use super::Work;
use super::entry::Entry;
use crate::browser::clock::now;
use crate::browser::leaving::is_perhaps_being_left;

impl Work {
    pub(super) fn carry_out(self, entry: Entry, command: Command) {
        match command {
            Command::Save => self.keep_soon(entry),
            Command::Send { call } => {
                let mutation = self.mutation(entry, call);
                let request = mutation.as_ref().map(|it| self.request(it));
                let event = move |outcome: Result<Response, ApiError>| {
                    if outcome.as_ref().is_ok_and(|it| it.is_success())
                        && let Some(mutation) = &mutation
                    {
                        self.secrets.forget(mutation);
                    }
                    Event::Answer { call, outcome }
                };
                self.exchange(entry, request, event);
            }
            Command::ReadBack { call } => {
                let request = entry.record.with_untracked(|it| it.change.read_back(call));
                let event = move |outcome| Event::ReadBack { call, outcome };
                self.exchange(entry, request.map(Ok), event);
            }
            Command::Poll { call } => {
                let request = entry.record.with_untracked(|it| it.change.poll(call));
                let event = move |outcome| Event::Polled { call, outcome };
                self.exchange(entry, request.map(Ok), event);
            }
            Command::Wake { at } => {
                entry.wake.update_value(|wake| *wake += 1);
                let this_wake = entry.wake.get_value();
                let wait = at.milliseconds_since(now()).max(0) as u64;
                let ring = move || {
                    if entry.wake.try_get_value() == Some(this_wake) {
                        self.handle(entry, Event::Tick);
                    }
                };
                set_timeout(ring, Duration::from_millis(wait));
            }
        }
    }

    /// Holds what a person has typed until the service has taken a write that lacks it, a target registry's.
    /// Whoever leaves takes it along, and so does a reload: nothing that is kept has it.
    pub fn hold_secret(self, of: &Mutation, secret: AccessSecret) {
        self.secrets.hold(of, secret);
    }

    /// The request of a write, the one way to it: where the console only shows there is none.
    fn request(self, mutation: &Mutation) -> Result<Request, NotSent> {
        match self.writes {
            Writes::Offered => self.secrets.join(mutation),
            Writes::Off => Err(NotSent::ReadOnly),
        }
    }

    fn mutation(self, entry: Entry, call: CallId) -> Option<Mutation> {
        entry
            .record
            .with_untracked(|record| record.change.mutation(call).cloned())
    }

    fn exchange(
        self,
        entry: Entry,
        request: Option<Result<Request, NotSent>>,
        event: impl FnOnce(Result<Response, ApiError>) -> Event + 'static,
    ) {
        let Some(request) = request else { return };
        leptos::task::spawn_local(async move {
            let outcome = match request {
                Ok(_) if !self.is_in_scope(entry) => Err(ApiError::NotSent(NotSent::NoCredential)),
                Ok(request) => self.session.send(request).await,
                Err(reason) => Err(ApiError::NotSent(reason)),
            };
            // A page that is left breaks off what is under way a moment before it is told.
            if matches!(outcome, Err(ApiError::NoAnswer(_))) && is_perhaps_being_left() {
                TimeoutFuture::new(1_000).await;
            }
            self.handle(entry, event(outcome));
        });
    }

    /// What a call was about is not as it was shown.
    pub(super) fn mark_stale(self, entry: Entry, call: CallId) {
        let Some(mutation) = self.mutation(entry, call) else {
            return;
        };
        self.staleness.mark(mutation.changes());
    }

    /// The same of several calls.
    pub(super) fn mark_each_stale(self, entry: Entry, calls: Vec<CallId>) {
        for call in calls {
            self.mark_stale(entry, call);
        }
    }
}
