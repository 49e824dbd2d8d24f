//! What each event changes.

mod answer;
mod intervention;
mod job;
mod one_by_one;
mod read_back;
mod sending;
mod ways;

use cloud_api::Timestamp;

use crate::{CallState, Change, Command, Event};

impl Change {
    /// Takes in what happened and says what to do next. What does not fit (a late or second answer,
    /// an unknown call) changes nothing.
    pub fn handle(&mut self, event: Event, now: Timestamp) -> Vec<Command> {
        let mut commands = Vec::new();
        let woken = event == Event::Tick;
        let planned_wake = self.next_wake(now);
        match event {
            Event::Confirmed => self.confirm(),
            Event::Answer { call, outcome } => {
                self.take_answer(call, outcome, now);
            }
            Event::ReadBack { call, outcome } => self.take_read_back(call, &outcome, now),
            Event::Polled { call, outcome } => self.take_poll(call, &outcome, now),
            Event::Sight(sight) => self.heed(sight),
            Event::Stop => self.stop(),
            Event::Retry => self.retry(now),
            Event::Resumed => self.resume(now),
            Event::SignedIn => self.read_held_again(now),
            Event::Tick => {}
        }
        self.pacing.look_at_clock(now);
        self.ask_what_is_due(now, &mut commands);
        self.send_what_may_go(now, &mut commands);
        let wake = self.next_wake(now);
        // A timer that fires early is set again.
        if let Some(at) = wake.filter(|_| woken || wake != planned_wake) {
            commands.push(Command::Wake { at });
        }
        commands
    }

    /// When something is due that is not yet. What is due waits for what is under way instead.
    fn next_wake(&self, now: Timestamp) -> Option<Timestamp> {
        let rests_until = self.pacing.rests_until();
        let later = |until| Some(until).max(rests_until);
        self.calls
            .values()
            .filter_map(|call| match &call.state {
                CallState::Checking(check) => check.until(now).and_then(later),
                CallState::Following(polling) => polling.until(now).and_then(later),
                CallState::Planned => rests_until,
                CallState::Sent | CallState::Settled | CallState::Withdrawn => None,
            })
            .filter(|at| *at > now)
            .min()
    }
}
