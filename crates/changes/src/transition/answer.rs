//! What an answer to a write changes.

use cloud_api::{ApiError, Meaning, Response, Subject, Timestamp};

use crate::{
    AnswerNote, Call, CallId, CallState, Cause, Change, Check, Command, ItemState, Reason,
};

/// What an answer leads to.
enum Verdict {
    /// Only a read-back tells how the items stand.
    ReadBack(Cause),
    /// It failed, and so would everything else.
    Halt(ApiError),
    /// It failed, and so would everything else on the same repository or organization.
    Withhold(ApiError),
    /// It failed alone.
    Fail(ApiError),
}

impl Change {
    pub(super) fn take_answer(
        &mut self,
        id: CallId,
        outcome: Result<Response, ApiError>,
        now: Timestamp,
        commands: &mut Vec<Command>,
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
        let verdict = verdict(call, outcome);
        let items = call.items.clone();
        call.state = match &verdict {
            Verdict::ReadBack(cause) => CallState::Checking(Check::begin(cause.clone())),
            Verdict::Halt(_) | Verdict::Withhold(_) | Verdict::Fail(_) => CallState::Settled,
        };
        match verdict {
            Verdict::ReadBack(cause) => {
                match cause {
                    Cause::Accepted => {
                        let done = ItemState::Done {
                            verified: None,
                            read_back_error: None,
                        };
                        self.set(&items, &done);
                        if self.leave_out(id, &left_out) {
                            return;
                        }
                    }
                    Cause::Unclear(error) => {
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
                    Cause::Refused(_) => {}
                }
                commands.push(Command::ReadBack { call: id });
            }
            Verdict::Halt(error) => {
                self.set(&items, &ItemState::Failed(Reason::Refused(error)));
                self.halt();
            }
            Verdict::Withhold(error) => {
                self.set(&items, &ItemState::Failed(Reason::Refused(error)));
                self.withdraw_without_right();
            }
            Verdict::Fail(error) => self.set(&items, &ItemState::Failed(Reason::Refused(error))),
        }
    }

    /// Takes note of what an accepting answer names as not taken, and says whether that is all of
    /// the call, so that there is nothing to read back.
    fn leave_out(&mut self, id: CallId, left_out: &[Subject]) -> bool {
        let Some(call) = self.calls.get_mut(&id) else {
            return false;
        };
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
        is_all
    }
}

fn verdict(call: &Call, outcome: Result<Response, ApiError>) -> Verdict {
    let error = match outcome {
        Ok(response) if response.is_success() && !response.is_web_page() => {
            return Verdict::ReadBack(Cause::Accepted);
        }
        Ok(response) => ApiError::from_response(&response),
        Err(error) => error,
    };
    if error.may_have_been_applied() {
        return Verdict::ReadBack(Cause::Unclear(error));
    }
    match error.meaning() {
        // Without a meaning nothing reached the service, and nothing else would.
        None
        | Some(
            Meaning::Throttled
            | Meaning::SignInAgain
            | Meaning::NotForHere
            | Meaning::CredentialLost
            | Meaning::WrongPath
            | Meaning::NotTheService,
        ) => Verdict::Halt(error),
        Some(Meaning::NoRight) => Verdict::Withhold(error),
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
            if call.covers_many() {
                Verdict::ReadBack(Cause::Refused(error))
            } else {
                Verdict::Fail(error)
            }
        }
    }
}
