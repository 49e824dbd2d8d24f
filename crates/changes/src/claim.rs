//! How a tab holds a change where the browser knows no locks: it writes down that it lives, again and
//! again. The times are the computer's own, which all tabs share.

use std::fmt;
use std::str::FromStr;

use cloud_api::Timestamp;

/// Milliseconds after which a claim is written again. A browser may wake a tab that nobody looks at only
/// once a minute, which is less than a claim lasts.
pub const EVERY: i64 = 30_000;

/// Milliseconds after which a claim that was not written again has ended: three times in a row it was
/// missed.
pub const LASTS: i64 = 3 * EVERY;

/// Milliseconds after which a tab that claims what is nobody's looks whether another one has claimed it
/// at the same moment.
const SETTLES: i64 = 1_000;

/// Tells tabs apart; drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TabId(pub u32);

/// That a tab holds a change, and when it last said so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Which tab.
    pub tab: TabId,
    /// When it last said so.
    pub at: Timestamp,
}

/// Whose a change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// This tab's.
    Own,
    /// That of another tab, which lives.
    Others,
    /// Nobody's: the tab that had it has ended.
    Nobodys,
}

/// Whose a change is for a tab, by the claim that is kept. A claim of this tab that was not written again
/// in time is nobody's: another tab may be taking it.
#[must_use]
pub fn whose(kept: Option<Claim>, tab: TabId, now: Timestamp) -> Whose {
    let lasts = |claim: &Claim| now.milliseconds_since(claim.at).abs() < LASTS;
    match kept.filter(lasts) {
        Some(claim) if claim.tab == tab => Whose::Own,
        Some(_) => Whose::Others,
        None => Whose::Nobodys,
    }
}

/// How far a tab is that asks for a change by claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claiming {
    /// It wants the change once that is nobody's, or has just claimed it.
    Wants,
    /// It has the change.
    Has,
}

/// What a tab does about its claim, and then waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimStep {
    /// Nothing: another tab has the change.
    Wait,
    /// It writes its claim, and looks whether another one has done so at the same moment.
    Claim,
    /// It writes its claim and has the change.
    Take,
    /// It writes its claim again.
    Keep,
    /// It has the change no more.
    Lose,
}

impl Claiming {
    /// What to do, by whose the change is.
    #[must_use]
    pub fn step(self, whose: Whose) -> ClaimStep {
        match (self, whose) {
            (Self::Wants, Whose::Others) => ClaimStep::Wait,
            (Self::Wants, Whose::Nobodys) => ClaimStep::Claim,
            (Self::Wants, Whose::Own) => ClaimStep::Take,
            (Self::Has, Whose::Own) => ClaimStep::Keep,
            (Self::Has, Whose::Others | Whose::Nobodys) => ClaimStep::Lose,
        }
    }
}

impl ClaimStep {
    /// Whether the claim is written.
    #[must_use]
    pub fn writes(self) -> bool {
        matches!(self, Self::Claim | Self::Take | Self::Keep)
    }

    /// How far the tab is then, and after how many milliseconds it looks again; `None` when it has lost
    /// the change.
    #[must_use]
    pub fn then(self) -> Option<(Claiming, i64)> {
        match self {
            Self::Wait => Some((Claiming::Wants, EVERY)),
            Self::Claim => Some((Claiming::Wants, SETTLES)),
            Self::Take | Self::Keep => Some((Claiming::Has, EVERY)),
            Self::Lose => None,
        }
    }
}

impl fmt::Display for Claim {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.tab.0, self.at.milliseconds())
    }
}

/// A text that is no claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a claim")]
pub struct NoClaim;

impl FromStr for Claim {
    type Err = NoClaim;

    fn from_str(text: &str) -> Result<Self, NoClaim> {
        let (tab, at) = text.split_once(' ').ok_or(NoClaim)?;
        Ok(Self {
            tab: TabId(tab.parse().map_err(|_| NoClaim)?),
            at: Timestamp::from_milliseconds(at.parse().map_err(|_| NoClaim)?),
        })
    }
}
