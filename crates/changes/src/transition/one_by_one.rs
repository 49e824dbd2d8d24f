//! What is sent in place of calls over many that a cloud does not know.

use cloud_api::{ApiError, Before};

use crate::{Call, CallId, CallState, Change, ItemState, Phase, Reason};

impl Change {
    /// Plans the writes that do the same one by one, of a call that the cloud does not know and of those
    /// like it that are not sent yet. What they cannot name has failed.
    pub(super) fn plan_known(&mut self, unknown: CallId, error: &ApiError) {
        let planned = self.calls.iter().filter(|(id, call)| {
            let is_like_it = call.mutation.is_not_known_there(error);
            **id == unknown || (call.state == CallState::Planned && is_like_it)
        });
        let calls: Vec<CallId> = planned.map(|(id, _)| *id).collect();
        for id in calls {
            self.plan_known_of(id, error);
        }
    }

    fn plan_known_of(&mut self, id: CallId, error: &ApiError) {
        let Some(call) = self.calls.get_mut(&id) else {
            return;
        };
        let writes = call.mutation.one_by_one();
        if writes.is_empty() {
            return;
        }
        if call.state == CallState::Planned {
            call.state = CallState::Withdrawn;
        }
        let (stage, items) = (call.stage, call.items.clone());
        let mut numbers = self.numbers_of(&items);
        for write in writes {
            let subjects = write.subjects();
            let items = subjects.iter().filter_map(|it| numbers.remove(it));
            let items: Vec<_> = items.collect();
            if items.len() != subjects.len() {
                continue;
            }
            if self.phase != Phase::Running {
                self.set(&items, &ItemState::Stopped);
                continue;
            }
            self.set(&items, &ItemState::Waiting);
            let id = self.next_call_id();
            // What was read before it stands beside the call in which the item was planned.
            let call = Call::planned(write, Before::Nothing, items, stage);
            self.calls.insert(id, call);
        }
        let rest: Vec<_> = numbers.into_values().collect();
        self.set(&rest, &ItemState::Failed(Reason::Refused(error.clone())));
    }
}
