//! The registries of a task, kept up to date while it runs: what has ended since is read by status,
//! and everything now and then.

use std::rc::Rc;

use cloud_api::ApiError;
use cloud_api::hss::{
    ENDS, ListTaskRegistries, OfStatus, Offset, PageSize, Paging, SyncStatus, TaskId, TaskRegistry,
    caught_up, next_page,
};
use leptos::prelude::*;

use super::place::Place;
use super::reads;
use crate::browser::clock::now;
use crate::query::List;
use crate::session::{Session, use_session};

/// A list of up to so many registries takes two calls, as many as the two statuses would.
const SMALL: usize = 400;

/// Every so many readings all is read: once a minute when nothing is paused.
const WHOLE_EVERY: u32 = 12;

/// The registries of a task.
#[derive(Clone, Copy)]
pub struct KeptUp {
    /// The list.
    pub list: List<TaskRegistry>,
    of: StoredValue<(Place, TaskId)>,
    session: Session,
    is_catching_up: RwSignal<bool>,
    readings: StoredValue<u32>,
    /// Whether all is to be read once more when the task is over.
    may_lack_the_end: StoredValue<bool>,
}

impl KeptUp {
    /// Reads them.
    pub fn new(place: &Place, task_id: &TaskId) -> Self {
        Self {
            list: reads::task_registries(place, task_id.clone()),
            of: StoredValue::new((place.clone(), task_id.clone())),
            session: use_session(),
            is_catching_up: RwSignal::new(false),
            readings: StoredValue::new(0),
            may_lack_the_end: StoredValue::new(true),
        }
    }

    /// Whether all have arrived; reacts.
    pub fn is_whole(self) -> bool {
        self.list.status.read_at.with(Option::is_some)
    }

    /// Whether something is being read; reacts.
    pub fn is_reading(self) -> bool {
        self.is_catching_up.get() || self.list.status.is_reading.get()
    }

    /// Reads what can have changed; of a task that is over everything, once.
    pub fn keep_up(self, goes_on: bool) {
        let may_change = goes_on || self.may_lack_the_end.get_value();
        self.may_lack_the_end.set_value(goes_on);
        if !may_change {
            return;
        }
        self.readings.update_value(|readings| *readings += 1);
        let known = self.list.rows.get_untracked();
        let is_small = known.len() <= SMALL || !untrack(|| self.is_whole());
        if !goes_on || is_small || self.readings.get_value().is_multiple_of(WHOLE_EVERY) {
            return self.list.status.refresh();
        }
        self.is_catching_up.set(true);
        leptos::task::spawn_local(async move {
            let read = self.read_ends(&known).await;
            // The page may have been left meanwhile, or all have been read.
            let is_left = self.is_catching_up.try_set(false).is_some();
            if !is_left && Rc::ptr_eq(&known, &self.list.rows.get_untracked()) {
                self.take(&known, read);
            }
        });
    }

    fn take(self, known: &[TaskRegistry], read: Result<Vec<OfStatus>, ApiError>) {
        let status = self.list.status;
        match read {
            Ok(read) => {
                let (rows, is_all) = caught_up(known, &read);
                if rows != known {
                    self.list.rows.set(Rc::new(rows));
                }
                if is_all {
                    status.read_at.set(Some(now()));
                }
                status.error.set(None);
            }
            Err(error) => status.error.set(Some(error)),
        }
    }

    /// Reads what has ended, from where it was not known yet.
    async fn read_ends(self, known: &[TaskRegistry]) -> Result<Vec<OfStatus>, ApiError> {
        let mut read = Vec::new();
        for status in ENDS {
            let mut of_status = OfStatus {
                status,
                rows: Vec::new(),
                total: None,
            };
            let mut next = Some(next_page(known, status));
            while let Some(offset) = next.take() {
                let page = self.session.ask(self.page(status, offset)).await?;
                let size = u32::from(PageSize::LARGEST.rows());
                // A page that is not full is the last.
                if page.rows.len() as u32 >= size {
                    next = Offset::try_from(offset.rows() + size).ok();
                }
                of_status.total = page.total;
                of_status.rows.extend(page.rows);
            }
            read.push(of_status);
        }
        Ok(read)
    }

    fn page(self, status: SyncStatus, offset: Offset) -> ListTaskRegistries {
        let (place, task_id) = self.of.get_value();
        ListTaskRegistries {
            sync_status: Some(status),
            ..reads::task_page(&place, task_id, Paging::largest(offset))
        }
    }
}
