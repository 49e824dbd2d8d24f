//! A replication policy.

use cloud_api::Timestamp;
use serde_json::{Value, json};

use crate::gateway::written_time::written_in_milliseconds;

/// The far side; the instance itself is the other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Images come from this registry.
    Pull(u64),
    /// Images go to this registry.
    Push(u64),
}

impl Side {
    pub fn registry(self) -> u64 {
        match self {
            Self::Pull(id) | Self::Push(id) => id,
        }
    }
}

/// A pattern that the name or the tag of what is copied must have.
#[derive(Clone)]
pub struct Filter {
    pub kind: &'static str,
    pub value: String,
}

/// What a create or an update says of a policy.
#[derive(Clone)]
pub struct Settings {
    pub name: String,
    pub description: String,
    pub side: Side,
    pub dest_namespace: String,
    pub filters: Vec<Filter>,
    pub repo_scope_mode: &'static str,
    /// `manual`, `scheduled` or `event_based`.
    pub trigger: &'static str,
    /// Empty unless scheduled.
    pub cron: String,
    pub overrides: bool,
    pub enabled: bool,
}

#[derive(Clone)]
pub struct Policy {
    pub id: u64,
    pub settings: Settings,
    pub created: Timestamp,
    pub updated: Timestamp,
}

impl Policy {
    /// The local side is told as 0 (corrections §5).
    pub fn describe(&self) -> Value {
        let settings = &self.settings;
        let (source, destination) = match settings.side {
            Side::Pull(id) => (id, 0),
            Side::Push(id) => (0, id),
        };
        let filters: Vec<Value> = settings
            .filters
            .iter()
            .map(|filter| json!({ "type": filter.kind, "value": filter.value }))
            .collect();
        json!({
            "id": self.id,
            "name": settings.name,
            "description": settings.description,
            "src_registry": { "id": source },
            "dest_registry": { "id": destination },
            "dest_namespace": settings.dest_namespace,
            "filters": filters,
            "repo_scope_mode": settings.repo_scope_mode,
            "trigger": { "type": settings.trigger, "trigger_settings": { "cron": settings.cron } },
            "override": settings.overrides,
            "enabled": settings.enabled,
            "created_at": written_in_milliseconds(self.created),
            "updated_at": written_in_milliseconds(self.updated),
        })
    }
}
