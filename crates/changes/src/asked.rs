//! What only a person can bring back: target registries, whose secret is kept nowhere, and the policies
//! that wait for them.

use cloud_api::enterprise::{InstanceId, RegistryId, RegistryToRestore};
use cloud_api::{Before, Inverse, Mutation, Subject, Why};

use crate::undo::is_done_here;
use crate::{Call, ChangeId, Item, ItemId, PlannedWrite, Record, TakenBack};

/// A target registry that a form brings back, once it was given the secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What of the change it is.
    pub item: ItemId,
    /// What the form is filled with.
    pub registry: RegistryToRestore,
    /// What was done with policies that used it, on the way to its deletion. They can be brought back once
    /// the registry is there again, with its new ID.
    pub policies: Vec<AskedPolicy>,
    /// Whether one of its name is there again without them: it was made later, by hand or by somebody who left before
    /// its new ID was known.
    pub is_there_again: bool,
}

/// A policy that waits for a target registry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedPolicy {
    /// Of which change: of the one that deleted the registry, or of one that came no further than this.
    pub change: ChangeId,
    /// What of that change it is.
    pub item: ItemId,
    write: PlannedWrite,
}

impl Asked {
    /// Notes what a later change did with a registry of this name. Changes come in the order in which they were made.
    pub fn note_later(&mut self, later: &Record) {
        for call in later.change.calls().values() {
            let (instance, is_there) = match &call.mutation {
                Mutation::CreateRegistry(write) => (&write.instance, true),
                Mutation::DeleteRegistry(write) => (&write.instance, false),
                _ => continue,
            };
            let mut items = call
                .items
                .iter()
                .filter_map(|it| later.change.items().get(it));
            let name = &self.registry.registry().name;
            let is_it = |item: &Item| item.name == *name && is_done_here(&item.state);
            if *instance == self.registry.instance && items.any(is_it) {
                self.is_there_again = is_there;
            }
        }
    }

    /// Adds what an earlier change did with policies that was to delete the same registry and came no
    /// further: they wait for it as well.
    pub fn add_attempt(&mut self, attempt: &Record) {
        let Some(former) = self.registry.former() else {
            return;
        };
        let gone = (self.registry.instance.clone(), former);
        if attempt.registries_left().contains(&gone) {
            self.policies.extend(attempt.policies_over(&gone));
        }
    }
}

impl AskedPolicy {
    /// The name under which the person saw it; untrusted text.
    #[must_use]
    pub fn name(&self) -> &str {
        self.write.names.first().map_or("", String::as_str)
    }

    /// The write that brings it back over a registry.
    #[must_use]
    pub fn over(&self, registry: RegistryId) -> PlannedWrite {
        PlannedWrite {
            mutation: self.write.mutation.pointing_at(registry),
            ..self.write.clone()
        }
    }
}

/// A registry of an instance that is gone.
pub type Gone = (InstanceId, RegistryId);

impl Record {
    /// What of it only a person can bring back; nothing while it is under way.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        if !self.change.is_settled() {
            return Vec::new();
        }
        let asked = |(item, registry): (ItemId, RegistryToRestore)| {
            let former = registry.former();
            let gone = former.map(|former| (registry.instance.clone(), former));
            Asked {
                item,
                policies: gone.map_or_else(Vec::new, |gone| self.policies_over(&gone)),
                registry,
                is_there_again: false,
            }
        };
        self.to_restore().into_iter().map(asked).collect()
    }

    /// The ID of what it has made under this name, where the service told it.
    #[must_use]
    pub fn made(&self, subject: &Subject) -> Option<u64> {
        let calls = self.change.calls().values().rev();
        calls
            .filter(|call| call.mutation.subjects().contains(subject))
            .find_map(|call| match call.before {
                Before::Made(id) => Some(id),
                _ => None,
            })
    }

    /// The target registries that it has changed or deleted and that were read before.
    fn to_restore(&self) -> Vec<(ItemId, RegistryToRestore)> {
        let mut to_restore = Vec::new();
        for (id, done) in self.done_in() {
            let (Some(call), Some(did)) = (self.change.calls().get(&id), done.first()) else {
                continue;
            };
            if let Inverse::None(Why::SecretNeeded(registry)) = call.mutation.inverse(&call.before)
            {
                to_restore.push((did.item, *registry));
            }
        }
        to_restore
    }

    /// The target registries that it has deleted, read before or not.
    #[must_use]
    pub fn registries_gone(&self) -> Vec<Gone> {
        self.deletions_of_registries(|item| {
            self.is_done(item) && !self.taken_back.contains_key(&item)
        })
    }

    /// The target registries that it was to delete and has not; none while it is under way.
    #[must_use]
    pub fn registries_left(&self) -> Vec<Gone> {
        match self.change.is_settled() {
            true => self.deletions_of_registries(|item| !self.is_done(item)),
            false => Vec::new(),
        }
    }

    /// The same change for an undo of it, once another change has deleted these registries: what it did with
    /// policies on the way there waits for them, and comes back with them.
    #[must_use]
    pub fn without_what_waits(mut self, gone: &[Gone]) -> Self {
        let left = self.registries_left();
        for gone in gone.iter().filter(|gone| left.contains(gone)) {
            for policy in self.policies_over(gone) {
                self.taken_back.insert(policy.item, TakenBack::UnderWay);
            }
        }
        self
    }

    fn is_done(&self, item: ItemId) -> bool {
        let item = self.change.items().get(&item);
        item.is_some_and(|it| is_done_here(&it.state))
    }

    fn deletions_of_registries(&self, is_meant: impl Fn(ItemId) -> bool) -> Vec<Gone> {
        let meant = |call: &Call| match &call.mutation {
            Mutation::DeleteRegistry(write) if call.items.iter().all(|item| is_meant(*item)) => {
                Some((write.instance.clone(), write.registry))
            }
            _ => None,
        };
        self.change.calls().values().filter_map(meant).collect()
    }

    /// Whether what takes a write back needs a registry that is gone.
    pub(crate) fn waits_for_any(&self, gone: &[Gone], applied: &Mutation, before: &Before) -> bool {
        !gone.is_empty() && waiting(gone, applied, before).is_some()
    }

    fn policies_over(&self, gone: &Gone) -> Vec<AskedPolicy> {
        let mut policies = Vec::new();
        for (id, done) in self.done_in() {
            let (Some(call), Some(did)) = (self.change.calls().get(&id), done.first()) else {
                continue;
            };
            let write = waiting(std::slice::from_ref(gone), &call.mutation, &call.before);
            policies.extend(write.map(|mutation| AskedPolicy {
                change: self.change.id(),
                item: did.item,
                write: PlannedWrite {
                    names: vec![did.name.clone()],
                    mutation,
                    before: Before::Absent,
                },
            }));
        }
        policies
    }
}

/// What takes a write back, where that needs one of these registries.
fn waiting(gone: &[Gone], applied: &Mutation, before: &Before) -> Option<Mutation> {
    let (Inverse::Exact(calls) | Inverse::Partly { calls, .. }) = applied.inverse(before) else {
        return None;
    };
    let needs = |call: &Mutation| {
        let used = call.registry_used();
        used.is_some_and(|(instance, registry)| gone.contains(&(instance.clone(), registry)))
    };
    calls.into_iter().find(needs)
}
