//! What a read-back changes.

use std::collections::BTreeSet;
use std::ops::Bound;

use cloud_api::{
    ApiError, Before, Judgement, Manner, Meaning, Patience, Response, Subject, Timestamp,
};

use crate::{
    Call, CallId, CallState, Cause, Change, Check, ItemId, ItemState, Pages, Phase, Reason, Step,
    schedule,
};

/// What a read-back says of the items that were open.
#[derive(Default)]
struct Finding {
    applied: Vec<ItemId>,
    /// Surely not applied.
    left: Vec<ItemId>,
    /// Those of which it told nothing.
    untold: Vec<ItemId>,
    /// Why it told nothing of those.
    error: Option<ApiError>,
}

impl Change {
    pub(super) fn take_read_back(
        &mut self,
        id: CallId,
        outcome: &Result<Response, ApiError>,
        now: Timestamp,
    ) {
        let Some(call) = self.calls.get(&id) else {
            return;
        };
        let CallState::Checking(check) = &call.state else {
            return;
        };
        if check.step != Step::Reading {
            return;
        }
        let mut check = check.clone();
        let covers_many = self.was_over_many(call);
        let repeats = repeats(call, &check.cause, covers_many);
        let patience = match check.cause {
            Cause::Accepted => call.mutation.patience(),
            // What was not taken never ends; sent again it does no harm.
            Cause::Unclear(_) | Cause::Refused(_) | Cause::JobFailed(_) => Patience::Moments,
        };
        let finding = self.judge(id, call, &mut check, outcome);
        let Some(finding) = finding else {
            self.pacing.went_well();
            check.step = Step::Pausing { until: now };
            if let Some(call) = self.calls.get_mut(&id) {
                call.state = CallState::Checking(check);
            }
            return;
        };
        // Read-backs that come too soon slow down what is sent as well.
        let helps = match &finding.error {
            Some(error) if error.asks_for_a_pause() => self.pacing.rest(error.retry_after(), now),
            Some(_) => true,
            None => {
                self.pacing.went_well();
                true
            }
        };
        self.set(&finding.applied, &as_wanted(&check.cause, now));
        let again = (!finding.left.is_empty())
            .then(|| after_not_applied(&check, repeats, patience, now))
            .flatten();
        if again.is_some() {
            self.note_unread(&finding.left, &check.cause, None, now);
        } else {
            self.tell_left(id, &check.cause, covers_many, &finding.left);
        }
        if let Some(error) = &finding.error {
            self.note_unread(&finding.untold, &check.cause, Some(error), now);
        }
        let next = match (again, finding.error) {
            (Some(again), _) => CallState::Checking(again),
            (None, Some(error)) => CallState::Checking(after_no_finding(check, &error, helps, now)),
            (None, None) => CallState::Settled,
        };
        if let Some(call) = self.calls.get_mut(&id) {
            call.state = next;
        }
    }

    /// Says of what is surely left that it is, or sends it alone.
    fn tell_left(&mut self, id: CallId, cause: &Cause, covers_many: bool, left: &[ItemId]) {
        // What was accepted and is not seen may be seen later.
        if let (Cause::Accepted, Some(call)) = (cause, self.calls.get_mut(&id)) {
            call.is_in_doubt |= !left.is_empty();
        }
        let reason = match cause {
            Cause::Accepted => Reason::NotApplied,
            Cause::Unclear(error) => Reason::LeftAfterUnclear(error.clone()),
            Cause::JobFailed(error) => Reason::Refused(error.clone()),
            Cause::Refused(_) if covers_many => return self.plan_one_by_one(id, left),
            Cause::Refused(error) => Reason::Refused(error.clone()),
        };
        self.set(left, &ItemState::Failed(reason));
    }

    /// Begins to read a call back: by owner, since one list shows what belongs to one.
    pub(super) fn check(&mut self, id: CallId, cause: &Cause, now: Timestamp) {
        let Some(call) = self.calls.get(&id) else {
            return;
        };
        let numbers = self.numbers_of(&call.items);
        let Some(call) = self.calls.get_mut(&id) else {
            return;
        };
        let parts = call.mutation.by_owner();
        let check = CallState::Checking(Check::begin(cause.clone(), now));
        if parts.len() <= 1 {
            call.state = check;
            return;
        }
        call.state = CallState::Settled;
        let stage = call.stage;
        for part in parts {
            let subjects = part.subjects();
            let items = subjects.iter().filter_map(|it| numbers.get(it).copied());
            // What was read before it stands beside the whole.
            let mut part = Call::planned(part, Before::Nothing, items.collect(), stage);
            part.state = check.clone();
            part.reads_back = Some(id);
            let id = self.next_call_id();
            self.calls.insert(id, part);
        }
    }

