//! Where the rows of a list come from.

use leptos::prelude::*;

use super::extent::extent_words;
use crate::i18n::Message;
use crate::query::{Extent, LeavesOut, List, Progress, Query, ReadStatus};

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

    /// The same where more is read again with it.
    #[must_use]
    pub fn refreshed_by(self, refresh: Callback<()>) -> Self {
        Self { refresh, ..self }
    }
}
