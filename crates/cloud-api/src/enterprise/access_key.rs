//! Whom an instance signs in as at a target registry.

use super::target_registry::RegistryType;
use crate::text::is_unseen;
use crate::text::ruled::{check_characters, check_length, ruled_text};
use crate::{CharacterRule, RegionId, TextError};

ruled_text!(
    /// A user, a robot account or an access key: no documented rule but that it is not empty.
    AccessKey,
    check_access_key
);

/// Why a text is no access key for a registry of its type.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccessKeyError {
    /// It is none for any.
    #[error(transparent)]
    Text(#[from] TextError),
    /// The shared edition takes `<region>@<AK>` alone, as its login command has it (corrections §5).
    #[error("{0:?} is not of the form <region>@<AK>")]
    NotOfSharedEdition(String),
}

impl AccessKey {
    /// Reads what a person has typed for a registry of this type.
    ///
    /// # Errors
    /// Why it is none there.
    pub fn typed(registry_type: RegistryType, text: &str) -> Result<Self, AccessKeyError> {
        let key: Self = text.trim().parse()?;
        match registry_type {
            RegistryType::Shared if key.region().is_none() => {
                Err(AccessKeyError::NotOfSharedEdition(key.0))
            }
            RegistryType::Harbor | RegistryType::Enterprise | RegistryType::Shared => Ok(key),
        }
    }

    /// The region of the shared edition that it is a key of, where it names one.
    #[must_use]
    pub fn region(&self) -> Option<RegionId> {
        let (region, key) = self.0.split_once('@')?;
        let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric());
        is_key.then(|| region.parse().ok()).flatten()
    }
}

fn check_access_key(text: &str) -> Result<(), TextError> {
    check_length(text, 1_024)?;
    check_characters(text, CharacterRule::NotAllowed, |_, character| {
        !is_unseen(character)
    })
}
