//! When a read-back is repeated. Pure functions of how often it was made.

/// Milliseconds between the first read-backs: lists lag behind writes for a moment.
const FIRST: [i64; 3] = [1_000, 2_000, 4_000];

/// Milliseconds between read-backs once the first delays are used up, and the least after
/// throttling.
pub const STEADY: i64 = 5_000;

/// How long to wait before reading again what `earlier` read-backs before this one showed as not
/// applied; `None` when it is time to say so.
#[must_use]
pub fn before_saying_not_applied(earlier: u32) -> Option<i64> {
    let index = usize::try_from(earlier).ok()?;
    FIRST.get(index).copied()
}

/// How long to wait before reading again what `earlier` read-backs in a row before this one could
/// not tell, when somebody must know.
#[must_use]
pub fn until_known(earlier: u32) -> i64 {
    before_saying_not_applied(earlier).unwrap_or(STEADY)
}
