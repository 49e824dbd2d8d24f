//! The form in which changes are written down.

use serde::{Deserialize, Serialize};

/// The form's version. Only the current one is read, so that an old program never misreads a newer
/// record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Version(u32);

/// A record of another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a change of version {0} cannot be read, only {current}", current = Version::CURRENT.0)]
pub struct VersionError(pub u32);

impl Version {
    /// The version that this program writes.
    pub const CURRENT: Self = Self(1);
}

impl TryFrom<u32> for Version {
    type Error = VersionError;

    fn try_from(number: u32) -> Result<Self, VersionError> {
        if number == Self::CURRENT.0 {
            Ok(Self::CURRENT)
        } else {
            Err(VersionError(number))
        }
    }
}

impl From<Version> for u32 {
    fn from(version: Version) -> Self {
        version.0
    }
}
