//! Which software a registry is, in words.

use cloud_api::hss::RegistryType;

use crate::{Message, text};

/// The words for a type by the service's name; `None` for one that is not known.
#[must_use]
pub fn type_words(name: &str) -> Option<Message> {
    Some(match RegistryType::named(name)? {
        RegistryType::Harbor => text::registry_type_harbor(),
        RegistryType::Jfrog => text::registry_type_jfrog(),
        RegistryType::SwrPrivate => text::registry_type_swr_private(),
        RegistryType::SwrShared => text::registry_type_swr_shared(),
        RegistryType::SwrEnterprise => text::registry_type_swr_enterprise(),
        RegistryType::Other => text::registry_type_other(),
    })
}
