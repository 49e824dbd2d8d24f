//! What a tab asks of the worker itself, at paths that no cloud has.

use crate::asked::Asked;
use crate::person::Person;

/// An order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Gives out a token for somebody; its text is the body of the answer.
    SignIn(Person),
    /// Begins anew: nothing of what was changed is left.
    StartAgain,
    /// Tells the mark of the cloud, which no other one has: one that begins anew has another.
    TellMark,
    /// Tells the [`crate::Standing`] by its name.
    TellStanding,
    /// Tells what was tried, see [`crate::Trial::written`].
    TellTrials,
    /// Says that the copies that failed are looked at, and tells what was tried.
    SeeFailed,
}

const BEGINNING: &str = "/_demo/";
const SIGN_IN: &str = "sign-in/";
const START_AGAIN: &str = "start-again";
const MARK: &str = "mark";
const STANDING: &str = "standing";
const TRIALS: &str = "trials";
const FAILED: &str = "failed";

impl Order {
    /// As it is asked.
    #[must_use]
    pub fn asked(self) -> Asked {
        let (what, whom) = match self {
            Self::SignIn(person) => (SIGN_IN, person.name()),
            Self::StartAgain => (START_AGAIN, ""),
            Self::TellMark => (MARK, ""),
            Self::TellStanding => (STANDING, ""),
            Self::TellTrials => (TRIALS, ""),
            Self::SeeFailed => (FAILED, ""),
        };
        Asked {
            method: "POST".to_owned(),
            path: [BEGINNING, what, whom].concat(),
            ..Asked::default()
        }
    }

    /// What is ordered; `None` for whatever goes to the cloud.
    #[must_use]
    pub fn read(asked: &Asked) -> Option<Self> {
        let what = asked.path.strip_prefix(BEGINNING)?;
        match what {
            START_AGAIN => Some(Self::StartAgain),
            MARK => Some(Self::TellMark),
            STANDING => Some(Self::TellStanding),
            TRIALS => Some(Self::TellTrials),
            FAILED => Some(Self::SeeFailed),
            _ => Person::named(what.strip_prefix(SIGN_IN)?).map(Self::SignIn),
        }
    }
}
