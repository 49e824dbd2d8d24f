//! What an undo has taken back of the change that it is of.

use std::collections::BTreeMap;

use cloud_api::Subject;
use serde::{Deserialize, Serialize};

use crate::{ChangeId, ItemId};

/// How far the undo of an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TakenBack {
    /// It was sent, or waits to be.
    UnderWay,
    /// It is done.
    Done,
}

/// What an undo takes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakesBack {
    /// Of which change.
    pub change: ChangeId,
    /// Its items, each with the things of the undo that bring it back.
    pub items: BTreeMap<ItemId, Vec<Subject>>,
}
