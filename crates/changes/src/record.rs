//! A change with everything that is noted beside it, to be kept and shown later.

use std::collections::BTreeMap;

use cloud_api::{Manner, Subject, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{
    AnswerNote, Change, ChangeId, ItemId, ItemState, PlanError, PlannedWrite, Remaining, Scope,
    TakenBack, TakesBack, Version,
};

/// What one confirmation set going, what was read before it (beside each call), what remained, and
/// what was taken back. Written down and read again it is the same: values only, never words.
/// A field that is not known is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    version: Version,
    /// The change; whatever happens to it goes through [`Change::handle`].
    pub change: Change,
    /// What remains although the change is done.
    pub remains: Vec<Remaining>,
    /// What undos of it take back, or have taken back.
    #[serde(default)]
    pub taken_back: BTreeMap<ItemId, TakenBack>,
    /// What it takes back itself, where it is an undo.
    #[serde(default)]
    pub takes_back: Option<TakesBack>,
    /// Whether another change was made of what this one had left.
    #[serde(default)]
    pub is_sent_anew: bool,
}

impl Record {
    /// Notes a change that waits for [`crate::Event::Confirmed`]. The writes of a later stage wait
    /// until those of the earlier ones are done.
    ///
    /// # Errors
    /// When there is nothing to do, or something is named twice.
    pub fn plan(
        id: ChangeId,
        scope: Scope,
        made_at: Timestamp,
        stages: Vec<Vec<PlannedWrite>>,
    ) -> Result<Self, PlanError> {
        Ok(Self {
            version: Version::CURRENT,
            change: Change::plan(id, scope, made_at, stages)?,
            remains: Vec::new(),
            taken_back: BTreeMap::new(),
            takes_back: None,
            is_sent_anew: false,
        })
    }

    /// What remains, once something was done.
    #[must_use]
    pub fn remains_after(&self) -> &[Remaining] {
        let mut items = self.change.items().values();
        let is_done = items.any(|item| matches!(item.state, ItemState::Done { .. }));
        if is_done && self.change.is_settled() {
            &self.remains
        } else {
            &[]
        }
    }

    /// Which of the change's items each thing is; it stays so whatever happens.
    #[must_use]
    pub fn numbers(&self) -> BTreeMap<Subject, ItemId> {
        let items = self.change.items().iter();
        items
            .map(|(id, item)| (item.subject.clone(), *id))
            .collect()
    }

    /// How the change stands with an item, and what it does to it.
    #[must_use]
    pub fn state_of(&self, item: ItemId) -> Option<(&ItemState, Manner)> {
        let item = self.change.items().get(&item)?;
        let mutation = self.change.mutation(item.planned_in)?;
        Some((&item.state, mutation.manner()))
    }

    /// What was answered last to a call that covers an item, where an answer arrived.
    #[must_use]
    pub fn answer_to(&self, item: ItemId) -> Option<&AnswerNote> {
        let calls = self.change.calls().values().rev();
        calls
            .filter(|call| call.items.contains(&item))
            .find_map(|call| call.answer.as_ref())
    }

    /// Whether the change covers something of which this holds.
    #[must_use]
    pub fn covers(&self, is_meant: impl Fn(&Subject) -> bool) -> bool {
        let mut items = self.change.items().values();
        items.any(|item| is_meant(&item.subject))
    }
}
