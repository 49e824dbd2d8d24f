//! Target registries and what keeps them in use, read for a dialog: when it opens, and once more before
//! anything is sent.

use changes::Found;
use cloud_api::enterprise::{RegistryId, ReplicationPolicy, StillRunning, TargetRegistry, used_by};
use cloud_api::{ApiError, Listed};
use futures::{FutureExt as _, future};
use leptos::prelude::*;

use super::lists;
use super::place::Place;
use super::running::read_executions;
use crate::change::look::Look;
use crate::live::follow;
use crate::query::{List, Rest, use_rest};
use crate::session::{Session, use_session};

/// What a person has chosen, and where.
#[derive(Clone)]
pub struct ChosenRegistries {
    /// The instance.
    pub place: Place,
    /// The registries.
    pub registries: Vec<RegistryId>,
}

/// What was read.
#[derive(Clone, PartialEq)]
pub struct RegistriesRead {
    /// The chosen ones that are there, in the order in which they were chosen.
    pub there: Vec<(RegistryId, TargetRegistry)>,
    /// The policies that surely use one of them, each once.
    pub used_by: Vec<ReplicationPolicy>,
    /// Whether more policies may use them: not all of all could be read.
    pub may_be_more: bool,
    /// The registries that a policy can use in place of the chosen ones, each with its name; untrusted
    /// text.
    pub others: Vec<(RegistryId, String)>,
    /// The executions of those policies that are not over.
    pub running: StillRunning,
}

/// What is read of the chosen registries.
#[derive(Clone, Copy)]
pub struct RegistriesLook {
    chosen: StoredValue<ChosenRegistries>,
    /// The target registries of the instance.
    pub registries: List<TargetRegistry>,
    policies: List<ReplicationPolicy>,
    /// What runs of the policies in the way; nothing before it was read. Reacts.
    running: RwSignal<Option<Result<StillRunning, ApiError>>>,
    session: Session,
    rest: Rest,
}

impl RegistriesLook {
    /// Begins to read.
    pub fn begin(chosen: ChosenRegistries) -> Self {
        let this = Self {
            registries: lists::target_registries(&chosen.place),
            policies: lists::policies(&chosen.place),
            chosen: StoredValue::new(chosen),
            running: RwSignal::new(None),
            session: use_session(),
            rest: use_rest(),
        };
        follow(move || {
            let is_first = this.running.with_untracked(Option::is_none);
            if this.are_listed() && is_first {
                leptos::task::spawn_local(async move {
                    this.read_running().await;
                });
            }
        });
        this
    }

    /// How many were chosen.
    pub fn count(self) -> u64 {
        self.chosen.with_value(|chosen| chosen.registries.len()) as u64
    }

    /// Where they are.
    pub fn place(self) -> Place {
        self.chosen.with_value(|chosen| chosen.place.clone())
    }

    /// What was read, once all of it was; reacts.
    pub fn found(self) -> Option<RegistriesRead> {
        if !self.are_listed() {
            return None;
        }
        let running = self.running.get()?.ok()?;
        let there = self.there();
        let (used_by, may_be_more) = self.used_by(&there);
        Some(RegistriesRead {
            others: self.others(),
            there,
            used_by,
            may_be_more,
            running,
        })
    }

    /// The chosen ones that are there.
    fn there(self) -> Vec<(RegistryId, TargetRegistry)> {
        let rows = self.registries.rows.get();
        self.chosen.with_value(|chosen| {
            let there = chosen.registries.iter().filter_map(|id| {
                let row = rows.iter().find(|row| row.id == Some(*id))?;
                Some((*id, row.clone()))
            });
            there.collect()
        })
    }

    /// The registries that were not chosen, by name.
    fn others(self) -> Vec<(RegistryId, String)> {
        let rows = self.registries.rows.get();
        let mut others: Vec<(RegistryId, String)> = self.chosen.with_value(|chosen| {
            let others = rows.iter().filter_map(|row| {
                let id = row.id.filter(|id| !chosen.registries.contains(id))?;
                Some((id, row.name.clone()))
            });
            others.collect()
        });
        others.sort_by_cached_key(|(id, name)| match &**name {
            "" => id.to_string(),
            name => name.to_lowercase(),
        });
        others
    }

    /// Why not all of it could be read, where nothing was; reacts.
    pub fn error(self) -> Option<ApiError> {
        let unlisted = |is_listed: bool, error: Option<ApiError>| error.filter(|_| !is_listed);
        let (registries, policies) = (self.registries.status, self.policies.status);
        unlisted(
            registries.read_at.with(Option::is_some),
            registries.error.get(),
        )
        .or_else(|| unlisted(policies.read_at.with(Option::is_some), policies.error.get()))
        .or_else(|| self.running.get()?.err())
    }

    /// The look before sending.
    pub fn look(self) -> Look {
        Look::by(move || {
            let shown = untrack(|| self.found());
            async move {
                let (registries, policies) = (self.registries.status, self.policies.status);
                future::join(registries.read_again(), policies.read_again()).await;
                // The person may have left the dialog meanwhile.
                let errors = [registries, policies].map(|status| status.error.try_get_untracked());
                for error in errors {
                    match error {
                        None => return Found::Changed,
                        // What was shown before still stands.
                        Some(Some(error)) => return Found::NotRead(error),
                        Some(None) => {}
                    }
                }
                self.read_running().await;
                match self.running.try_get_untracked().flatten() {
                    None => Found::Changed,
                    Some(Err(error)) => Found::NotRead(error),
                    Some(Ok(_)) if shown == untrack(|| self.found()) => Found::Same,
                    Some(Ok(_)) => Found::Changed,
                }
            }
            .boxed_local()
        })
    }

    fn are_listed(self) -> bool {
        let is_read = |read_at: RwSignal<_>| read_at.with(Option::is_some);
        is_read(self.registries.status.read_at) && is_read(self.policies.status.read_at)
    }

    /// The policies that use one of the chosen registries that are there, and whether there may be more.
    fn used_by(self, there: &[(RegistryId, TargetRegistry)]) -> (Vec<ReplicationPolicy>, bool) {
        let all = Listed {
            rows: self.policies.rows.with(|rows| rows.to_vec()),
            left_out: self.policies.left_out.get(),
        };
        let mut policies: Vec<ReplicationPolicy> = Vec::new();
        let mut may_be_more = !self.policies.is_whole();
        for (registry, _) in there {
            let used = used_by(*registry, &all);
            may_be_more |= used.unread > 0;
            for policy in used.policies {
                if !policies.contains(policy) {
                    policies.push(policy.clone());
                }
            }
        }
        (policies, may_be_more)
    }

    async fn read_running(self) {
        let Some(place) = self.chosen.try_with_value(|chosen| chosen.place.clone()) else {
            return;
        };
        let is_awaited = || self.running.try_with_untracked(|_| ()).is_some();
        let policies = untrack(|| self.used_by(&self.there()).0);
        let ids = policies.iter().filter_map(|policy| policy.id).collect();
        let read = read_executions(self.rest, self.session, &place, ids, &is_awaited);
        if let Some(found) = read.await {
            self.running.try_set(Some(found.map(|it| it.running)));
        }
    }
}
