//! Replication policies and what runs of them, read for a dialog: when it opens, and once more before
//! anything is sent.

use changes::Found;
use cloud_api::enterprise::{
    ExecutionId, PolicyId, PolicySettings, ReplicationPolicy, ShowPolicy, StillRunning,
    TargetRegistry,
};
use cloud_api::{ApiError, Meaning};
use futures::{FutureExt as _, StreamExt as _, stream};
use leptos::prelude::*;

use super::lists;
use super::place::Place;
use super::policy_side::PolicySide;
use super::running::read_executions;
use crate::change::look::Look;
use crate::i18n::{Message, text};
use crate::query::{List, Rest, use_rest};
use crate::session::{Session, use_session};

/// Policies that are read at once.
const AT_ONCE: usize = 4;

/// What a person has chosen, and where.
#[derive(Clone)]
pub struct Chosen {
    /// The instance.
    pub place: Place,
    /// The policies.
    pub policies: Vec<PolicyId>,
}

/// A policy as it stands; `None` for one that is gone.
type Standing = Option<ReplicationPolicy>;

/// What was read.
#[derive(Clone, PartialEq)]
pub struct PoliciesRead {
    policies: Vec<(PolicyId, Standing)>,
    /// The executions of these policies that are not over.
    pub running: StillRunning,
    /// The execution of these policies that began last.
    newest: Option<ExecutionId>,
}

/// What is read of the chosen policies.
#[derive(Clone, Copy)]
pub struct PoliciesLook {
    /// What was chosen.
    pub chosen: StoredValue<Chosen>,
    /// What came of reading; nothing before. Reacts.
    pub read: RwSignal<Option<Result<PoliciesRead, ApiError>>>,
    registries: List<TargetRegistry>,
    session: Session,
    rest: Rest,
}

impl PoliciesRead {
    /// Those that are there, in the order in which they were chosen.
    pub fn there(&self) -> impl Iterator<Item = (PolicyId, &ReplicationPolicy)> {
        let policies = self.policies.iter();
        policies.filter_map(|(id, policy)| Some((*id, policy.as_ref()?)))
    }

    /// The execution of these policies that began last.
    pub fn newest(&self) -> Option<ExecutionId> {
        self.newest
    }

    /// Whether both tell the same, whatever others have started meanwhile.
    fn is_like(&self, other: &Self) -> bool {
        self.policies == other.policies && self.running == other.running
    }
}

impl PoliciesLook {
    /// Begins to read.
    pub fn begin(chosen: Chosen) -> Self {
        let this = Self {
            registries: lists::target_registries(&chosen.place),
            chosen: StoredValue::new(chosen),
            read: RwSignal::new(None),
            session: use_session(),
            rest: use_rest(),
        };
        leptos::task::spawn_local(async move {
            if let Some(found) = this.read_all().await {
                this.read.try_set(Some(found));
            }
        });
        this
    }

    /// How many were chosen.
    pub fn count(self) -> u64 {
        self.chosen.with_value(|chosen| chosen.policies.len()) as u64
    }

    /// Where they are.
    pub fn place(self) -> Place {
        self.chosen.with_value(|chosen| chosen.place.clone())
    }

    /// What was read, where it could be; reacts.
    pub fn found(self) -> Option<PoliciesRead> {
        self.read.get()?.ok()
    }

    /// A policy with its two sides; reacts.
    pub fn line(self, policy: PolicyId, of: &ReplicationPolicy) -> Message {
        let side = |side| {
            let registries = self.registries.rows;
            registries.with(|registries| PolicySide::of(side, registries).words())
        };
        text::policies_line(name_of(policy, of), side(of.source), side(of.destination))
    }

    /// The look before sending.
    pub fn look(self) -> Look {
        Look::by(move || {
            async move {
                let found = match self.read_all().await {
                    None => return Found::Changed,
                    // What was shown before still stands.
                    Some(Err(error)) => return Found::NotRead(error),
                    Some(Ok(found)) => found,
                };
                let is_same = self.read.with_untracked(|shown| match shown {
                    Some(Ok(shown)) => shown.is_like(&found),
                    Some(Err(_)) | None => false,
                });
                self.read.set(Some(Ok(found)));
                match is_same {
                    true => Found::Same,
                    false => Found::Changed,
                }
            }
            .boxed_local()
        })
    }

    /// Reads all of it; `None` when the dialog was left.
    async fn read_all(self) -> Option<Result<PoliciesRead, ApiError>> {
        let (place, chosen) = self
            .chosen
            .try_with_value(|chosen| (chosen.place.clone(), chosen.policies.clone()))?;
        let is_awaited = || self.read.try_with_untracked(|_| ()).is_some();
        let ids = chosen.clone();
        let read = read_executions(self.rest, self.session, &place, ids, &is_awaited);
        let executions = match read.await? {
            Ok(executions) => executions,
            Err(error) => return Some(Err(error)),
        };
        let read = |(at, policy): (usize, PolicyId)| {
            let (project, instance) = (place.project.clone(), place.instance.clone());
            async move {
                let show = ShowPolicy {
                    project,
                    instance,
                    policy,
                };
                let shown = match self.rest.read(self.session, show, &is_awaited).await? {
                    Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Ok(None),
                    other => other.map(Some),
                };
                Some((at, policy, shown))
            }
        };
        let mut reading = stream::iter(chosen.iter().copied().enumerate())
            .map(read)
            .buffer_unordered(AT_ONCE);
        let mut policies = Vec::new();
        while let Some(found) = reading.next().await {
            let (at, policy, shown) = found?;
            match shown {
                Ok(shown) => policies.push((at, policy, shown)),
                Err(error) => return Some(Err(error)),
            }
        }
        policies.sort_by_key(|(at, ..)| *at);
        let policies = policies.into_iter().map(|(_, id, policy)| (id, policy));
        Some(Ok(PoliciesRead {
            policies: policies.collect(),
            running: executions.running,
            newest: executions.newest,
        }))
    }
}

/// What a policy is called by now, or its ID; untrusted text.
pub fn name_of(id: PolicyId, policy: &ReplicationPolicy) -> String {
    match &*policy.name {
        "" => id.to_string(),
        name => name.to_owned(),
    }
}

/// The settings of a policy, or that not all of them are told.
///
/// # Errors
/// The words, where sending what is known would change the rest.
pub fn settings_of(name: String, policy: &ReplicationPolicy) -> Result<PolicySettings, Message> {
    PolicySettings::of(policy).ok_or_else(|| text::policies_not_told(name))
}
