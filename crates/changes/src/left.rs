//! What a change has left that a former page made, or that rests on what was read before: it is sent only
//! when it is confirmed anew, after a look at how it stands.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use cloud_api::{ApiError, Before, Judgement, Mutation, Request, Response, Since, Subject};

use crate::{CallId, LeftAlone, Pages, PlannedWrite, Record};

/// Part of a call that was not applied, as far as the change knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    pub(crate) mutation: Mutation,
    names: Vec<String>,
    pub(crate) before: Before,
    pub(crate) stage: u32,
}

/// What a look has found of what is left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftNow {
    /// The writes that keep something of the thing, over how it is, by their first subjects.
    over: BTreeMap<Subject, (Mutation, Before)>,
    pub(crate) as_wanted: BTreeSet<Subject>,
    /// What is another thing than was meant, or may be.
    pub(crate) alone: BTreeMap<Subject, LeftAlone>,
    /// Whether anything could be read.
    is_read: bool,
    /// How far lists of several pages were read, by the first thing that is looked for in them.
    pages: BTreeMap<Subject, Pages>,
}

/// One read of what is left: several tell of a write over things of several owners.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftRead {
    mutation: Mutation,
    before: Before,
}

impl LeftRead {
    /// What is read.
    #[must_use]
    pub fn request(&self) -> Request {
        self.mutation.read_back()
    }
}

impl Left {
    /// What is to be read.
    #[must_use]
    pub fn reads(&self) -> Vec<LeftRead> {
        let mut parts = self.mutation.by_owner();
        let whole = (parts.len() == 1).then(|| self.before.clone());
        let read = |mutation| LeftRead {
            mutation,
            // Parts are judged by what is there alone.
            before: whole.clone().unwrap_or(Before::Nothing),
        };
        parts.drain(..).map(read).collect()
    }

    /// The writes over what of it is still not as it was wanted and is not left alone.
    pub(crate) fn planned(
        &self,
        now: &LeftNow,
        alone: &BTreeMap<Subject, LeftAlone>,
    ) -> Vec<PlannedWrite> {
        let subjects = self.mutation.subjects();
        let over = subjects.first().and_then(|first| now.over.get(first));
        let (mutation, before) = match over {
            Some((mutation, before)) => (mutation, before),
            None => (&self.mutation, &self.before),
        };
        let names: BTreeMap<Subject, &String> = subjects.into_iter().zip(&self.names).collect();
        let to_send = names
            .keys()
            .filter(|subject| !now.as_wanted.contains(subject) && !alone.contains_key(subject));
        let to_send: Vec<Subject> = to_send.cloned().collect();
        let planned = |mutation: Mutation| PlannedWrite {
            names: mutation
                .subjects()
                .iter()
                .filter_map(|subject| names.get(subject).map(|name| (*name).clone()))
                .collect(),
            mutation,
            before: before.clone(),
        };
        mutation.parts(&to_send).into_iter().map(planned).collect()
    }
}

impl LeftNow {
    /// Takes in what came of a look. What somebody else may have done is not done. Gives what else is to
    /// be read where the list goes on; its answer is taken in the same way.
    pub fn add(
        &mut self,
        read: &LeftRead,
        outcome: &Result<Response, ApiError>,
    ) -> Option<Request> {
        let subjects = read.mutation.subjects();
        let asked: Vec<&Subject> = subjects.iter().collect();
        let answer = outcome.as_ref().ok();
        let over = answer.and_then(|answer| read.mutation.over(&read.before, answer));
        let (mutation, before) = match &over {
            Some((mutation, before)) => (mutation, before),
            None => (&read.mutation, &read.before),
        };
        let first = (*asked.first()?).clone();
        let mut pages = self.pages.remove(&first).unwrap_or_default();
        let judgements = match outcome {
            Ok(answer) => pages.take(mutation, &asked, before, answer),
            Err(error) => Some(vec![Judgement::CannotTell(error.clone()); asked.len()]),
        };
        let Some(judgements) = judgements else {
            let next = pages.request(mutation);
            self.pages.insert(first, pages);
            return Some(next);
        };
        if let Some(over) = &over {
            self.over.insert(first, over.clone());
        }
        let since = || match answer {
            Some(answer) => read.mutation.since(&read.before, answer),
            None => Since::Same,
        };
        for (subject, judgement) in subjects.into_iter().zip(judgements) {
            let alone = match judgement {
                Judgement::Applied => {
                    self.as_wanted.insert(subject.clone());
                    None
                }
                Judgement::CannotTell(error) => Some(LeftAlone::NotRead(error)),
                Judgement::NotApplied | Judgement::PerhapsAnothers(_) => LeftAlone::since(since()),
            };
            self.is_read |= !matches!(alone, Some(LeftAlone::NotRead(_)));
            self.alone.extend(alone.map(|alone| (subject, alone)));
        }
        None
    }

