//! The written form of a scan.

use serde::{Deserialize, Serialize};

use super::held::Held;
use super::reading::Reading;

/// The form's version. Only the current one is read, so that an old program never misreads a newer
/// record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
struct Version(u32);

const CURRENT: Version = Version(1);

/// A record of another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a scan of version {0} cannot be read, only {current}", current = CURRENT.0)]
struct VersionError(u32);

impl TryFrom<u32> for Version {
    type Error = VersionError;

    fn try_from(number: u32) -> Result<Self, VersionError> {
        if number == CURRENT.0 {
            Ok(CURRENT)
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

/// What is under way when it is written is lost and read anew.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record<K, T> {
    version: Version,
    places: Vec<Place<K, T>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Place<K, T> {
    place: K,
    reading: Reading,
    found: Option<T>,
}

impl<K, T> Record<K, T> {
    /// Of these places.
    pub(super) fn of(all: impl Iterator<Item = (K, Held<T>)>) -> Self {
        let places = all.map(|(place, Held { reading, found })| Place {
            place,
            reading,
            found,
        });
        Self {
            version: CURRENT,
            places: places.collect(),
        }
    }

    /// The places again.
    pub(super) fn held(self) -> impl Iterator<Item = (K, Held<T>)> {
        self.places.into_iter().map(|place| {
            let Place {
                place,
                reading,
                found,
            } = place;
            (place, Held { reading, found })
        })
    }
}
