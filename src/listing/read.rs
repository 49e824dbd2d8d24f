//! Where the rows of a list come from.

use leptos::prelude::*;

use crate::query::{List, Progress, Query, ReadStatus};

/// A read with the way to read again.
#[derive(Clone, Copy)]
pub struct ListRead {
    /// How it stands.
    pub status: ReadStatus,
    /// How far a long list is read.
    pub progress: Option<RwSignal<Progress>>,
    /// Reads again.
    pub refresh: Callback<()>,
}

impl ListRead {
    fn of(status: ReadStatus, progress: Option<RwSignal<Progress>>) -> Self {
        Self {
            status,
            progress,
            refresh: Callback::new(move |()| status.refresh()),
        }
    }

    /// What one answer holds.
    #[must_use]
    pub fn of_query<T>(query: Query<T>) -> Self {
        Self::of(query.status(), None)
    }

    /// A long list, page after page.
    #[must_use]
    pub fn of_list<T>(list: List<T>) -> Self {
        Self::of(list.status, Some(list.progress))
    }

    /// The same where more is read again with it.
    #[must_use]
    pub fn refreshed_by(self, refresh: Callback<()>) -> Self {
        Self { refresh, ..self }
    }
}