    /// What an answer says of the items that are open; `None` while there are further pages.
    fn judge(
        &self,
        id: CallId,
        call: &Call,
        check: &mut Check,
        outcome: &Result<Response, ApiError>,
    ) -> Option<Finding> {
        let cause = check.cause.clone();
        let mut finding = Finding::default();
        // What was sent again is judged by the call that sent it.
        let later = match call.covers_many() {
            true => self.covered_after(id),
            false => BTreeSet::new(),
        };
        let items = call.items.iter().filter(|item| !later.contains(item));
        let open = items.filter_map(|id| {
            let item = self.items.get(id).filter(|item| item.state.is_open())?;
            Some((*id, &item.subject))
        });
        let (open, subjects): (Vec<ItemId>, Vec<&Subject>) = open.unzip();
        let judgements = match outcome {
            Ok(response) => {
                let pages = &mut check.pages;
                pages.take(&call.mutation, &subjects, &call.before, response)?
            }
            Err(error) => vec![Judgement::CannotTell(error.clone()); open.len()],
        };
        for (id, judgement) in open.into_iter().zip(judgements) {
            match (judgement, &cause) {
                (Judgement::Applied, _) | (Judgement::PerhapsAnothers(_), Cause::Accepted) => {
                    finding.applied.push(id);
                }
                (Judgement::NotApplied, _) | (Judgement::PerhapsAnothers(_), Cause::Refused(_)) => {
                    finding.left.push(id);
                }
                (Judgement::PerhapsAnothers(error), Cause::Unclear(_) | Cause::JobFailed(_))
                | (Judgement::CannotTell(error), _) => {
                    finding.untold.push(id);
                    finding.error = Some(error);
                }
            }
        }
        Some(finding)
    }

    fn covered_after(&self, call: CallId) -> BTreeSet<ItemId> {
        let later = (Bound::Excluded(call), Bound::Unbounded);
        let later = self.calls.range(later);
        later.flat_map(|(_, call)| call.items.clone()).collect()
    }

    /// Writes down on the items why the latest read-back told nothing, or that it did.
    fn note_unread(
        &mut self,
        items: &[ItemId],
        cause: &Cause,
        unread: Option<&ApiError>,
        now: Timestamp,
    ) {
        for id in items {
            let Some(item) = self.items.get_mut(id) else {
                continue;
            };
            match (&mut item.state, cause) {
                (
                    ItemState::Unknown {
                        read_back_error, ..
                    }
                    | ItemState::Done {
                        read_back_error, ..
                    },
                    _,
                ) => *read_back_error = unread.cloned(),
                (
                    state,
                    Cause::Refused(error) | Cause::Unclear(error) | Cause::JobFailed(error),
                ) if unread.is_some() => {
                    *state = ItemState::Unknown {
                        since: now,
                        error: error.clone(),
                        read_back_error: unread.cloned(),
                    };
                }
                _ => {}
            }
        }
    }

    /// One refusal for many says nothing of each, so each is asked for alone.
    pub(super) fn plan_one_by_one(&mut self, refused: CallId, left: &[ItemId]) {
        if self.phase != Phase::Running || self.lacks_right(&self.owners_without_right(), left) {
            self.set(left, &ItemState::Stopped);
            return;
        }
        for item in left {
            self.plan_again(refused, &[*item]);
        }
    }
}

fn as_wanted(cause: &Cause, now: Timestamp) -> ItemState {
    match cause {
        Cause::Accepted | Cause::Unclear(_) | Cause::JobFailed(_) => ItemState::Done {
            verified: Some(now),
            read_back_error: None,
        },
        Cause::Refused(_) => ItemState::AlreadyDone { verified: now },
    }
}

/// Whether "not applied" contradicts the answer, so that the list may only be lagging.
fn repeats(call: &Call, cause: &Cause, was_over_many: bool) -> bool {
    match cause {
        Cause::Accepted | Cause::Unclear(_) | Cause::JobFailed(_) => true,
        Cause::Refused(error) => {
            !was_over_many
                && call.mutation.manner() == Manner::Remove
                && error.meaning() == Some(Meaning::AlreadyGone)
        }
    }
}

fn after_not_applied(
    check: &Check,
    repeats: bool,
    patience: Patience,
    now: Timestamp,
) -> Option<Check> {
    if !repeats {
        return None;
    }
    let delay = match patience {
        Patience::Moments => schedule::before_saying_not_applied(check.not_applied),
        Patience::UntilItEnds => schedule::before_saying_it_goes_on(check.not_applied),
    }?;
    Some(Check {
        cause: check.cause.clone(),
        step: Step::Pausing {
            until: now.plus_milliseconds(delay),
        },
        not_applied: check.not_applied + 1,
        unread: 0,
        pages: Pages::default(),
    })
}

/// `helps` tells whether a pause helps where the service wants fewer requests.
fn after_no_finding(check: Check, error: &ApiError, helps: bool, now: Timestamp) -> Check {
    let delay = match check.cause {
        _ if !passes(error) || !helps => None,
        // How long a pause is and how many there are is decided for all calls together.
        _ if error.asks_for_a_pause() => Some(schedule::STEADY),
        // The service said that it was done, so the check need not go on for ever.
        Cause::Accepted => schedule::before_saying_not_applied(check.unread),
        Cause::Unclear(_) | Cause::Refused(_) | Cause::JobFailed(_) => {
            Some(schedule::until_known(check.unread))
        }
    };
    let step = match delay {
        None => Step::Held,
        Some(delay) => Step::Pausing {
            until: now.plus_milliseconds(delay),
        },
    };
    Check {
        step,
        unread: check.unread.saturating_add(1),
        // The list may be another by then.
        pages: Pages::default(),
        ..check
    }
}

/// Whether the same read may well succeed a little later without anybody's help.
fn passes(error: &ApiError) -> bool {
    match error {
        ApiError::NoAnswer(_) => true,
        ApiError::Refused(refusal) => {
            refusal.status >= 500
                || matches!(refusal.meaning, Meaning::Throttled | Meaning::ServiceDown)
        }
        ApiError::NotSent(_) | ApiError::Unreadable(_) => false,
    }
}
