//! Where the rows of a list come from.

use leptos::prelude::*;

use crate::query::{LeavesOut, List, Progress, Query, ReadStatus};

/// A read with the way to read again.
#[derive(Clone, Copy)]
pub struct ListRead {
    /// How it stands.
    pub status: ReadStatus,
    /// How many rows could not be read; reacts.
    pub left_out: Callback<(), u64>,
    /// How far a long list is read.
    pub progress: Option<RwSignal<Progress>>,
    /// Reads again.
    pub refresh: Callback<()>,
}

impl ListRead {
    fn of(
        status: ReadStatus,
        left_out: Callback<(), u64>,
        progress: Option<RwSignal<Progress>>,
    ) -> Self {
        Self {
            status,
            left_out,
            progress,
            refresh: Callback::new(move |()| status.refresh()),
        }
    }

    /// What one answer holds.
    #[must_use]
    pub fn of_query<T: LeavesOut>(query: Query<T>) -> Self {
        let left_out = move |()| query.value().map_or(0, |value| value.left_out());
        Self::of(query.status(), Callback::new(left_out), None)
    }

    /// A long list, page after page.
    #[must_use]
    pub fn of_list<T>(list: List<T>) -> Self {
        let left_out = Callback::new(move |()| list.left_out.get());
        Self::of(list.status, left_out, Some(list.progress))
    }

    /// The same where more is read again with it.
    #[must_use]
    pub fn refreshed_by(self, refresh: Callback<()>) -> Self {
        Self { refresh, ..self }
    }
}
