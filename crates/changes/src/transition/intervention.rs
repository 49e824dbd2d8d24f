//! What the person, a new credential and the passing of time change.

use std::collections::BTreeMap;

use cloud_api::{ApiError, NoAnswer, NoAnswerKind, Timestamp};

use crate::{
    Call, CallId, CallState, Cause, Change, Check, Command, ItemId, ItemState, Pages, Phase, Sight,
    Step,
};

impl Change {
    pub(super) fn confirm(&mut self) {
        if self.phase == Phase::Proposed {
            self.phase = Phase::Running;
        }
    }

    /// What was sent goes on to be read back.
    pub(super) fn stop(&mut self) {
        if self.phase != Phase::Proposed {
            self.halt();
        }
    }

    pub(super) fn halt(&mut self) {
        self.phase = Phase::Halted;
        self.withdraw();
    }

    /// Only what surely was not applied is sent again.
    pub(super) fn retry(&mut self, now: Timestamp) {
        if self.phase == Phase::Proposed {
            return;
        }
        self.phase = Phase::Running;
        self.pacing.go_on();
        self.read_again(now, |check| match check.step {
            Step::Reading => false,
            Step::Pausing { .. } => check.cause != Cause::Accepted,
            Step::Held => true,
        });
        self.poll_again(now, |step| *step != Step::Reading);
        let mut left: BTreeMap<CallId, Vec<ItemId>> = BTreeMap::new();
        for (id, item) in &self.items {
            if item.state.may_be_sent_again() {
                left.entry(item.planned_in).or_default().push(*id);
            }
        }
        for (planned, items) in left {
            self.plan_again(planned, &items);
        }
    }

    /// What was on its way is unknown; what was read back is read again when somebody may read.
    pub(super) fn resume(&mut self, now: Timestamp) {
        self.stop();
        self.sight = Sight::Seen;
        let error = ApiError::NoAnswer(NoAnswer {
            kind: NoAnswerKind::PageLeft,
            may_have_been_applied: true,
        });
        let cause = Cause::Unclear(error);
        let sent = self.calls.iter_mut();
        // What is kept in a tab may be anybody's: a job that nobody can name is as good as no answer.
        let is_open = |call: &Call| match call.state {
            CallState::Sent => true,
            CallState::Following(_) => call.job.is_none(),
            _ => false,
        };
        let sent = sent.filter(|(_, call)| is_open(call));
        let sent: Vec<CallId> = sent
            .map(|(id, call)| {
                call.is_in_doubt = true;
                *id
            })
            .collect();
        for call in sent {
            self.check(call, &cause, now);
        }
        let mut unknown: BTreeMap<ItemId, ApiError> = BTreeMap::new();
        for call in self.calls.values_mut() {
            if let CallState::Following(polling) = &mut call.state {
                polling.step = Step::Held;
            }
            let CallState::Checking(check) = &mut call.state else {
                continue;
            };
            // What was given up stays as it was told.
            if check.step == Step::Held && check.cause == Cause::Accepted {
                call.state = CallState::Settled;
                continue;
            }
            check.step = Step::Held;
            check.pages = Pages::default();
            if let Cause::Unclear(error) | Cause::Refused(error) | Cause::JobFailed(error) =
                &check.cause
            {
                unknown.extend(call.items.iter().map(|item| (*item, error.clone())));
            }
        }
        for (id, item) in &mut self.items {
            if item.state == ItemState::Running
                && let Some(error) = unknown.remove(id)
            {
                item.state = ItemState::Unknown {
                    since: now,
                    error,
                    read_back_error: None,
                };
            }
        }
    }

    pub(super) fn read_held_again(&mut self, now: Timestamp) {
        self.read_again(now, |check| check.step == Step::Held);
        self.poll_again(now, |step| *step == Step::Held);
    }

    /// Reads back, and asks for the jobs, that are due, as much at once as the service lets.
    pub(super) fn ask_what_is_due(&mut self, now: Timestamp, commands: &mut Vec<Command>) {
        if self.pacing.rests_until().is_some() {
            return;
        }
        let is_asking = |call: &&Call| match &call.state {
            CallState::Checking(check) => check.step == Step::Reading,
            CallState::Following(polling) => polling.step == Step::Reading,
            _ => false,
        };
        let under_way = self.calls.values().filter(is_asking).count();
        let due = self.calls.iter_mut().filter_map(|(id, call)| {
            let id = *id;
            let (until, step, command) = match &mut call.state {
                CallState::Checking(check) => {
                    let until = check.until(now);
                    (until, &mut check.step, Command::ReadBack { call: id })
                }
                CallState::Following(polling) => {
                    let until = polling.until(now);
                    (until, &mut polling.step, Command::Poll { call: id })
                }
                _ => return None,
            };
            until.filter(|until| *until <= now)?;
            Some((step, command))
        });
        for (step, command) in due.take(self.pacing.at_once().saturating_sub(under_way)) {
            *step = Step::Reading;
            commands.push(command);
        }
    }

    fn read_again(&mut self, now: Timestamp, which: fn(&Check) -> bool) {
        for call in self.calls.values_mut() {
            if let CallState::Checking(check) = &mut call.state
                && which(check)
            {
                check.step = Step::Pausing { until: now };
                check.unread = 0;
            }
        }
    }
}
