//! From writes to a change.

use std::collections::{BTreeMap, BTreeSet};

use cloud_api::{Before, Mutation, Pacing, Subject, Timestamp};

use crate::{Call, CallId, Change, ChangeId, Item, ItemId, ItemState, Phase, Scope, Sight};

/// A write and the names under which the person saw what it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedWrite {
    /// The write.
    pub mutation: Mutation,
    /// A name for each of [`Mutation::subjects`], in that order; the identifier stands in for a
    /// missing one.
    pub names: Vec<String>,
    /// What was read of it before: an undo brings it back, and the read-back is judged by it.
    pub before: Before,
}

/// Why writes do not make a change.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// There is no write, or one that covers nothing.
    #[error("nothing to do")]
    Empty,
    /// Two calls for one thing would race, and one call naming it twice is refused
    /// (examples §1.13).
    #[error("{0:?} is named twice")]
    NamedTwice(Subject),
}

impl Change {
    /// A change that waits for [`crate::Event::Confirmed`]. The writes of a later stage wait until
    /// those of the earlier ones are done.
    ///
    /// # Errors
    /// When there is nothing to do, or something is named twice.
    pub fn plan(
        id: ChangeId,
        scope: Scope,
        made_at: Timestamp,
        stages: Vec<Vec<PlannedWrite>>,
    ) -> Result<Self, PlanError> {
        let mut change = Self {
            id,
            scope,
            made_at,
            phase: Phase::Proposed,
            items: BTreeMap::new(),
            calls: BTreeMap::new(),
            pacing: Pacing::default(),
            sight: Sight::default(),
        };
        let mut named = BTreeSet::new();
        for (stage, writes) in (0_u32..).zip(stages) {
            for write in writes {
                change.add(stage, write, &mut named)?;
            }
        }
        if change.calls.is_empty() {
            Err(PlanError::Empty)
        } else {
            Ok(change)
        }
    }

    fn add(
        &mut self,
        stage: u32,
        write: PlannedWrite,
        named: &mut BTreeSet<Subject>,
    ) -> Result<(), PlanError> {
        let subjects = write.mutation.subjects();
        if subjects.is_empty() {
            return Err(PlanError::Empty);
        }
        let planned_in = self.next_call_id();
        let mut names = write.names.into_iter();
        let mut items = Vec::new();
        for subject in subjects {
            if !named.insert(subject.clone()) {
                return Err(PlanError::NamedTwice(subject));
            }
            let name = names.next().unwrap_or_else(|| subject.identifier());
            let id = ItemId(
                self.items
                    .last_key_value()
                    .map_or(0, |(last, _)| last.0 + 1),
            );
            self.items.insert(
                id,
                Item {
                    subject,
                    name,
                    planned_in,
                    state: ItemState::Waiting,
                },
            );
            items.push(id);
        }
        let call = Call::planned(write.mutation, write.before, items, stage);
        self.calls.insert(planned_in, call);
        Ok(())
    }

    pub(crate) fn next_call_id(&self) -> CallId {
        CallId(
            self.calls
                .last_key_value()
                .map_or(0, |(last, _)| last.0 + 1),
        )
    }
}
