//! What calls of earlier stages leave for those of later ones: some make way for one thing alone, and nothing
//! else waits for them.

use std::collections::{BTreeMap, BTreeSet};

use cloud_api::Subject;

use crate::{Call, CallId, CallState, Change, Item, ItemState};

/// How clear the way of a call is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// It may go.
    #[default]
    Clear,
    /// Something that it waits for has come to an end and is not as it was wanted.
    Blocked,
    /// It waits.
    NotYet,
}

/// The ways of the calls of a stage.
#[derive(Debug, Default)]
pub(super) struct Ways {
    of_all: Way,
    blocked: BTreeSet<Subject>,
    not_yet: BTreeSet<Subject>,
}

impl Ways {
    /// Whether nothing of a later stage may go yet.
    pub(super) fn hold_all(&self) -> bool {
        self.of_all == Way::NotYet
    }

    /// Adds the way that a call of an earlier stage leaves.
    pub(super) fn add(&mut self, call: &Call, way: Way) {
        match (call.mutation.makes_way_for(&call.before), way) {
            (_, Way::Clear) => {}
            (None, way) => self.of_all = self.of_all.max(way),
            (Some(subject), Way::NotYet) => {
                self.not_yet.insert(subject);
            }
            (Some(subject), Way::Blocked) => {
                self.blocked.insert(subject);
            }
        }
    }

    /// The way of a call of the next stage.
    pub(super) fn of(&self, call: &Call) -> Way {
        if self.blocked.is_empty() && self.not_yet.is_empty() {
            return self.of_all;
        }
        let subjects = call.mutation.subjects();
        let is_in = |those: &BTreeSet<Subject>| subjects.iter().any(|it| those.contains(it));
        // What is blocked is not free whatever comes of the rest.
        let own = match (is_in(&self.blocked), is_in(&self.not_yet)) {
            (true, _) => return Way::Blocked,
            (false, true) => Way::NotYet,
            (false, false) => Way::Clear,
        };
        self.of_all.max(own)
    }
}

impl Change {
    /// The way that a call leaves for later ones.
    pub(super) fn way_left_by(&self, call: &Call) -> Way {
        let items = call.items.iter().filter_map(|id| self.items.get(id));
        let way_of = |item: &Item| match &item.state {
            state if state.is_done() => Way::Clear,
            // Another call is over it by now.
            ItemState::Waiting | ItemState::Running | ItemState::InJob { .. } => Way::NotYet,
            _ => Way::Blocked,
        };
        match call.is_finished() {
            false => Way::NotYet,
            true => items.map(way_of).max().unwrap_or_default(),
        }
    }

    /// Withdraws what only makes way for something of this change that will not be done any more.
    pub(super) fn withdraw_what_is_pointless(&mut self) {
        loop {
            let mut planned = self.planned_ways();
            planned.retain(|(_, way)| {
                let mut items = self.items.values();
                items.any(|item| item.state.may_be_sent_again() && item.subject == *way)
            });
            if planned.is_empty() {
                return;
            }
            let pointless: BTreeSet<CallId> = planned.into_iter().map(|(id, _)| id).collect();
            self.withdraw_where(|id| pointless.contains(&id));
        }
    }

    /// Those of these calls that may go beside what is under way. What makes way for one thing goes one
    /// after the other, so that a refusal spares the rest.
    pub(super) fn one_by_one_in_each_way(&self, clear: &mut Vec<(u32, CallId)>) {
        let mut ways: BTreeMap<CallId, Subject> = self.planned_ways().into_iter().collect();
        ways.retain(|_, way| self.items.values().any(|item| item.subject == *way));
        let is_planned = |id: &CallId| {
            let call = self.calls.get(id);
            call.is_some_and(|call| call.state == CallState::Planned)
        };
        clear.retain(|(_, id)| is_planned(id));
        if ways.is_empty() {
            return;
        }
        let is_under_way = |call: &&Call| {
            let is_sent = call.state != CallState::Planned && !call.is_finished();
            is_sent && !self.are_done(&call.items)
        };
        let under_way = self.calls.values().filter(is_under_way);
        let mut taken: BTreeSet<Subject> = under_way
            .filter_map(|call| call.mutation.makes_way_for(&call.before))
            .collect();
        clear.sort_unstable();
        clear.retain(|(_, id)| ways.remove(id).is_none_or(|way| taken.insert(way)));
    }

    /// The calls that are not sent yet and make way for one thing each.
    fn planned_ways(&self) -> Vec<(CallId, Subject)> {
        let calls = self.calls.iter();
        let planned = calls.filter(|(_, call)| call.state == CallState::Planned);
        let ways = planned.map(|(id, call)| (*id, call.mutation.makes_way_for(&call.before)));
        ways.filter_map(|(id, way)| Some((id, way?))).collect()
    }
}
