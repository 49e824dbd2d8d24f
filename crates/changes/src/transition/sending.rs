//! Which calls are sent when.

use std::collections::{BTreeMap, BTreeSet};

use cloud_api::{Owner, Subject, Timestamp};

use super::ways::{Way, Ways};
use crate::{Call, CallId, CallState, Change, Command, Item, ItemId, ItemState, Phase};

impl Change {
    /// Sends as many of the calls whose way is clear as may be in flight; the others wait, and those that
    /// wait for nothing any more never will be sent.
    pub(super) fn send_what_may_go(&mut self, now: Timestamp, commands: &mut Vec<Command>) {
        if self.phase != Phase::Running || self.pacing.rests_until().is_some() {
            return;
        }
        let last = self.calls.values().map(|call| call.stage).max();
        let last = last.unwrap_or(0);
        let (mut ways, mut clear) = (Ways::default(), Vec::new());
        for stage in 0..=last {
            let mut blocked = BTreeSet::new();
            let is_planned = |call: &Call| call.stage == stage && call.state == CallState::Planned;
            for (id, call) in self.calls.iter().filter(|(_, call)| is_planned(call)) {
                match ways.of(call) {
                    // What was put off lines up behind the others.
                    Way::Clear => clear.push((call.put_off, *id)),
                    Way::Blocked => {
                        blocked.insert(*id);
                    }
                    Way::NotYet => {}
                }
            }
            if !blocked.is_empty() {
                self.withdraw_where(|id| blocked.contains(&id));
            }
            if stage < last {
                for call in self.calls.values().filter(|call| call.stage == stage) {
                    ways.add(call, self.way_left_by(call));
                }
            }
            if ways.hold_all() {
                break;
            }
        }
        self.withdraw_what_is_pointless();
        self.one_by_one_in_each_way(&mut clear);
        self.send(clear, now, commands);
    }

    fn send(&mut self, mut clear: Vec<(u32, CallId)>, now: Timestamp, commands: &mut Vec<Command>) {
        let sent = self
            .calls
            .values()
            .filter(|call| call.state == CallState::Sent)
            .count();
        let free = self.pacing.at_once().saturating_sub(sent).min(clear.len());
        if free < clear.len() {
            clear.select_nth_unstable(free);
            clear.truncate(free);
        }
        clear.sort_unstable();
        for (_, id) in clear {
            let Some(call) = self.calls.get_mut(&id) else {
                continue;
            };
            call.state = CallState::Sent;
            call.sent_at = Some(now);
            let items = call.items.clone();
            self.set(&items, &ItemState::Running);
            commands.extend([Command::Save, Command::Send { call: id }]);
        }
    }

    pub(super) fn are_done(&self, items: &[ItemId]) -> bool {
        let is_done = |id| {
            let item: Option<&Item> = self.items.get(id);
            item.is_some_and(|item| item.state.is_done())
        };
        items.iter().all(is_done)
    }

    /// Calls that were not sent never will be.
    pub(super) fn withdraw(&mut self) {
        self.withdraw_where(|_| true);
    }

    /// The same for those where a right is lacking. Rights are given on single owners, so the others go
    /// on.
    pub(super) fn withdraw_without_right(&mut self) {
        let owners = self.owners_without_right();
        let items = |change: &Self, items: &[ItemId]| change.lacks_right(&owners, items);
        let lacking = self
            .calls
            .iter()
            .filter(|(_, call)| items(self, &call.items));
        let lacking: BTreeSet<CallId> = lacking.map(|(id, _)| *id).collect();
        self.withdraw_where(|id| lacking.contains(&id));
    }

    pub(super) fn withdraw_where(&mut self, which: impl Fn(CallId) -> bool) {
        let planned = |call: &&Call| call.state == CallState::Planned;
        let calls = self.calls.iter().filter(|(_, call)| planned(call));
        let withdrawn: Vec<(CallId, Vec<ItemId>)> = calls
            .filter(|(id, _)| which(**id))
            .map(|(id, call)| (*id, call.items.clone()))
            .collect();
        for (id, items) in withdrawn {
            if let Some(call) = self.calls.get_mut(&id) {
                call.state = CallState::Withdrawn;
            }
            self.set(&items, &ItemState::Stopped);
        }
    }

    /// Where something was refused for want of a right.
    pub(super) fn owners_without_right(&self) -> BTreeSet<Owner> {
        let refused = self.items.values().filter(|item| item.state.lacks_right());
        refused.map(|item| item.subject.of.clone()).collect()
    }

    /// Whether a right is lacking where one of these items is.
    pub(super) fn lacks_right(&self, owners: &BTreeSet<Owner>, items: &[ItemId]) -> bool {
        let mut items = items.iter().filter_map(|id| self.items.get(id));
        items.any(|item| owners.contains(&item.subject.of))
    }

    /// New calls like an earlier one, over only these of its items: as few as it takes.
    pub(super) fn plan_again(&mut self, earlier: CallId, items: &[ItemId]) {
        let Some(call) = self.calls.get(&earlier) else {
            return;
        };
        let parts = call.mutation.parts(&self.subjects(items));
        let (before, stage) = (call.before.clone(), call.stage);
        let numbers = self.numbers_of(items);
        for part in parts {
            let subjects = part.subjects();
            let items = subjects.iter().filter_map(|it| numbers.get(it).copied());
            let items: Vec<ItemId> = items.collect();
            self.set(&items, &ItemState::Waiting);
            let id = self.next_call_id();
            let again = Call::planned(part, before.clone(), items, stage);
            self.calls.insert(id, again);
        }
    }

    /// Which of these items each thing is.
    pub(super) fn numbers_of(&self, items: &[ItemId]) -> BTreeMap<Subject, ItemId> {
        let numbers = items.iter().filter_map(|id| {
            let item = self.items.get(id)?;
            Some((item.subject.clone(), *id))
        });
        numbers.collect()
    }
}
