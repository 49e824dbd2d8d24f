//! The secret with which an instance signs in at a target registry.

use crate::{Secret, TextError};

/// A password or login key. It prints as `…` and stands in no record, no copy and no export; an empty one
/// cannot be, because sending it would take the registry's own away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessSecret(Secret);

impl AccessSecret {
    /// Reads what a person has typed or pasted: all of it, since spaces may belong to a password. A line
    /// break that came along with a paste belongs to none.
    ///
    /// # Errors
    /// [`TextError::Empty`] without any character but line breaks.
    pub fn typed(text: &str) -> Result<Self, TextError> {
        match text.trim_end_matches(['\r', '\n']) {
            "" => Err(TextError::Empty),
            text => Ok(Self(Secret::new(text))),
        }
    }

    /// The secret, for the one place that sends it.
    #[must_use]
    pub fn secret(&self) -> &Secret {
        &self.0
    }
}
