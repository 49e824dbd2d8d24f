//! The look before a change is taken back: what of it is still as the change left it.

use std::collections::BTreeMap;

use cloud_api::{ApiError, Before, Judgement, Mutation, Request, Response, Subject};

use crate::Pages;

/// What a call did that an undo would take back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoLook {
    /// The write over what it did.
    applied: Mutation,
    before: Before,
}

/// How a thing stands that an undo would take back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftAs {
    /// As the change left it.
    Same,
    /// Somebody has made something else of it since, or took it away.
    Changed,
    /// It could not be read.
    NotRead(ApiError),
}

/// What the look has found, by thing. What was not looked at counts as it was left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LookedAt {
    found: BTreeMap<Subject, LeftAs>,
    /// How far lists of several pages were read, by the first thing that is looked for in them.
    pages: BTreeMap<Subject, Pages>,
}

impl UndoLook {
    /// The looks at what this write did, one for each owner; none where no write takes it back.
    pub(crate) fn of(applied: &Mutation, before: &Before) -> Vec<Self> {
        if !applied.inverse(before).is_some() {
            return Vec::new();
        }
        let parts = applied.by_owner();
        let whole = (parts.len() == 1).then(|| before.clone());
        let look = |applied| Self {
            applied,
            // Parts are judged by what is there alone.
            before: whole.clone().unwrap_or(Before::Nothing),
        };
        parts.into_iter().map(look).collect()
    }

    /// What is read.
    #[must_use]
    pub fn request(&self) -> Request {
        self.applied.look()
    }
}

impl LookedAt {
    /// Takes in what came of a look. Gives what else is to be read where the list goes on; its answer is
    /// taken in the same way.
    pub fn add(
        &mut self,
        look: &UndoLook,
        outcome: &Result<Response, ApiError>,
    ) -> Option<Request> {
        let found = match outcome {
            Ok(answer) => match self.turn_page(look, answer) {
                Ok(found) => found,
                Err(next) => return Some(*next),
            },
            Err(error) => {
                let unread = |subject| (subject, Judgement::CannotTell(error.clone()));
                look.applied.subjects().into_iter().map(unread).collect()
            }
        };
        for (subject, judgement) in found {
            let left_as = match judgement {
                Judgement::Applied | Judgement::PerhapsAnothers(_) => LeftAs::Same,
                Judgement::NotApplied => LeftAs::Changed,
                Judgement::CannotTell(error) => LeftAs::NotRead(error),
            };
            self.found.insert(subject, left_as);
        }
        None
    }

    /// What a list says once its last page was read; the error is the read of the next one.
    fn turn_page(
        &mut self,
        look: &UndoLook,
        answer: &Response,
    ) -> Result<Vec<(Subject, Judgement)>, Box<Request>> {
        let subjects = look.applied.subjects();
        let first = subjects.first().cloned();
        let pages = first.as_ref().and_then(|first| self.pages.remove(first));
        let is_whole = matches!(look.applied.next_page(answer), Ok(None));
        if pages.is_none() && is_whole {
            return Ok(look.applied.are_as_left(&look.before, answer));
        }
        let mut pages = pages.unwrap_or_default();
        let asked: Vec<&Subject> = subjects.iter().collect();
        match (
            pages.take(&look.applied, &asked, &look.before, answer),
            first,
        ) {
            (Some(judgements), _) => Ok(subjects.into_iter().zip(judgements).collect()),
            (None, None) => Ok(Vec::new()),
            (None, Some(first)) => {
                let next = pages.request(&look.applied);
                self.pages.insert(first, pages);
                Err(Box::new(next))
            }
        }
    }

    /// Whether an undo may take it back.
    #[must_use]
    pub fn is_as_left(&self, subject: &Subject) -> bool {
        matches!(self.found.get(subject), None | Some(LeftAs::Same))
    }

    /// What an undo leaves alone, and why.
    pub fn left_alone(&self) -> impl Iterator<Item = (&Subject, &LeftAs)> {
        let found = self.found.iter();
        found.filter(|(_, left_as)| **left_as != LeftAs::Same)
    }

    /// Why nothing of it could be read, where nothing could.
    #[must_use]
    pub fn not_read(&self) -> Option<&ApiError> {
        let errors: Option<Vec<&ApiError>> = self
            .found
            .values()
            .map(|left_as| match left_as {
                LeftAs::NotRead(error) => Some(error),
                LeftAs::Same | LeftAs::Changed => None,
            })
            .collect();
        errors?.first().copied()
    }

    /// Whether both leave the same things alone. Two refusals are never quite the same.
    #[must_use]
    pub fn leaves_the_same(&self, other: &Self) -> bool {
        let kinds = |looked: &Self| -> Vec<(Subject, bool)> {
            let left = looked.left_alone();
            left.map(|(subject, left_as)| (subject.clone(), *left_as == LeftAs::Changed))
                .collect()
        };
        kinds(self) == kinds(other)
    }
}
