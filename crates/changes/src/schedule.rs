//! When a read-back is repeated and when a job is asked for. Pure functions of how often that was done.

use crate::Sight;

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

/// Read-backs that show something still under way, after which it is said to go on: about ten minutes.
const MOST_UNDER_WAY: u32 = 120;

/// The same of something that has to end first.
#[must_use]
pub fn before_saying_it_goes_on(earlier: u32) -> Option<i64> {
    (earlier < MOST_UNDER_WAY).then(|| until_known(earlier))
}

/// How long to wait before reading again what `earlier` read-backs in a row before this one could
/// not tell, when somebody must know.
#[must_use]
pub fn until_known(earlier: u32) -> i64 {
    before_saying_not_applied(earlier).unwrap_or(STEADY)
}

/// Milliseconds between the first polls of a job: one over members takes a second to three (reference §8).
const POLLS: [i64; 4] = [1_000, 2_000, 3_000, 5_000];

/// The least milliseconds between polls while nobody sees the page.
pub const UNSEEN: i64 = 30_000;

/// Milliseconds after which a job that goes on is no longer asked for: what it was to do is read.
pub const LONGEST_JOB: i64 = 600_000;

/// How long to wait before asking for a job of which `earlier` polls have come back.
#[must_use]
pub fn before_poll(earlier: u32, sight: Sight) -> i64 {
    let index = usize::try_from(earlier).ok();
    let usual = index.and_then(|index| POLLS.get(index).copied());
    let usual = usual.unwrap_or(STEADY);
    match sight {
        Sight::Seen => usual,
        Sight::Hidden => usual.max(UNSEEN),
    }
}
