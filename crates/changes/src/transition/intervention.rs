//! What the person, a new credential and the passing of time change.

use std::collections::BTreeMap;

use cloud_api::Timestamp;

use crate::{CallId, CallState, Cause, Change, Check, Command, ItemId, Phase, Step};

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
    pub(super) fn retry(&mut self, commands: &mut Vec<Command>) {
        if self.phase == Phase::Proposed {
            return;
        }
        self.phase = Phase::Running;
        self.read_again(commands, |check| match check.step {
            Step::Reading => false,
            Step::Pausing { .. } => check.cause != Cause::Accepted,
            Step::Held => true,
        });
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

    pub(super) fn read_held_again(&mut self, commands: &mut Vec<Command>) {
        self.read_again(commands, |check| check.step == Step::Held);
    }

    pub(super) fn read_what_is_due(&mut self, now: Timestamp, commands: &mut Vec<Command>) {
        for (id, call) in &mut self.calls {
            if let CallState::Checking(check) = &mut call.state
                && check.until().is_some_and(|until| until <= now)
            {
                check.step = Step::Reading;
                commands.push(Command::ReadBack { call: *id });
            }
        }
    }

    fn read_again(&mut self, commands: &mut Vec<Command>, which: fn(&Check) -> bool) {
        for (id, call) in &mut self.calls {
            if let CallState::Checking(check) = &mut call.state
                && which(check)
            {
                check.step = Step::Reading;
                check.unread = 0;
                commands.push(Command::ReadBack { call: *id });
            }
        }
    }
}