    /// Leaves something alone that is still there and as it was.
    pub(crate) fn keep(&mut self, subject: Subject, why: LeftAlone) {
        if !self.as_wanted.contains(&subject) {
            self.alone.entry(subject).or_insert(why);
        }
    }

    /// Why nothing could be read, if so.
    #[must_use]
    pub fn nothing_read(&self) -> Option<&ApiError> {
        let mut errors = self.alone.values().filter_map(|alone| match alone {
            LeftAlone::NotRead(error) => Some(error),
            LeftAlone::Changed
            | LeftAlone::OutOfTheWay
            | LeftAlone::Waits
            | LeftAlone::InUse(_) => None,
        });
        errors.next().filter(|_| !self.is_read)
    }

    /// Whether both send the same. Two refusals are never quite the same.
    #[must_use]
    pub fn sends_the_same(&self, other: &Self) -> bool {
        let kind = |(_, alone): (_, &LeftAlone)| mem::discriminant(alone);
        self.as_wanted == other.as_wanted
            && self.alone.keys().eq(other.alone.keys())
            && self.alone.iter().map(kind).eq(other.alone.iter().map(kind))
            && self.names_in_use().eq(other.names_in_use())
    }
}

impl LeftNow {
    fn names_in_use(&self) -> impl Iterator<Item = &String> {
        let names = self.alone.values().map(|alone| match alone {
            LeftAlone::InUse(by) => &by[..],
            _ => &[],
        });
        names.flatten()
    }
}

impl Record {
    /// What is left of it, by the calls in which it was planned.
    #[must_use]
    pub fn left(&self) -> Vec<Left> {
        let mut planned_in: BTreeMap<CallId, BTreeMap<Subject, String>> = BTreeMap::new();
        let items = self.change.items().iter();
        for (_, item) in items.filter(|(id, _)| !self.sent_anew.contains(id)) {
            if item.state.may_be_sent_again() {
                let left = planned_in.entry(item.planned_in).or_default();
                left.insert(item.subject.clone(), item.name.clone());
            }
        }
        let left = |(id, names): (CallId, BTreeMap<Subject, String>)| {
            let call = self.change.calls().get(&id)?;
            let subjects: Vec<Subject> = names.keys().cloned().collect();
            let parts = call.mutation.parts(&subjects).into_iter();
            let left = parts.map(move |mutation| Left {
                names: mutation
                    .subjects()
                    .iter()
                    .filter_map(|subject| names.get(subject).cloned())
                    .collect(),
                mutation,
                before: call.before.clone(),
                stage: call.stage,
            });
            Some(left)
        };
        planned_in.into_iter().filter_map(left).flatten().collect()
    }

    /// Whether what is left of it is sent again only after another look, although it was confirmed: it
    /// rests on how a thing was when it was read, which somebody may have changed since.
    #[must_use]
    pub fn rests_on_what_was_read(&self) -> bool {
        let mut calls = self.change.calls().values();
        calls.any(|call| call.mutation.rests_on_what_was_read())
    }

    /// Whether all that it had left was sent again in another change.
    #[must_use]
    pub fn is_sent_anew(&self) -> bool {
        !self.sent_anew.is_empty() && self.left().is_empty()
    }
}
