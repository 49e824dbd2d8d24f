//! What takes a settled change back, worked out from what was read before it.

use std::collections::{BTreeMap, BTreeSet};

use cloud_api::{Before, Inverse, Loss, Mutation, Subject, Why};

use crate::{CallId, ItemId, ItemState, LookedAt, PlannedWrite, Record, UndoLook};

/// The writes that take a change back, and what stays lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undo {
    /// The writes; each stage waits for the one before it.
    pub stages: Vec<Vec<PlannedWrite>>,
    /// What they do not bring back.
    pub lost: Vec<Loss>,
    /// What they take back: the items of the change, each with the things that bring it back.
    pub takes_back: BTreeMap<ItemId, Vec<Subject>>,
}

/// Something that a call did.
pub(crate) struct Did {
    pub(crate) item: ItemId,
    pub(crate) subject: Subject,
    /// The name under which the person saw it.
    pub(crate) name: String,
}

impl Record {
    /// What takes back everything that this change did and no undo takes back already; `None` while it
    /// is under way, or when nothing does. What had already been so before is not taken back.
    #[must_use]
    pub fn undo(&self) -> Option<Undo> {
        if !self.change.is_settled() {
            return None;
        }
        let undo = self.undo_of(&LookedAt::default());
        (!undo.stages.is_empty()).then_some(undo)
    }

    /// The same over what the look before it has found as this change left it, whether or not
    /// anything is left of it.
    #[must_use]
    pub fn undo_of(&self, looked: &LookedAt) -> Undo {
        let mut undo = Undo::default();
        let gone = self.registries_gone();
        for (id, mut done) in self.done_in() {
            let Some(call) = self.change.calls().get(&id) else {
                continue;
            };
            done.retain(|did| looked.is_as_left(&did.subject));
            let subjects: Vec<Subject> = done.iter().map(|did| did.subject.clone()).collect();
            for applied in call.mutation.parts(&subjects) {
                // It waits for a registry that only a person can bring back.
                if !self.waits_for_any(&gone, &applied, &call.before) {
                    undo.add(&applied, &call.before, &done);
                }
            }
        }
        undo
    }
}

impl Undo {
    /// Adds what takes back what a write did.
    fn add(&mut self, applied: &Mutation, before: &Before, done: &[Did]) {
        let (calls, lost) = match applied.inverse(before) {
            Inverse::Exact(calls) => (calls, None),
            Inverse::Partly { calls, lost } => (calls, Some(lost)),
            // Told beside what others bring back.
            Inverse::None(Why::AllLost(lost)) => (Vec::new(), Some(lost)),
            Inverse::None(_) => return,
        };
        // What is lost of several things alike is said once.
        let lost = lost.filter(|lost| !self.lost.contains(lost));
        self.lost.extend(lost);
        self.takes_back.extend(brought_back(&calls, done));
        for (stage, mutation) in calls.into_iter().enumerate() {
            if self.stages.len() <= stage {
                self.stages.push(Vec::new());
            }
            self.stages[stage].push(PlannedWrite {
                names: names_of(&mutation, done),
                mutation,
                // An undo is undone by doing the thing again.
                before: Before::Nothing,
            });
        }
    }
}

impl Record {
    /// What to read before the change is taken back.
    #[must_use]
    pub fn undo_looks(&self) -> Vec<UndoLook> {
        let look = |(id, done): (CallId, Vec<Did>)| {
            let call = self.change.calls().get(&id)?;
            let done: Vec<Subject> = done.into_iter().map(|did| did.subject).collect();
            let parts = call.mutation.parts(&done).into_iter();
            Some(parts.flat_map(|part| UndoLook::of(&part, &call.before)))
        };
        self.done_in()
            .into_iter()
            .filter_map(look)
            .flatten()
            .collect()
    }

    /// What each call did and no undo takes back. What was sent again is counted where it was planned
    /// first.
    pub(crate) fn done_in(&self) -> BTreeMap<CallId, Vec<Did>> {
        let mut done_in: BTreeMap<CallId, Vec<Did>> = BTreeMap::new();
        for (id, item) in self.change.items() {
            if is_done_here(&item.state) && !self.taken_back.contains_key(id) {
                done_in.entry(item.planned_in).or_default().push(Did {
                    item: *id,
                    subject: item.subject.clone(),
                    name: item.name.clone(),
                });
            }
        }
        done_in
    }

    /// The names under which the person saw what the change covers.
    #[must_use]
    pub fn names(&self) -> BTreeMap<&Subject, &str> {
        let items = self.change.items().values();
        items
            .map(|item| (&item.subject, item.name.as_str()))
            .collect()
    }
}

/// Whether this change did it, rather than finding it done.
pub(crate) fn is_done_here(state: &ItemState) -> bool {
    matches!(state, ItemState::Done { .. })
}

/// What of it these writes bring back, each with the things that do. Of a call over many each thing is
/// brought back by itself; the one of another may need several.
fn brought_back(calls: &[Mutation], done: &[Did]) -> BTreeMap<ItemId, Vec<Subject>> {
    let all: Vec<Subject> = calls.iter().flat_map(Mutation::subjects).collect();
    match done {
        [] => BTreeMap::new(),
        _ if all.is_empty() => BTreeMap::new(),
        [one] => BTreeMap::from([(one.item, all)]),
        many => {
            let all: BTreeSet<&Subject> = all.iter().collect();
            let many = many.iter().filter(|did| all.contains(&did.subject));
            many.map(|did| (did.item, vec![did.subject.clone()]))
                .collect()
        }
    }
}

/// The names under which the person saw the things, and those that a grant brings along; none when
/// one of them has neither, so that identifiers stand in.
fn names_of(mutation: &Mutation, done: &[Did]) -> Vec<String> {
    let subjects = mutation.subjects();
    let done: BTreeMap<&Subject, &String> =
        done.iter().map(|did| (&did.subject, &did.name)).collect();
    let mut grants = mutation.grants().iter();
    let names: Option<Vec<String>> = subjects
        .iter()
        .map(|subject| {
            let granted = grants.next().map(|grant| grant.user_name.clone());
            done.get(subject).map(|name| (*name).clone()).or(granted)
        })
        .collect();
    names.unwrap_or_default()
}
