//! What keeps in use a thing that is left to be deleted: who has come since the person decided keeps it.

use std::collections::BTreeSet;

use cloud_api::{ApiError, Mutation, Owner, Request, Response, Subject, Unreadable};

use crate::{Left, LeftAlone, LeftNow};

/// Pages after which a list is taken for one without an end.
const MOST: u32 = 100;

/// A list of what may keep things of one owner in use, read page by page.
#[derive(Clone, Debug)]
pub struct LeftDepends {
    deletions: Vec<Deletion>,
    /// What is changed or deleted itself before.
    planned: BTreeSet<Subject>,
    behind: u64,
    read: u32,
}

/// One thing, and what was found by which it is used.
#[derive(Clone, Debug)]
struct Deletion {
    mutation: Mutation,
    subject: Subject,
    by: Vec<String>,
}

impl LeftDepends {
    /// The lists that are to be read before what is left is sent.
    #[must_use]
    pub fn of(left: &[Left]) -> Vec<Self> {
        let subjects = left.iter().flat_map(|left| left.mutation.subjects());
        let planned: BTreeSet<Subject> = subjects.collect();
        let mut lists: Vec<(Owner, Self)> = Vec::new();
        for Left { mutation, .. } in left {
            let subject = mutation.subjects().into_iter().next();
            let (Some(subject), true) = (subject, mutation.dependents(0).is_some()) else {
                continue;
            };
            let of = subject.of.clone();
            let deletion = Deletion {
                mutation: mutation.clone(),
                subject,
                by: Vec::new(),
            };
            match lists.iter_mut().find(|(owner, _)| *owner == of) {
                Some((_, list)) => list.deletions.push(deletion),
                None => lists.push((
                    of,
                    Self {
                        deletions: vec![deletion],
                        planned: planned.clone(),
                        behind: 0,
                        read: 0,
                    },
                )),
            }
        }
        lists.into_iter().map(|(_, list)| list).collect()
    }

    /// The read of the next page; `None` once everything was read.
    #[must_use]
    pub fn request(&self) -> Option<Request> {
        self.deletions.first()?.mutation.dependents(self.behind)
    }

    /// Takes in its answer, and what it says of the things where the list has ended.
    pub fn add(&mut self, now: &mut LeftNow, outcome: &Result<Response, ApiError>) {
        let mut goes_on_behind = None;
        for deletion in &mut self.deletions {
            let page = outcome.as_ref().map_err(Clone::clone);
            let told = page.and_then(|page| deletion.mutation.dependents_in(self.behind, page));
            match told {
                Ok(told) => {
                    let strange = told.by.into_iter().filter(|(subject, _)| {
                        let is_planned = |subject| self.planned.contains(subject);
                        !subject.as_ref().is_some_and(is_planned)
                    });
                    deletion.by.extend(strange.map(|(_, name)| name));
                    goes_on_behind = goes_on_behind.max(told.goes_on_behind);
                }
                Err(error) => {
                    let why = LeftAlone::NotRead(error);
                    return self.end(|_| Some(why.clone()), now);
                }
            }
        }
        self.read += 1;
        match (goes_on_behind, outcome) {
            (Some(_), Ok(page)) if self.read >= MOST => {
                let why = LeftAlone::NotRead(ApiError::Unreadable(Unreadable {
                    status: page.status,
                    at: "the list does not end".to_owned(),
                    request_id: page.request_id(),
                }));
                self.end(|_| Some(why.clone()), now);
            }
            (Some(behind), _) => self.behind = behind,
            (None, _) => {
                let used = |by: Vec<String>| (!by.is_empty()).then_some(LeftAlone::InUse(by));
                self.end(used, now);
            }
        }
    }

    fn end(&mut self, why: impl Fn(Vec<String>) -> Option<LeftAlone>, now: &mut LeftNow) {
        for Deletion { subject, by, .. } in self.deletions.drain(..) {
            if let Some(why) = why(by) {
                now.keep(subject, why);
            }
        }
    }
}
