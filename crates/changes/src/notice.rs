//! What one tab tells the others. It may be anybody's on this origin: it says where to look, and nothing
//! of what is there.

use std::fmt;
use std::str::FromStr;

use crate::{Key, NoKey};

/// What one tab tells the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// What is kept of this change is another, or is gone.
    LookAgain(Key),
    /// The person of this change has signed out.
    SignOut(Key),
}

const LOOK_AGAIN: &str = "look again ";
const SIGN_OUT: &str = "sign out ";

impl fmt::Display for Notice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LookAgain(key) => write!(formatter, "{LOOK_AGAIN}{key}"),
            Self::SignOut(key) => write!(formatter, "{SIGN_OUT}{key}"),
        }
    }
}

impl FromStr for Notice {
    type Err = NoKey;

    fn from_str(text: &str) -> Result<Self, NoKey> {
        if let Some(key) = text.strip_prefix(LOOK_AGAIN) {
            return Ok(Self::LookAgain(key.parse()?));
        }
        let key = text.strip_prefix(SIGN_OUT).ok_or(NoKey)?;
        Ok(Self::SignOut(key.parse()?))
    }
}
