//! What takes a settled change back, worked out from what was read before it.

use std::collections::BTreeMap;

use cloud_api::{Before, Inverse, Loss, Mutation, Subject, Why};

use crate::{CallId, ItemState, LookedAt, PlannedWrite, Record, UndoLook};

/// The writes that take a change back, and what stays lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undo {
    /// The writes; each stage waits for the one before it.
    pub stages: Vec<Vec<PlannedWrite>>,
    /// What they do not bring back.
    pub lost: Vec<Loss>,
}

impl Record {
    /// What takes back everything that this change did; `None` while it is under way, once it was
    /// taken back, or when nothing does. What had already been so before is not taken back.
    #[must_use]
    pub fn undo(&self) -> Option<Undo> {
        if self.is_undone || !self.change.is_settled() {
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
        for (id, mut done) in self.done_in() {
            let Some(call) = self.change.calls().get(&id) else {
                continue;
            };
            done.retain(|(subject, _)| looked.is_as_left(subject));
            let subjects: Vec<Subject> = done.iter().map(|(subject, _)| subject.clone()).collect();
            let Some(applied) = call.mutation.only(&subjects) else {
                continue;
            };
            let (calls, lost) = match applied.inverse(&call.before) {
                Inverse::Exact(calls) => (calls, None),
                Inverse::Partly { calls, lost } => (calls, Some(lost)),
                // Told beside what others bring back.
                Inverse::None(Why::AllLost(lost)) => (Vec::new(), Some(lost)),
                Inverse::None(_) => continue,
            };
            undo.lost.extend(lost);
            for (stage, mutation) in calls.into_iter().enumerate() {
                if undo.stages.len() <= stage {
                    undo.stages.push(Vec::new());
                }
                undo.stages[stage].push(PlannedWrite {
                    names: names_of(&mutation, &done),
                    mutation,
                    // An undo is undone by doing the thing again.
                    before: Before::Nothing,
                });
            }
        }
        undo
    }
}

impl Record {
    /// What to read before the change is taken back.
    #[must_use]
    pub fn undo_looks(&self) -> Vec<UndoLook> {
        let look = |(id, done): (CallId, Vec<(Subject, String)>)| {
            let call = self.change.calls().get(&id)?;
            let done: Vec<Subject> = done.into_iter().map(|(subject, _)| subject).collect();
            UndoLook::of(call.mutation.only(&done)?, call.before.clone())
        };
        self.done_in().into_iter().filter_map(look).collect()
    }

    /// What each call did, with the names under which the person saw it. What was sent again is
    /// counted where it was planned first.
    fn done_in(&self) -> BTreeMap<CallId, Vec<(Subject, String)>> {
        let mut done_in: BTreeMap<CallId, Vec<(Subject, String)>> = BTreeMap::new();
        let items = self.change.items().values();
        for item in items.filter(|item| is_done_here(&item.state)) {
            let done = done_in.entry(item.planned_in).or_default();
            done.push((item.subject.clone(), item.name.clone()));
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

/// The names under which the person saw the things, and those that a grant brings along; none when
/// one of them has neither, so that identifiers stand in.
fn names_of(mutation: &Mutation, done: &[(Subject, String)]) -> Vec<String> {
    let subjects = mutation.subjects();
    let done: BTreeMap<&Subject, &String> = done.iter().map(|(it, name)| (it, name)).collect();
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
