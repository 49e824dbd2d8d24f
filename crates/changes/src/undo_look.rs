//! The look before a change is taken back: what of it is still as the change left it.

use std::collections::BTreeMap;

use cloud_api::{ApiError, Before, Judgement, Mutation, Request, Response, Subject};

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
pub struct LookedAt(BTreeMap<Subject, LeftAs>);

impl UndoLook {
    /// The look at what this write did; nothing where no write takes it back.
    pub(crate) fn of(applied: Mutation, before: Before) -> Option<Self> {
        let has_inverse = applied.inverse(&before).is_some();
        has_inverse.then_some(Self { applied, before })
    }

    /// What is read.
    #[must_use]
    pub fn request(&self) -> Request {
        self.applied.look()
    }
}

impl LookedAt {
    /// Takes in what came of a look.
    pub fn add(&mut self, look: &UndoLook, outcome: &Result<Response, ApiError>) {
        let found = match outcome {
            Ok(answer) => look.applied.are_as_left(&look.before, answer),
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
            self.0.insert(subject, left_as);
        }
    }

    /// Whether an undo may take it back.
    #[must_use]
    pub fn is_as_left(&self, subject: &Subject) -> bool {
        matches!(self.0.get(subject), None | Some(LeftAs::Same))
    }

    /// What an undo leaves alone, and why.
    pub fn left_alone(&self) -> impl Iterator<Item = (&Subject, &LeftAs)> {
        let found = self.0.iter();
        found.filter(|(_, left_as)| **left_as != LeftAs::Same)
    }

    /// Why nothing of it could be read, where nothing could.
    #[must_use]
    pub fn not_read(&self) -> Option<&ApiError> {
        let errors: Option<Vec<&ApiError>> = self
            .0
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
