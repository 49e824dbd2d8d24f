//! A change: everything that one confirmation sets going.

use std::collections::BTreeMap;

use cloud_api::ims::ShowJob;
use cloud_api::{Mutation, Operation as _, Pacing, ProjectId, Request, Subject, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{Call, CallId, CallState, ChangeId, Item, ItemId, ItemState, Scope, Sight};

/// Whether calls may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// The person has not confirmed.
    Proposed,
    /// Calls are sent as their turn comes.
    Running,
    /// Nothing more is sent until Retry: the person stopped it, or an answer did.
    Halted,
}

/// Everything that one confirmation sets going: what the person sees (items) and what is sent
/// (calls). Changed by [`Change::handle`] alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    pub(crate) id: ChangeId,
    pub(crate) scope: Scope,
    pub(crate) made_at: Timestamp,
    pub(crate) phase: Phase,
    pub(crate) items: BTreeMap<ItemId, Item>,
    pub(crate) calls: BTreeMap<CallId, Call>,
    #[serde(default)]
    pub(crate) pacing: Pacing,
    #[serde(default)]
    pub(crate) sight: Sight,
}

impl Change {
    /// Its identifier.
    #[must_use]
    pub fn id(&self) -> ChangeId {
        self.id
    }

    /// In whose name, and where, it is made.
    #[must_use]
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// When it was planned.
    #[must_use]
    pub fn made_at(&self) -> Timestamp {
        self.made_at
    }

    /// Whether calls may be sent.
    #[must_use]
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// What the person sees.
    #[must_use]
    pub fn items(&self) -> &BTreeMap<ItemId, Item> {
        &self.items
    }

    /// What was, is and will be sent.
    #[must_use]
    pub fn calls(&self) -> &BTreeMap<CallId, Call> {
        &self.calls
    }

    /// The calls of which something stands otherwise than `before`: an item, or that they are there.
    #[must_use]
    pub fn calls_changed_since(&self, before: &Self) -> Vec<CallId> {
        let stands = |of: &Self, item: &ItemId| of.items.get(item).map(|it| it.state.clone());
        let is_as_before = |id: &CallId, call: &Call| {
            let mut items = call.items.iter();
            before.calls.contains_key(id)
                && items.all(|item| stands(self, item) == stands(before, item))
        };
        let changed = self
            .calls
            .iter()
            .filter(|(id, call)| !is_as_before(id, call));
        changed.map(|(id, _)| *id).collect()
    }

    /// The write of a call, such as the one behind a [`crate::Command::Send`].
    #[must_use]
    pub fn mutation(&self, call: CallId) -> Option<&Mutation> {
        self.calls.get(&call).map(|call| &call.mutation)
    }

    /// The request of a [`crate::Command::ReadBack`].
    #[must_use]
    pub fn read_back(&self, call: CallId) -> Option<Request> {
        let call = self.calls.get(&call)?;
        Some(match &call.state {
            CallState::Checking(check) => check.pages.request(&call.mutation),
            _ => call.mutation.read_back(),
        })
    }

    /// The request of a [`crate::Command::Poll`]; `None` where no job can be asked for.
    #[must_use]
    pub fn poll(&self, call: CallId) -> Option<Request> {
        let call = self.calls.get(&call)?;
        let CallState::Following(polling) = &call.state else {
            return None;
        };
        let show = ShowJob {
            job: call.job.as_ref()?.id.clone(),
            project: ProjectId::listed(&self.scope.project_id)?,
            address: polling.address,
        };
        Some(show.request())
    }

    /// The calls whose jobs are asked for until they have ended.
    pub fn followed(&self) -> impl Iterator<Item = &Call> {
        let is_followed = |call: &&Call| matches!(call.state, CallState::Following(_));
        self.calls.values().filter(is_followed)
    }

    /// Whether the answer that a call is about was about more than one item, so that a refusal says
    /// nothing of a single one.
    pub(crate) fn was_over_many(&self, call: &Call) -> bool {
        let whole = call.reads_back.and_then(|whole| self.calls.get(&whole));
        whole.unwrap_or(call).covers_many()
    }

    pub(crate) fn set(&mut self, items: &[ItemId], state: &ItemState) {
        for id in items {
            if let Some(item) = self.items.get_mut(id) {
                item.state = state.clone();
            }
        }
    }

    pub(crate) fn subjects(&self, items: &[ItemId]) -> Vec<Subject> {
        items
            .iter()
            .filter_map(|id| Some(self.items.get(id)?.subject.clone()))
            .collect()
    }
}
