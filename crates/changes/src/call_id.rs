//! What an item and a call know of each other: the number of the call.

use serde::{Deserialize, Serialize};

/// Numbers the calls of one change, in the order in which they were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CallId(pub u32);
