//! What an answer to a write changes.

use std::collections::BTreeSet;

use cloud_api::ims::JobId;
use cloud_api::{ApiError, Meaning, Mutation, Pace, Response, Subject, Timestamp};

use crate::{
    AnswerNote, Call, CallId, CallState, Cause, Change, ItemId, ItemState, JobNote, Phase, Polling,
    Reason,
};

/// What an answer leads to.
enum Verdict {
    /// Only a read-back tells how the items stand.
    ReadBack(Cause),
    /// The service has taken it and works on it in this job.
    Follow(JobId),
    /// The cloud does not know the call, and knows others that do the same.
    OneByOne(ApiError),
    /// It was not applied because it came too soon.
    PutOff(ApiError),
    /// It failed, and so would everything else.
    Halt(ApiError),
    /// It failed, and so would everything else on the same repository or organization.
    Withhold(ApiError),
    /// It failed alone.
    Fail(ApiError),
    /// It may have been refused for one of its items alone, and surely nothing of it was applied.
    Part,
}

impl Verdict {
    /// Whether the service has dealt with the request.
    fn is_about_the_thing(&self) -> bool {
        match self {
            Self::ReadBack(Cause::Accepted | Cause::Refused(_))
            | Self::Follow(_)
            | Self::Withhold(_)
            | Self::Fail(_)
            | Self::Part => true,
            Self::ReadBack(Cause::Unclear(_) | Cause::JobFailed(_))
            | Self::OneByOne(_)
            | Self::PutOff(_)
            | Self::Halt(_) => false,
        }
    }
}

impl Change {
    pub(super) fn take_answer(
        &mut self,
        id: CallId,
        outcome: Result<Response, ApiError>,
        now: Timestamp,
    ) {
        let Some(call) = self
            .calls
            .get_mut(&id)
            .filter(|call| call.state == CallState::Sent)
        else {
            return;
        };
        call.answer = AnswerNote::of(&outcome, now);
        // Told of an accepted call only.
        let left_out = match &outcome {
            Ok(response) => call.mutation.left_out(response),
            Err(_) => Vec::new(),
        };
        let noted = match &outcome {
            Ok(response) if response.is_success() => call.mutation.noted(&call.before, response),
            Ok(_) | Err(_) => None,
        };
        let verdict = verdict(call, outcome);
        if let (Verdict::ReadBack(Cause::Accepted), Some(noted)) = (&verdict, noted) {
            call.before = noted;
        }
        let items = call.items.clone();
        call.is_in_doubt = matches!(verdict, Verdict::ReadBack(Cause::Unclear(_)));
        call.state = match &verdict {
            Verdict::Follow(job) => {
                call.job = Some(JobNote::begin(job.clone(), now));
                CallState::Following(Polling::begin(self.sight, now))
            }
            Verdict::PutOff(_) => CallState::Planned,
            Verdict::ReadBack(_)
            | Verdict::OneByOne(_)
            | Verdict::Halt(_)
            | Verdict::Withhold(_)
            | Verdict::Fail(_)
            | Verdict::Part => CallState::Settled,
        };
        if verdict.is_about_the_thing() {
            self.pacing.went_well();
        }
        if let Verdict::ReadBack(cause) = &verdict {
            self.check(id, cause, now);
        }
        match verdict {
            Verdict::ReadBack(Cause::Accepted) => {
                let done = ItemState::Done {
                    verified: None,
                    read_back_error: None,
                };
                self.set(&items, &done);
                self.leave_out(id, &left_out);
            }
            Verdict::Follow(_) => self.set(&items, &ItemState::InJob { poll_error: None }),
            Verdict::OneByOne(error) => self.plan_known(id, &error),
            Verdict::ReadBack(Cause::Unclear(error) | Cause::JobFailed(error)) => {
                // What stands in the way of one stands in the way of all.
                if error.meaning() == Some(Meaning::NotTheService) {
                    self.halt();
                }
                let unknown = ItemState::Unknown {
                    since: now,
                    error,
                    read_back_error: None,
                };
                self.set(&items, &unknown);
            }
            Verdict::ReadBack(Cause::Refused(_)) => {}
            Verdict::PutOff(error) => self.put_off(id, &items, error, now),
            Verdict::Halt(error) => {
                self.set(&items, &ItemState::Failed(Reason::Refused(error)));
                self.halt();
            }
            Verdict::Withhold(error) => {
                self.set(&items, &ItemState::Failed(Reason::Refused(error)));
                let mutation = self.mutation(id);
                let is_alone = mutation.is_some_and(Mutation::is_granted_by_itself);
                if !is_alone && !self.may_be_protected(id) {
                    self.withdraw_without_right();
                }
            }
            Verdict::Part => self.plan_one_by_one(id, &items),
            Verdict::Fail(error) => self.set(&items, &ItemState::Failed(Reason::Refused(error))),
        }
    }

