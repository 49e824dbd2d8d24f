//! The registries of a task, kept up to date while it runs: what has ended since is read by status,
//! and everything now and then.

use std::rc::Rc;

use cloud_api::ApiError;
use cloud_api::hss::{
    self, ENDS, ListTaskRegistries, OfStatus, PageSize, SyncStatus, TaskId, TaskRegistry,
    caught_up, next_page,
};
use futures::FutureExt as _;
use leptos::prelude::*;
use reads::{CatchUp, Due, Known, Paging};

use super::lists;
use super::place::Place;
use crate::browser::clock::now;
use crate::query::{List, Page, read_whole};
use crate::session::{Session, use_session};

/// Rows of one answer.
fn size() -> u16 {
    PageSize::LARGEST.rows()
}

/// The registries of a task.
#[derive(Clone, Copy)]
pub struct KeptUp {
    /// The list.
    pub list: List<TaskRegistry>,
    of: StoredValue<(Place, TaskId)>,
    session: Session,
    is_catching_up: RwSignal<bool>,
    catch_up: StoredValue<CatchUp>,
}

impl KeptUp {
    /// Reads them.
    pub fn new(place: &Place, task_id: &TaskId) -> Self {
        Self {
            list: lists::task_registries(place, task_id.clone()),
            of: StoredValue::new((place.clone(), task_id.clone())),
            session: use_session(),
            is_catching_up: RwSignal::new(false),
            // What has ended takes a call for each status, even when it is nothing.
            catch_up: StoredValue::new(CatchUp::with_small(ENDS.len() * usize::from(size()))),
        }
    }

    /// Whether all have arrived; reacts.
    pub fn is_whole(self) -> bool {
        self.list.is_whole()
    }

    /// Whether something is being read; reacts.
    pub fn is_reading(self) -> bool {
        self.is_catching_up.get() || self.list.status.is_reading.get()
    }

    /// Reads what can have changed; of a task that is over everything, once.
    pub fn keep_up(self, goes_on: bool) {
        let rows = self.list.rows.get_untracked();
        let known = Known {
            rows: rows.len(),
            is_whole: untrack(|| self.is_whole()),
        };
        let due = self
            .catch_up
            .try_update_value(|catch_up| catch_up.due(goes_on, known));
        match due {
            None | Some(Due::Nothing) => {}
            Some(Due::Everything) => self.list.status.refresh(),
            Some(Due::WhatEnded) => self.catch_up_with(rows),
        }
    }

    fn catch_up_with(self, known: Rc<Vec<TaskRegistry>>) {
        self.is_catching_up.set(true);
        leptos::task::spawn_local(async move {
            let Some(read) = self.read_ends(&known).await else {
                return;
            };
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

    /// Reads what has ended, from where it was not known yet; `None` when the page was left.
    async fn read_ends(self, known: &[TaskRegistry]) -> Option<Result<Vec<OfStatus>, ApiError>> {
        let mut read = Vec::new();
        for status in ENDS {
            match self.read_status(known, status).await? {
                Ok(of_status) => read.push(of_status),
                Err(error) => return Some(Err(error)),
            }
        }
        Some(Ok(read))
    }

    async fn read_status(
        self,
        known: &[TaskRegistry],
        status: SyncStatus,
    ) -> Option<Result<OfStatus, ApiError>> {
        let page = |offset| {
            let page = self.page(status, offset);
            async move {
                let page = self.session.ask(page).await?;
                Ok(Page::of(page.rows, page.total.map(lists::reachable)))
            }
            .boxed_local()
        };
        let first = u64::from(next_page(known, status).rows());
        let paging = Paging::behind(first);
        let is_shown = || self.is_catching_up.try_get_untracked().is_some();
        let read = read_whole(paging, lists::task_registry_key, &page, &is_shown).await?;
        Some(read.map(|page| {
            // A total that is not told follows from a list that was read to its end.
            let reached = first.saturating_add(page.rows.len() as u64);
            let reached = page.extent.is_whole().then_some(reached);
            OfStatus {
                status,
                rows: page.rows,
                total: page.total.or(reached),
            }
        }))
    }

    fn page(self, status: SyncStatus, offset: u64) -> ListTaskRegistries {
        let (place, task_id) = self.of.get_value();
        ListTaskRegistries {
            sync_status: Some(status),
            ..lists::task_page(&place, task_id, hss::Paging::largest(lists::at(offset)))
        }
    }
}
