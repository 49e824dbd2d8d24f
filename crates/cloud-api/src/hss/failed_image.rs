//! Images of a sync task that could not be synchronized.

use crate::wire::fields::Fields;

/// An image that failed in a task, as the service gave it (corrections §3).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FailedImage {
    /// ID of the registry that it is in; untrusted text.
    pub registry_id: String,
    /// The registry's name; untrusted text.
    pub registry_name: String,
    /// The name of the registry's type; not always one that is known.
    pub registry_type: String,
    /// The organization or project in the registry; untrusted text, empty where there is none.
    pub namespace: String,
    /// The name; untrusted text.
    pub image_name: String,
    /// The version, which is its tag; untrusted text.
    pub image_version: String,
    /// Why it failed; untrusted text, empty where there is no cause.
    pub failed_reason: String,
}

impl FailedImage {
    pub(super) fn read(fields: Fields<'_>) -> Self {
        Self {
            registry_id: fields.text_or_number("registry_id"),
            registry_name: fields.text_or_number("registry_name"),
            registry_type: fields.text_or_number("registry_type"),
            namespace: fields.text_or_number("namespace"),
            image_name: fields.text_or_number("image_name"),
            image_version: fields.text_or_number("image_version"),
            failed_reason: fields.text_or_number("failed_reason"),
        }
    }

    /// The whole name, as it stands in a pull address behind the registry.
    #[must_use]
    pub fn whole_name(&self) -> String {
        let parts = [&*self.namespace, &*self.image_name];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let name = parts.join("/");
        match &*self.image_version {
            "" => name,
            version => format!("{name}:{version}"),
        }
    }
}
