//! What a poll of a job changes.

use cloud_api::ims::{JobAddress, JobStatus, ShowJob};
use cloud_api::{ApiError, Meaning, Operation as _, Response, Timestamp};

use crate::{CallId, CallState, Cause, Change, ItemState, Polling, Sight, Step};

/// What a poll without a job leads to.
enum Untold {
    /// It is asked for under the other address.
    OtherAddress,
    /// The service knows no such job, or does not let it be seen: what it was to do is read.
    Unseen,
    /// It is asked for again later.
    Later,
    /// It is asked for again after signing in, or when the person asks.
    Held,
}

impl Change {
    pub(super) fn heed(&mut self, sight: Sight) {
        self.sight = sight;
        for call in self.calls.values_mut() {
            if let CallState::Following(polling) = &mut call.state {
                polling.heed(sight);
            }
        }
    }

    pub(super) fn poll_again(&mut self, now: Timestamp, which: fn(&Step) -> bool) {
        for call in self.calls.values_mut() {
            if let CallState::Following(polling) = &mut call.state
                && which(&polling.step)
            {
                polling.step = Step::Pausing { until: now };
            }
        }
    }

    pub(super) fn take_poll(
        &mut self,
        id: CallId,
        outcome: &Result<Response, ApiError>,
        now: Timestamp,
    ) {
        let Some(call) = self.calls.get_mut(&id) else {
            return;
        };
        let (CallState::Following(polling), Some(note)) = (&mut call.state, &mut call.job) else {
            return;
        };
        if polling.step != Step::Reading {
            return;
        }
        polling.polls = polling.polls.saturating_add(1);
        let shown = match outcome {
            Ok(response) => ShowJob::decode(response),
            Err(error) => Err(error.clone()),
        };
        let error = match shown {
            Ok(job) => {
                note.see(&job, now);
                let is_too_long = note.is_too_long(now);
                polling.wait(self.sight, now);
                self.pacing.went_well();
                self.note_poll(id, None);
                match job.known_status() {
                    Some(JobStatus::Success) => self.conclude(id, &Cause::Accepted, now),
                    Some(JobStatus::Fail) => {
                        self.conclude(id, &Cause::JobFailed(job.failure()), now);
                    }
                    _ if is_too_long => self.conclude(id, &Cause::Accepted, now),
                    Some(JobStatus::Init | JobStatus::Running) | None => {}
                }
                return;
            }
            Err(error) => error,
        };
        note.poll_error = Some(error.clone());
        match untold(&error, polling) {
            Untold::OtherAddress => {
                polling.address = JobAddress::OfProject;
                polling.polls = 0;
                polling.step = Step::Pausing { until: now };
                return;
            }
            Untold::Unseen => return self.conclude(id, &Cause::Accepted, now),
            Untold::Held => polling.step = Step::Held,
            Untold::Later => polling.wait(self.sight, now),
        }
        if error.asks_for_a_pause() && !self.pacing.rest(error.retry_after(), now) {
            self.hold(id);
        }
        self.note_poll(id, Some(&error));
    }

    fn hold(&mut self, id: CallId) {
        if let Some(call) = self.calls.get_mut(&id)
            && let CallState::Following(polling) = &mut call.state
        {
            polling.step = Step::Held;
        }
    }

    /// Writes down on the items why the latest poll told nothing, or that it did.
    fn note_poll(&mut self, id: CallId, error: Option<&ApiError>) {
        let Some(call) = self.calls.get(&id) else {
            return;
        };
        for item in &call.items {
            if let Some(item) = self.items.get_mut(item)
                && let ItemState::InJob { poll_error } = &mut item.state
            {
                *poll_error = error.cloned();
            }
        }
    }

    /// However a job has ended, only the members tell what became of each share.
    fn conclude(&mut self, id: CallId, cause: &Cause, now: Timestamp) {
        let Some(call) = self.calls.get(&id) else {
            return;
        };
        let state = match cause {
            Cause::JobFailed(error) | Cause::Unclear(error) | Cause::Refused(error) => {
                ItemState::Unknown {
                    since: now,
                    error: error.clone(),
                    read_back_error: None,
                }
            }
            Cause::Accepted => ItemState::Done {
                verified: None,
                read_back_error: None,
            },
        };
        let items = call.items.clone();
        self.set(&items, &state);
        self.check(id, cause, now);
    }
}

fn untold(error: &ApiError, polling: &Polling) -> Untold {
    let other = |otherwise| match polling.address {
        JobAddress::Plain => Untold::OtherAddress,
        JobAddress::OfProject => otherwise,
    };
    let status = match error {
        ApiError::Refused(refusal) => refusal.status,
        ApiError::NotSent(_) => return Untold::Held,
        ApiError::NoAnswer(_) | ApiError::Unreadable(_) => return Untold::Later,
    };
    match error.meaning() {
        // The two addresses are two rights.
        Some(Meaning::WrongPath | Meaning::NoRight) => other(Untold::Unseen),
        Some(Meaning::NotTheService) if matches!(status, 404 | 405) => other(Untold::Later),
        Some(Meaning::AlreadyGone | Meaning::Invalid) => Untold::Unseen,
        Some(Meaning::SignInAgain | Meaning::NotForHere | Meaning::CredentialLost) => Untold::Held,
        _ => Untold::Later,
    }
}
