//! Where the rows of a list come from.

use cloud_api::ApiError;
use leptos::prelude::*;

use super::extent::extent_words;
use crate::i18n::Message;
use crate::query::{Extent, LeavesOut, List, Progress, Query, ReadStatus};
use crate::table::GridRows;

/// What a list without rows is, where only another question tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Emptiness {
    /// It is being asked about.
    Asked,
    /// There is nothing in it.
    Nothing,
    /// Nothing that could be counted: it was not asked for, or what it is of was not found.
    Unread,
    /// The person may not see what it is of, or that is not there.
    Refused(ApiError),
}

/// What came of reading a list. Of what never came nothing is known: it has no number, and nothing
/// can be done with it but to ask again.
#[derive(Clone, Debug, PartialEq)]
pub enum Came {
    /// Nothing yet.
    NotYet,
    /// The list, if only an empty one or a part.
    Listed,
    /// Nothing, and why.
    Never(ApiError),
}

/// A read with the way to read again.
#[derive(Clone, Copy)]
pub struct ListRead {
    /// How it stands.
    pub status: ReadStatus,
    /// How many rows could not be read; reacts.
    pub left_out: Callback<(), u64>,
    /// How far a long list is read.
    pub progress: Option<RwSignal<Progress>>,
    /// Whether a long list is all that there is.
    pub extent: Option<RwSignal<Option<Extent>>>,
    /// What it is without rows, where the list itself does not tell.
    pub emptiness: Option<RwSignal<Emptiness>>,
    /// Reads again.
    pub refresh: Callback<()>,
}

impl ListRead {
    fn of(status: ReadStatus, left_out: Callback<(), u64>) -> Self {
        Self {
            status,
            left_out,
            progress: None,
            extent: None,
            emptiness: None,
            refresh: Callback::new(move |()| status.refresh()),
        }
    }

    /// What one answer holds.
    #[must_use]
    pub fn of_query<T: LeavesOut>(query: Query<T>) -> Self {
        let left_out = move |()| query.value().map_or(0, |value| value.left_out());
        Self::of(query.status(), Callback::new(left_out))
    }

    /// A long list, page after page.
    #[must_use]
    pub fn of_list<T>(list: List<T>) -> Self {
        Self {
            progress: Some(list.progress),
            extent: Some(list.extent),
            ..Self::of(list.status, Callback::new(move |()| list.left_out.get()))
        }
    }

    /// What came of it; reacts.
    #[must_use]
    pub fn came(self, rows: GridRows) -> Came {
        if rows.total() > 0 {
            return Came::Listed;
        }
        if self.status.read_at.with(Option::is_none) {
            return self.status.error.get().map_or(Came::NotYet, Came::Never);
        }
        match self.emptiness.map(|emptiness| emptiness.get()) {
            None | Some(Emptiness::Nothing | Emptiness::Unread) => Came::Listed,
            Some(Emptiness::Asked) => Came::NotYet,
            Some(Emptiness::Refused(error)) => Came::Never(error),
        }
    }

    /// How many there are, where that is known; reacts.
    #[must_use]
    pub fn number(self, rows: GridRows) -> Option<u64> {
        let is_unread = || {
            rows.total() == 0
                && self
                    .emptiness
                    .is_some_and(|it| it.get() == Emptiness::Unread)
        };
        (self.came(rows) == Came::Listed && !is_unread()).then(|| rows.total())
    }

    /// Why this may not be all that there is, once it was read; reacts.
    #[must_use]
    pub fn doubt(self) -> Option<Message> {
        self.extent.and_then(|extent| extent_words(extent.get()?))
    }

    /// Whether more may be there than was read; reacts. What one answer holds is all.
    #[must_use]
    pub fn is_part(self) -> bool {
        self.extent
            .is_some_and(|extent| !extent.get().is_some_and(Extent::is_whole))
    }

    /// The same where another question tells what it is without rows.
    #[must_use]
    pub fn empty_as(self, emptiness: RwSignal<Emptiness>) -> Self {
        Self {
            emptiness: Some(emptiness),
            ..self
        }
    }

    /// The same where more is read again with it.
    #[must_use]
    pub fn refreshed_by(self, refresh: Callback<()>) -> Self {
        Self { refresh, ..self }
    }
}
