//! What can come of a change at a moment, for the tests of what may happen in any order.

use changes::{CallId, CallState, Change, Event, Step};

use crate::cloud::Outcome;

/// What is under way, as the event that ends it with this.
pub fn under_way(change: &Change, outcome: &Outcome) -> Vec<Event> {
    let calls = change.calls().iter();
    let event = |(id, call): (&CallId, &changes::Call)| {
        let (call_id, outcome) = (*id, outcome.clone());
        match &call.state {
            CallState::Sent => Some(Event::Answer {
                call: call_id,
                outcome,
            }),
            CallState::Following(polling) if polling.step == Step::Reading => Some(Event::Polled {
                call: call_id,
                outcome,
            }),
            CallState::Checking(check) if check.step == Step::Reading => Some(Event::ReadBack {
                call: call_id,
                outcome,
            }),
            _ => None,
        }
    };
    calls.filter_map(event).collect()
}
