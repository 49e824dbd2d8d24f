//! What a person decides of a replication policy.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::filter::Filter;
use super::ids::RegistryId;
use super::names::PolicyName;
use super::replication_policy::{ReplicationPolicy, TriggerType};
use super::schedule::{Schedule, Trigger};
use super::side::Side;
use crate::wire::fields::read_kept;

/// Everything that a create and an update say of a policy: always all of it (corrections §5). Written down
/// it is the body of the call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Value", into = "Value")]
pub struct PolicySettings {
    /// The name.
    pub name: PolicyName,
    /// What a person writes of it; may be empty.
    pub description: String,
    /// From where or to where.
    pub direction: Direction,
    /// The namespace that images go to; empty where they keep theirs.
    pub dest_namespace: String,
    /// Which images: those that meet all of these. They count for registries that are a Harbor, with an
    /// instance among them.
    pub filters: Vec<Filter>,
    /// How its repositories are chosen.
    pub repo_scope_mode: RepoScopeMode,
    /// When it runs.
    pub trigger: Trigger,
    /// Whether images that are there already are overwritten, `override`.
    pub overwrites: bool,
    /// Whether it runs at all.
    pub enabled: bool,
}

/// Which way images go; the instance itself is the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// They come from this registry, `src_registry`.
    Pull(RegistryId),
    /// They go to this registry, `dest_registry`.
    Push(RegistryId),
}

/// How the repositories of a policy are chosen, in the API's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RepoScopeMode {
    /// By patterns.
    Regular,
    /// One by one.
    Selection,
}

/// What is written down is nothing that a call could say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the settings of a replication policy")]
pub struct NoPolicySettings;

impl Direction {
    /// The registry at the far end.
    #[must_use]
    pub fn registry(self) -> RegistryId {
        match self {
            Self::Pull(registry) | Self::Push(registry) => registry,
        }
    }

    /// The same way with another registry.
    #[must_use]
    pub fn with(self, registry: RegistryId) -> Self {
        match self {
            Self::Pull(_) => Self::Pull(registry),
            Self::Push(_) => Self::Push(registry),
        }
    }
}

impl RepoScopeMode {
    /// All known ones.
    pub const ALL: [Self; 2] = [Self::Regular, Self::Selection];

    /// The API's word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::Selection => "selection",
        }
    }
}

impl PolicySettings {
    /// The settings of a policy as an answer tells them; `None` where one of them is not told, not known or
    /// of a form that no request can carry: sending the rest back would change it.
    #[must_use]
    pub fn of(policy: &ReplicationPolicy) -> Option<Self> {
        let direction = match (policy.source, policy.destination) {
            (Side::Registry(registry), Side::Local) => Direction::Pull(registry),
            (Side::Local, Side::Registry(registry)) => Direction::Push(registry),
            _ => return None,
        };
        let is_whole = policy.filters.left_out == 0
            && policy.filters.iter().all(|filter| filter.value.is_some());
        let mode = |mode: &RepoScopeMode| mode.name() == policy.repo_scope_mode;
        Some(Self {
            name: PolicyName::listed(&policy.name)?,
            description: policy.description.clone(),
            direction,
            dest_namespace: policy.dest_namespace.clone(),
            filters: is_whole.then(|| policy.filters.rows.clone())?,
            repo_scope_mode: RepoScopeMode::ALL.into_iter().find(mode)?,
            trigger: match policy.known_trigger()? {
                TriggerType::Manual => Trigger::Manual,
                TriggerType::Scheduled => Trigger::Scheduled(Schedule::listed(&policy.cron)?),
                TriggerType::EventBased => Trigger::EventBased,
            },
            overwrites: policy.overwrites?,
            enabled: policy.enabled?,
        })
    }

    /// The same with another registry at the far end.
    #[must_use]
    pub fn pointing_at(&self, registry: RegistryId) -> Self {
        Self {
            direction: self.direction.with(registry),
            ..self.clone()
        }
    }

    /// These settings where they were to be another than before, and those of now everywhere else: what
    /// somebody has changed since then stays.
    #[must_use]
    pub fn over(&self, before: &Self, now: &Self) -> Self {
        fn either<T: Clone + PartialEq>(wanted: &T, before: &T, now: &T) -> T {
            match wanted == before {
                true => now.clone(),
                false => wanted.clone(),
            }
        }
        Self {
            name: either(&self.name, &before.name, &now.name),
            description: either(&self.description, &before.description, &now.description),
            direction: either(&self.direction, &before.direction, &now.direction),
            dest_namespace: either(
                &self.dest_namespace,
                &before.dest_namespace,
                &now.dest_namespace,
            ),
            filters: either(&self.filters, &before.filters, &now.filters),
            repo_scope_mode: either(
                &self.repo_scope_mode,
                &before.repo_scope_mode,
                &now.repo_scope_mode,
            ),
            trigger: either(&self.trigger, &before.trigger, &now.trigger),
            overwrites: either(&self.overwrites, &before.overwrites, &now.overwrites),
            enabled: either(&self.enabled, &before.enabled, &now.enabled),
        }
    }

    /// Whether a policy is as these settings want it. White space around a description is not the
    /// service's to keep.
    pub(super) fn are_those_of(&self, shown: &Self) -> bool {
        let trimmed = |settings: &Self| Self {
            description: settings.description.trim().to_owned(),
            ..settings.clone()
        };
        trimmed(self) == trimmed(shown)
    }

    pub(super) fn body(&self) -> Value {
        let (trigger, settings) = match &self.trigger {
            Trigger::Manual => (TriggerType::Manual, None),
            Trigger::Scheduled(schedule) => (TriggerType::Scheduled, Some(schedule.as_str())),
            Trigger::EventBased => (TriggerType::EventBased, None),
        };
        let mut body = json!({
            "name": self.name.as_str(),
            "description": self.description,
            "dest_namespace": self.dest_namespace,
            "filters": self.filters.iter().map(Filter::body).collect::<Vec<Value>>(),
            "repo_scope_mode": self.repo_scope_mode.name(),
            "trigger": { "type": trigger.name() },
            "override": self.overwrites,
            "enabled": self.enabled,
        });
        if let Some(cron) = settings {
            body["trigger"]["trigger_settings"] = json!({ "cron": cron });
        }
        let (side, registry) = match self.direction {
            Direction::Pull(registry) => ("src_registry", registry),
            Direction::Push(registry) => ("dest_registry", registry),
        };
        // Exactly one of them is sent.
        body[side] = json!({ "id": registry });
        body
    }
}

impl From<PolicySettings> for Value {
    fn from(settings: PolicySettings) -> Self {
        settings.body()
    }
}

impl TryFrom<Value> for PolicySettings {
    type Error = NoPolicySettings;

    /// Takes what is written exactly so.
    fn try_from(value: Value) -> Result<Self, NoPolicySettings> {
        let settings = read_kept(&value, |fields| Self::of(&ReplicationPolicy::read(fields)));
        settings
            .filter(|settings| settings.body() == value)
            .ok_or(NoPolicySettings)
    }
}
