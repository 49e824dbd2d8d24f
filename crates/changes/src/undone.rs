//! How much of a change was undone, as its undos tell.

use std::collections::BTreeMap;

use cloud_api::Subject;

use crate::undo::is_done_here;
use crate::{Change, Item, Record, TakenBack, TakesBack};

/// How much of what a change did was taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undone {
    /// Items of which the undo is done.
    pub done: usize,
    /// Items of which it is under way.
    pub under_way: usize,
    /// Items that the change did.
    pub of: usize,
}

impl Record {
    /// How much of it was taken back; `None` while no undo took back anything.
    #[must_use]
    pub fn undone(&self) -> Option<Undone> {
        let count = |meant| self.taken_back.values().filter(|it| **it == meant).count();
        let items = self.change.items().values();
        (!self.taken_back.is_empty()).then(|| Undone {
            done: count(TakenBack::Done),
            under_way: count(TakenBack::UnderWay),
            of: items.filter(|item| is_done_here(&item.state)).count(),
        })
    }

    /// Takes note of how an undo stands, and says whether that is another thing than before. What the undo
    /// has left as it was is offered again.
    pub fn note_undo(&mut self, takes_back: &TakesBack, undo: &Change) -> bool {
        let before = self.taken_back.clone();
        let items = undo.items().values();
        let items: BTreeMap<&Subject, &Item> = items.map(|item| (&item.subject, item)).collect();
        let is_over = !undo.is_under_way();
        for (id, subjects) in &takes_back.items {
            let is_done = |subject| {
                let item = items.get(subject);
                item.is_some_and(|item| item.state.is_done())
            };
            if subjects.iter().all(is_done) {
                self.taken_back.insert(*id, TakenBack::Done);
            } else if is_over {
                self.taken_back.remove(id);
            } else {
                self.taken_back.insert(*id, TakenBack::UnderWay);
            }
        }
        self.taken_back != before
    }
}
