//! What calls of earlier stages leave for those of later ones: some make way for one thing alone, and nothing
//! else waits for them.

use std::collections::BTreeSet;

use cloud_api::Subject;

use crate::Call;

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

    /// Adds a call of an earlier stage.
    pub(super) fn add(&mut self, call: &Call, are_all_done: bool) {
        let way = match (call.is_finished(), are_all_done) {
            (false, _) => Way::NotYet,
            (true, false) => Way::Blocked,
            (true, true) => return,
        };
        match call.mutation.makes_way_for(&call.before) {
            None => self.of_all = self.of_all.max(way),
            Some(subject) => {
                let of_one = match way {
                    Way::NotYet => &mut self.not_yet,
                    Way::Blocked | Way::Clear => &mut self.blocked,
                };
                of_one.insert(subject);
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
        let own = match (is_in(&self.not_yet), is_in(&self.blocked)) {
            (true, _) => Way::NotYet,
            (false, true) => Way::Blocked,
            (false, false) => Way::Clear,
        };
        self.of_all.max(own)
    }
}
