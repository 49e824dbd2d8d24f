//! Instances of SWR Enterprise and what they replicate, in words.

use cloud_api::enterprise::{InstanceStatus, RegistryStatus, RegistryType};

use crate::{Message, text};

/// The words for how an instance stands, by the service's word; `None` for one that is not known.
#[must_use]
pub fn instance_status_words(name: &str) -> Option<Message> {
    Some(match InstanceStatus::named(name)? {
        InstanceStatus::Initial => text::instance_initial(),
        InstanceStatus::Creating => text::instance_creating(),
        InstanceStatus::Running => text::instance_running(),
        InstanceStatus::Unavailable => text::instance_unavailable(),
    })
}

/// The words for what a target registry is, by the service's word; `None` for one that is not known.
#[must_use]
pub fn registry_type_words(name: &str) -> Option<Message> {
    Some(match RegistryType::named(name)? {
        RegistryType::Harbor => text::registry_type_harbor(),
        RegistryType::Enterprise => text::registry_type_swr_enterprise(),
        RegistryType::Shared => text::registry_type_swr_shared(),
    })
}

/// The words for whether a target registry can be reached, by the service's word; `None` for one that
/// is not known.
#[must_use]
pub fn registry_status_words(name: &str) -> Option<Message> {
    Some(match RegistryStatus::named(name)? {
        RegistryStatus::Healthy => text::target_registry_healthy(),
        RegistryStatus::Unhealthy => text::target_registry_unhealthy(),
    })
}
