//! An execution is shown by no call of its own: it is looked for in the list of its policy, page after
//! page, and then read again where it was found.

use std::hash::{Hash as _, Hasher as _};

use changes::{Following, Seen};
use cloud_api::ApiError;
use cloud_api::enterprise::{Execution, ExecutionId, Page, PageSize, Paging, PolicyId, RunStatus};
use leptos::prelude::*;

use crate::browser::clock::now;
use crate::i18n::text;
use crate::live::{follow, live};
use crate::pages::enterprise::lists;
use crate::pages::enterprise::place::Place;
use crate::pages::enterprise::stop_dialog::Stop;
use crate::query::{Query, use_query};
use crate::ui::use_announcements;

/// The execution that a page is about.
#[derive(Clone, Copy)]
pub struct Found {
    /// As it was read last; stays when the list has none any more. Reacts.
    pub execution: RwSignal<Option<Execution>>,
    /// Whether the whole list was read and has none such; reacts.
    pub is_missing: RwSignal<bool>,
    /// Rows before the page of the list that is read.
    before: RwSignal<u64>,
    read: RwSignal<Option<Query<Page<Execution>>>, LocalStorage>,
    of: StoredValue<(Place, PolicyId, ExecutionId)>,
}

impl Found {
    /// Looks for it.
    pub fn begin(place: &Place, policy: PolicyId, id: ExecutionId) -> Self {
        Self {
            execution: RwSignal::new(None),
            is_missing: RwSignal::new(false),
            before: RwSignal::new(0),
            read: RwSignal::new_local(None),
            of: StoredValue::new((place.clone(), policy, id)),
        }
    }

    /// What reads it as long as the page is on screen; shows nothing.
    pub fn view(self) -> AnyView {
        live(move || {
            let before = self.before.get();
            untrack(|| self.look_on_page(before));
        })
        .into_any()
    }

    fn look_on_page(self, before: u64) {
        let (place, policy, id) = self.of.get_value();
        let list = lists::executions_page(&place, Some(policy), Paging::holding(before));
        let query = use_query(list);
        self.read.set(Some(query));
        follow(move || {
            let Some(page) = query.value() else { return };
            let found = page.rows.iter().find(|row| row.id == Some(id));
            if let Some(found) = found {
                self.is_missing.set(false);
                self.execution.set(Some(found.clone()));
                return;
            }
            let passed = before.saturating_add(page.rows.received());
            let is_last =
                page.total.is_none_or(|total| total <= passed) || page.rows.received() == 0;
            match is_last {
                true => self.is_missing.set(true),
                false => self
                    .before
                    .set(before + u64::from(PageSize::LARGEST.rows())),
            }
        });
    }

    /// Why it could not be read, if it could not; reacts.
    pub fn error(self) -> Option<ApiError> {
        self.read.get()?.error()
    }

    /// Whether it is being read; reacts.
    pub fn is_reading(self) -> bool {
        let read = self.read.get();
        read.is_some_and(|read| read.status().is_reading.get())
    }

    /// Reads it again.
    pub fn refresh(self) {
        if let Some(read) = self.read.get_untracked() {
            read.refresh();
        }
    }

    /// What a dialog needs to stop it, once it was read.
    pub fn stop(self, place: Place, policy: PolicyId, id: ExecutionId) -> Option<Stop> {
        Some(Stop {
            place,
            policy,
            executions: vec![id],
            read: self.read.get_untracked()?,
        })
    }

    /// Another stamp means other counters, or another status; reacts.
    pub fn stamp(self) -> u64 {
        self.execution.with(|execution| {
            let Some(it) = execution else { return 0 };
            let mut stamp = std::hash::DefaultHasher::new();
            let counters = [it.total, it.succeed, it.failed, it.in_progress, it.stopped];
            (&it.status, counters).hash(&mut stamp);
            stamp.finish()
        })
    }

    /// Says it once when it was seen to go on and has ended.
    pub fn tell_the_end(self) {
        let announcements = use_announcements();
        let following = StoredValue::new(Following::default());
        follow(move || {
            let Some(execution) = self.execution.get() else {
                return;
            };
            let seen = Seen {
                id: execution.id,
                is_over: !execution.goes_on(now()),
            };
            let ended = following.try_update_value(|following| following.see(&[seen]));
            if ended.is_some_and(|ended| !ended.is_empty()) {
                let has_failed = execution.known_status() == Some(RunStatus::Failed);
                announcements.tell(text::executions_ended(1, u64::from(has_failed)));
            }
        });
    }
}
