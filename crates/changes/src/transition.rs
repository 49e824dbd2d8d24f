//! What each event changes.

mod answer;
mod intervention;
mod read_back;
mod sending;

use cloud_api::Timestamp;

use crate::{CallState, Change, Check, Command, Event};

impl Change {
    /// Takes in what happened and says what to do next. What does not fit (a late or second answer,
    /// an unknown call) changes nothing.
    pub fn handle(&mut self, event: Event, now: Timestamp) -> Vec<Command> {
        let mut commands = Vec::new();
        let woken = event == Event::Tick;
        let planned_wake = self.next_wake();
        match event {
            Event::Confirmed => self.confirm(),
            Event::Answer { call, outcome } => {
                self.take_answer(call, outcome, now, &mut commands);
            }
            Event::ReadBack { call, outcome } => self.take_read_back(call, &outcome, now),
            Event::Stop => self.stop(),
            Event::Retry => self.retry(&mut commands),
            Event::SignedIn => self.read_held_again(&mut commands),
            Event::Tick => self.read_what_is_due(now, &mut commands),
        }
        self.send_what_may_go(now, &mut commands);
        let wake = self.next_wake();
        // A timer that fires early is set again.
        if let Some(at) = wake.filter(|_| woken || wake != planned_wake) {
            commands.push(Command::Wake { at });
        }
        commands
    }

    fn next_wake(&self) -> Option<Timestamp> {
        self.calls
            .values()
            .filter_map(|call| match &call.state {
                CallState::Checking(check) => Check::until(check),
                CallState::Planned
                | CallState::Sent
                | CallState::Settled
                | CallState::Withdrawn => None,
            })
            .min()
    }
}
