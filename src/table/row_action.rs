//! What can be done with rows: the selected ones together, or one alone by its menu.

use leptos::prelude::*;

use crate::i18n::Message;
use crate::ui::ButtonKind;

/// What can be done with rows.
#[derive(Clone, Copy)]
pub struct RowAction {
    /// How much it asks for attention.
    pub kind: ButtonKind,
    /// Its words for so many rows.
    pub label: fn(u64) -> Message,
    /// Over how many rows it can be done at once.
    pub over: Over,
    /// Does it, with those that [`Rows::acted_on`](super::Rows::acted_on) gives.
    pub run: Callback<()>,
}

/// Over how many rows something can be done at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Any number.
    Any,
    /// One alone.
    One,
}

impl Over {
    /// Whether it can be done with so many rows.
    #[must_use]
    pub fn takes(self, count: u64) -> bool {
        match self {
            Self::Any => count > 0,
            Self::One => count == 1,
        }
    }
}

/// What a table lets a person do with a row.
pub struct RowTools {
    /// What can be done.
    pub actions: Vec<RowAction>,
    /// Whether all rows are there, so that one that is not found does not exist; reacts.
    pub is_whole: Callback<(), bool>,
}
