//! Instances of SWR Enterprise and what they replicate, in words.

use cloud_api::enterprise::{AuditOperation, InstanceStatus, RegistryStatus, RegistryType};

use crate::{Message, text};

/// What was done with an image.
#[must_use]
pub fn audit_operation_words(operation: AuditOperation) -> Message {
    match operation {
        AuditOperation::Pull => text::audit_log_pull(),
        AuditOperation::Delete => text::audit_log_delete(),
        AuditOperation::Create => text::audit_log_create(),
    }
}

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

/// The words for whether a policy uses a target registry, by its name in addresses; `None` for another
/// word.
#[must_use]
pub fn use_words(name: &str) -> Option<Message> {
    Some(match name {
        "used" => text::target_registry_used(),
        "unused" => text::target_registry_unused(),
        "not-read" => text::machine_image_sharing_not_read(),
        _ => return None,
    })
}
