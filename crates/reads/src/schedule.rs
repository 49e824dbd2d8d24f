//! When something that is under way is read again. A pure function of how often it was.

/// Whether somebody can see what is kept up to date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// The tab is in front.
    Seen,
    /// It is behind others.
    Hidden,
}

/// Milliseconds before the first readings of something that is under way.
const FIRST: [i64; 4] = [1_000, 2_000, 3_000, 5_000];

/// Milliseconds between readings once the first delays are used up.
const STEADY: i64 = 5_000;

/// Milliseconds between readings that nobody looks at.
const UNSEEN: i64 = 30_000;

/// How many milliseconds to wait before something under way is read again, after `earlier` such
/// readings.
#[must_use]
pub fn before_refresh(earlier: u32, sight: Sight) -> i64 {
    if sight == Sight::Hidden {
        return UNSEEN;
    }
    let index = usize::try_from(earlier).unwrap_or(usize::MAX);
    FIRST.get(index).copied().unwrap_or(STEADY)
}
