//! The two hosts of IAM.

use crate::gateway::identities::GLOBAL_TOKEN;

/// Which IAM is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// That of the region.
    OfRegion,
    /// That for all regions.
    Global,
}

impl Host {
    /// What stands before the paths of the global one, below `/api/`.
    pub const GLOBAL: &str = "iam_global";

    /// Which one a request has come to, by what stands before its path.
    pub fn below(prefix: Option<&str>) -> Self {
        match prefix {
            Some(Self::GLOBAL) => Self::Global,
            _ => Self::OfRegion,
        }
    }

    /// Whether it knows a token (corrections §6): the global one all.
    pub fn knows(self, token: &str) -> bool {
        self == Self::Global || token != GLOBAL_TOKEN
    }
}
