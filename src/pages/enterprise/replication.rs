//! The policies of an instance and their executions, read whole for what other pages tell by them.

use cloud_api::Listed;
use cloud_api::enterprise::{Execution, Paging, ReplicationPolicy};
use leptos::prelude::*;

use super::followed::pause_and_tell;
use super::lists;
use super::place::Place;
use super::registry_row::Replication;
use crate::browser::clock::use_clock;
use crate::i18n::{I18n, Message, t, text};
use crate::live::{derived, follow, live, shown};
use crate::query::{List, ReadStatus, use_query};
use crate::ui::failure::failure_of;

/// The policies of an instance and their executions.
#[derive(Clone, Copy)]
pub struct ReplicationRead {
    /// The policies.
    pub policies: List<ReplicationPolicy>,
    /// The executions.
    pub executions: List<Execution>,
    /// The newest executions, as they were read since while one of them was under way.
    newest: RwSignal<Vec<Execution>>,
}

impl ReplicationRead {
    /// Reads them.
    pub fn of(place: &Place) -> Self {
        Self {
            policies: lists::policies(place),
            executions: lists::executions(place),
            newest: RwSignal::new(Vec::new()),
        }
    }

    /// Keeps the newest executions up to date while one of them is under way, and gives the button that pauses
    /// that.
    pub fn keep_up(self, place: &Place) -> AnyView {
        let (place, clock) = (place.clone(), use_clock());
        follow(move || {
            // The list tells it as it is.
            self.executions.status.read_at.track();
            self.newest.set(Vec::new());
        });
        let goes_on = derived(move || {
            let (now, newest) = (clock.get(), self.newest.get());
            let is_older = |it: &Execution| newest.iter().all(|new| new.id != it.id);
            newest.iter().any(|it| it.goes_on(now))
                || self.executions.rows.with(|rows| {
                    let mut rows = rows.iter();
                    rows.any(|it| it.goes_on(now) && is_older(it))
                })
        });
        let follow_them = move || {
            let read = use_query(lists::executions_page(&place, None, Paging::holding(0)));
            let pause = pause_and_tell(read);
            follow(move || {
                if let Some(page) = read.value() {
                    self.newest.set(page.rows.to_vec());
                }
            });
            pause
        };
        live(move || shown(goes_on.get().then(|| untrack(&follow_them)))).into_any()
    }

    /// All that were read, each as it was read last; reacts.
    fn all_executions(self) -> Vec<Execution> {
        let mut all = self.newest.get();
        let of_newest = all.len();
        self.executions.rows.with(|rows| {
            let is_new = |it: &&Execution| all[..of_newest].iter().all(|new| new.id != it.id);
            let older: Vec<Execution> = rows.iter().filter(is_new).cloned().collect();
            all.extend(older);
        });
        all
    }

    /// Both, with what is not known where one of them could not be read.
    fn each(self) -> [(ReadStatus, fn() -> Message); 2] {
        [
            (
                self.policies.status,
                text::target_registries_policies_failed,
            ),
            (
                self.executions.status,
                text::target_registries_executions_failed,
            ),
        ]
    }

    /// Reads them again.
    pub fn refresh(self) {
        for (status, _) in self.each() {
            status.refresh();
        }
    }

    /// Looks at what was read so far; reacts.
    pub fn look<T>(self, look: impl FnOnce(Replication<'_>) -> T) -> T {
        let policies = Listed {
            rows: self.policies.rows.with(|rows| rows.to_vec()),
            left_out: self.policies.left_out.get(),
        };
        let executions = self.all_executions();
        look(Replication {
            policies: &policies,
            is_all_policies: self.policies.is_whole(),
            executions: &executions,
            is_all_executions: self.executions.is_whole() && self.executions.left_out.get() == 0,
        })
    }

    /// Whether more is still to come; reacts.
    pub fn is_awaited(self) -> bool {
        let is_awaited = |status: ReadStatus| {
            status.read_at.with(Option::is_none) && status.error.with(Option::is_none)
        };
        self.each().iter().any(|(status, _)| is_awaited(*status))
    }

    /// Whether policies were read, but not all of them or not all of each; reacts.
    fn is_part(self) -> bool {
        let policies = self.policies;
        let is_odd = |rows: &Vec<ReplicationPolicy>| rows.iter().any(|it| it.has_unread_side());
        let is_read = policies.status.read_at.with(Option::is_some);
        let is_odd = policies.left_out.get() > 0 || policies.rows.with(|rows| is_odd(rows));
        is_odd || (is_read && !policies.is_whole())
    }

    /// What is not known, in sentences for an export; reacts.
    pub fn gaps(self, words: I18n) -> Vec<String> {
        let failed = self.each().into_iter();
        let failed = failed.filter(|(status, _)| status.error.with(Option::is_some));
        let part = self.is_part().then(text::target_registries_policies_part);
        let all = failed.map(|(_, what)| what()).chain(part);
        all.map(|message| words.say(&message)).collect()
    }

    /// The same above the rows, with the way to try again.
    pub fn notices(self) -> AnyView {
        let failed = self.each().map(|(status, what)| {
            let retry = Callback::new(move |()| status.refresh());
            failure_of(what(), move || status.error.get(), Some(retry))
        });
        let part = live(move || {
            shown(self.is_part().then(|| {
                let words = text::target_registries_policies_part();
                view! { <p class="note">{t(words)}</p> }
            }))
        });
        (failed.into_any(), part).into_any()
    }
}
