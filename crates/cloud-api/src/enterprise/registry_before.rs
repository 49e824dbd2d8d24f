//! A target registry as it was read before a write.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::moment::Moment;
use super::target_registry::TargetRegistry;
use crate::Timestamp;
use crate::wire::fields::read_kept;

/// A target registry as it was read before it is changed or deleted; no answer has its secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Value", into = "Value")]
pub struct RegistryBefore {
    registry: TargetRegistry,
    updated_at: Option<Timestamp>,
}

/// What is written down is no target registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a target registry")]
pub struct NoRegistry;

impl RegistryBefore {
    /// Remembers a registry. How it stood and when it was made is of no use to a form.
    #[must_use]
    pub fn of(registry: &TargetRegistry) -> Self {
        Self {
            updated_at: registry.updated_at.time(),
            registry: TargetRegistry {
                status: String::new(),
                created_at: Moment::NotTold,
                updated_at: Moment::NotTold,
                ..registry.clone()
            },
        }
    }

    /// What a form is filled with.
    #[must_use]
    pub fn registry(&self) -> &TargetRegistry {
        &self.registry
    }

    /// Whether an answer shows the same registry. Lists and single answers need not tell the same of it: only
    /// what both tell is compared.
    pub(super) fn is_still(&self, shown: &TargetRegistry) -> bool {
        let was = &self.registry;
        let same = |was: &str, shown: &str| was.is_empty() || shown.is_empty() || was == shown;
        let texts = [
            (&was.name, &shown.name),
            (&was.registry_type, &shown.registry_type),
            (&was.url, &shown.url),
            (&was.region_id, &shown.region_id),
            (&was.instance_id, &shown.instance_id),
            (&was.project_id, &shown.project_id),
            (&was.access_key, &shown.access_key),
        ];
        let has_other_hosts =
            was.hosts.is_some() && shown.hosts.is_some() && was.hosts != shown.hosts;
        texts.iter().all(|(was, shown)| same(was, shown)) && !has_other_hosts
    }

    /// When it had been changed last.
    pub(super) fn updated_at(&self) -> Option<Timestamp> {
        self.updated_at
    }

    /// What is not told stays untold.
    fn written(&self) -> Value {
        let registry = &self.registry;
        let mut written = json!({
            "name": registry.name,
            "description": registry.description,
            "type": registry.registry_type,
            "url": registry.url,
            "region_id": registry.region_id,
            "instance_id": registry.instance_id,
            "project_id": registry.project_id,
            "credential": { "access_key": registry.access_key },
        });
        if let Some(id) = registry.id {
            written["id"] = json!(id);
        }
        if let Some(hosts) = &registry.hosts {
            written["dns_conf"] = json!({ "hosts": hosts });
        }
        if let Some(insecure) = registry.insecure {
            written["insecure"] = json!(insecure);
        }
        if let Some(updated_at) = self.updated_at {
            written["updated_at"] = json!(updated_at);
        }
        written
    }
}

impl From<RegistryBefore> for Value {
    fn from(before: RegistryBefore) -> Self {
        before.written()
    }
}

impl TryFrom<Value> for RegistryBefore {
    type Error = NoRegistry;

    /// Takes what is written exactly so.
    fn try_from(value: Value) -> Result<Self, NoRegistry> {
        let before = read_kept(&value, |fields| {
            Some(Self {
                registry: TargetRegistry::read(fields),
                updated_at: fields.time("updated_at"),
            })
        });
        before
            .filter(|before| before.written() == value)
            .ok_or(NoRegistry)
    }
}
