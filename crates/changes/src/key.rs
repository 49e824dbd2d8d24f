//! What a record is found by: in what the browser keeps, and in what tabs tell each other.

use std::fmt;
use std::str::FromStr;

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::{ChangeId, Scope};

/// Characters of a key; a longer one is none.
const LONGEST: usize = 2_000;

/// In whose name and where a change was made, and its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// In whose name and where.
    pub scope: Scope,
    /// The change.
    pub id: ChangeId,
}

/// A text that is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the key of a change")]
pub struct NoKey;

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scope = &self.scope;
        for part in [
            &scope.cloud,
            &scope.user_id,
            &scope.region,
            &scope.project_id,
        ] {
            write!(
                formatter,
                "{}:",
                utf8_percent_encode(part, NON_ALPHANUMERIC)
            )?;
        }
        write!(formatter, "{}", self.id.0)
    }
}

impl FromStr for Key {
    type Err = NoKey;

    fn from_str(text: &str) -> Result<Self, NoKey> {
        if text.len() > LONGEST {
            return Err(NoKey);
        }
        let parts: Vec<&str> = text.split(':').collect();
        let [cloud, user_id, region, project_id, id] = parts[..] else {
            return Err(NoKey);
        };
        let part = |text: &str| {
            let decoded = percent_decode_str(text).decode_utf8();
            decoded.map(String::from).map_err(|_| NoKey)
        };
        let key = Self {
            scope: Scope {
                cloud: part(cloud)?,
                user_id: part(user_id)?,
                region: part(region)?,
                project_id: part(project_id)?,
            },
            id: ChangeId(id.parse().map_err(|_| NoKey)?),
        };
        // One thing has one key.
        match key.to_string() == text {
            true => Ok(key),
            false => Err(NoKey),
        }
    }
}