    /// Whether a call that was parted from one over many may have been refused because its item is
    /// protected. When more are refused than can be, and nothing was taken, the right is lacking.
    fn may_be_protected(&self, id: CallId) -> bool {
        /// The creator of an organization and whoever sends.
        const PROTECTED: usize = 2;
        let first = self.calls.get(&id).and_then(|call| call.items.first());
        let Some(item) = first.and_then(|item| self.items.get(item)) else {
            return false;
        };
        let Some(whole) = self.calls.get(&item.planned_in) else {
            return false;
        };
        let beside = || whole.items.iter().filter_map(|item| self.items.get(item));
        let refused = beside().filter(|item| item.state.lacks_right()).count();
        item.planned_in != id
            && whole.covers_many()
            && whole.mutation.may_name_protected()
            && (refused <= PROTECTED || beside().any(|item| item.state.is_done()))
    }

    /// Sends a call again later, which was surely not applied. One thing that stays busy fails alone,
    /// so that it keeps no others; where pausing does not help at all, all stop.
    fn put_off(&mut self, id: CallId, items: &[ItemId], error: ApiError, now: Timestamp) {
        let Some(call) = self.calls.get_mut(&id) else {
            return;
        };
        let is_last = call.put_off >= Pace::MOST_PAUSES;
        call.put_off += 1;
        let helps = self.pacing.rest(error.retry_after(), now);
        if self.phase == Phase::Running && helps && !is_last {
            self.set(items, &ItemState::Waiting);
            return;
        }
        call.state = CallState::Settled;
        self.set(items, &ItemState::Failed(Reason::Refused(error)));
        if !helps {
            self.halt();
        }
    }

    /// Takes note of what an accepting answer names as not taken. When that is all of the call,
    /// there is nothing to read back.
    fn leave_out(&mut self, id: CallId, left_out: &[Subject]) {
        let Some(call) = self.calls.get_mut(&id) else {
            return;
        };
        let left_out: BTreeSet<&Subject> = left_out.iter().collect();
        let mut is_all = true;
        for item in &call.items {
            match self.items.get_mut(item) {
                Some(item) if left_out.contains(&item.subject) => {
                    item.state = ItemState::Failed(Reason::LeftOut);
                }
                Some(_) | None => is_all = false,
            }
        }
        if is_all {
            call.state = CallState::Settled;
        }
    }
}

fn verdict(call: &Call, outcome: Result<Response, ApiError>) -> Verdict {
    let error = match outcome {
        Ok(response) if response.is_success() && !response.is_web_page() => {
            return match call.mutation.job(&response) {
                None => Verdict::ReadBack(Cause::Accepted),
                Some(Ok(job)) => Verdict::Follow(job),
                Some(Err(error)) => Verdict::ReadBack(Cause::Unclear(error)),
            };
        }
        Ok(response) => ApiError::from_response(&response),
        Err(error) => error,
    };
    if error.may_have_been_applied() {
        return Verdict::ReadBack(Cause::Unclear(error));
    }
    if call.mutation.is_not_known_there(&error) && !call.mutation.one_by_one().is_empty() {
        return Verdict::OneByOne(error);
    }
    match error.meaning() {
        // Without a meaning nothing reached the service, and nothing else would.
        None
        | Some(
            Meaning::SignInAgain
            | Meaning::NotForHere
            | Meaning::CredentialLost
            | Meaning::WrongPath
            | Meaning::NotTheService,
        ) => Verdict::Halt(error),
        Some(Meaning::NoRight) if call.covers_many() && call.mutation.may_name_protected() => {
            Verdict::Part
        }
        Some(Meaning::Throttled) => Verdict::PutOff(error),
        Some(Meaning::NoRight) => Verdict::Withhold(error),
        Some(Meaning::AlreadyThere) if !call.mutation.is_all_shown() => Verdict::Fail(error),
        Some(Meaning::AlreadyGone | Meaning::AlreadyThere) => {
            Verdict::ReadBack(Cause::Refused(error))
        }
        Some(
            Meaning::Invalid
            | Meaning::InUse
            | Meaning::QuotaReached
            | Meaning::ServiceDown
            | Meaning::Other,
        ) => {
            if call.covers_many() || call.mutation.may_be_so_already(&error) {
                Verdict::ReadBack(Cause::Refused(error))
            } else {
                Verdict::Fail(error)
            }
        }
    }
}
