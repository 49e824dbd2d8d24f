//! Numbers that the parts of the first data share.

/// An hour in milliseconds.
pub const HOUR: i64 = 3_600_000;
/// A day in milliseconds.
pub const DAY: i64 = 24 * HOUR;
/// ID of the registry that no number of JavaScript holds.
pub const LARGE_ID: u64 = 9_007_199_254_740_993;
