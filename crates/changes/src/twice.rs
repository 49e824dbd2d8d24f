//! Whether something that was only to be started once may have been started twice.

use std::collections::BTreeSet;

use cloud_api::Manner;

use crate::{Call, CallState, Change, ItemId};

impl Change {
    /// How many things that a write only starts may have been started twice: they were sent again after
    /// nobody had seen what became of the first time.
    #[must_use]
    pub fn perhaps_twice(&self) -> usize {
        let mut in_doubt: BTreeSet<ItemId> = BTreeSet::new();
        let mut twice: BTreeSet<ItemId> = BTreeSet::new();
        let starts = |call: &&Call| call.mutation.manner() == Manner::Start;
        for call in self.calls.values().filter(starts) {
            if may_have_begun(call) {
                let again = call.items.iter().filter(|item| in_doubt.contains(item));
                twice.extend(again);
            }
            if call.is_in_doubt {
                in_doubt.extend(&call.items);
            }
        }
        twice.len()
    }
}

fn may_have_begun(call: &Call) -> bool {
    let answer = call.answer.as_ref().map(|answer| answer.status);
    let is_accepted = answer.is_some_and(|status| (200..300).contains(&status));
    call.is_in_doubt || is_accepted || call.state == CallState::Sent
}
