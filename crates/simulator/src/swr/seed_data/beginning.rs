//! What the first data follow from.

use cloud_api::Timestamp;

/// What SWR begins with.
pub struct Beginning {
    /// Repositories of the largest organization, `acme-web`.
    pub repositories: usize,
    /// Another number gives other sizes, times and grants.
    pub seed: u64,
    /// When the cloud starts.
    pub start: Timestamp,
}

/// Times of the first data lie before this one: 2026-11-20T15:03:02Z.
pub const NEWEST: i64 = 1_795_186_982;
