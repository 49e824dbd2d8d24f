//! What takes a settled change back, worked out from what was read before it.

use changes::{Change, ItemState};
use cloud_api::{Before, Inverse, Loss, Mutation, Subject};
use leptos::prelude::*;

use super::{Entry, Planned};

/// The writes that take a change back, and what stays lost.
#[derive(Clone, Debug, Default)]
pub struct Undo {
    /// The writes; each stage waits for the one before it.
    pub stages: Vec<Vec<Planned>>,
    /// What they do not bring back.
    pub lost: Vec<Loss>,
}

impl Entry {
    /// What takes back everything that this change did; `None` while it is under way, or when
    /// nothing does. What had already been so before is not taken back. Reacts.
    #[must_use]
    pub fn undo(self) -> Option<Undo> {
        if self.is_undone.get() {
            return None;
        }
        let undo = self
            .change
            .with(|change| change.is_settled().then(|| inverse(change)))?;
        (!undo.stages.is_empty()).then_some(undo)
    }
}

fn inverse(change: &Change) -> Undo {
    let mut undo = Undo::default();
    for (id, call) in change.calls() {
        let done: Vec<(Subject, String)> = change
            .items()
            .values()
            .filter(|item| item.planned_in == *id && matches!(item.state, ItemState::Done { .. }))
            .map(|item| (item.subject.clone(), item.name.clone()))
            .collect();
        let subjects: Vec<Subject> = done.iter().map(|(subject, _)| subject.clone()).collect();
        let Some(applied) = call.mutation.only(&subjects) else {
            continue;
        };
        let (calls, lost) = match applied.inverse(&call.before) {
            Inverse::Exact(calls) => (calls, None),
            Inverse::Partly { calls, lost } => (calls, Some(lost)),
            Inverse::None(_) => continue,
        };
        undo.lost.extend(lost);
        for (stage, mutation) in calls.into_iter().enumerate() {
            let names = names_of(&mutation, &done);
            if undo.stages.len() <= stage {
                undo.stages.push(Vec::new());
            }
            undo.stages[stage].push(Planned {
                mutation,
                names,
                // An undo is undone by doing the thing again.
                before: Before::Nothing,
            });
        }
    }
    undo
}

/// The names under which the person saw the things, and those that a grant brings along; none when
/// one of them has neither, so that identifiers stand in.
fn names_of(mutation: &Mutation, done: &[(Subject, String)]) -> Vec<String> {
    let subjects = mutation.subjects();
    let mut grants = mutation.grants().iter();
    let names: Option<Vec<String>> = subjects
        .iter()
        .map(|subject| {
            let granted = grants.next().map(|grant| grant.user_name.clone());
            let same = done.iter().find(|(it, _)| it == subject);
            same.map(|(_, name)| name.clone()).or(granted)
        })
        .collect();
    names.unwrap_or_default()
}
