//! The sign-in that this tab was asked to keep.

use super::outcome::SignInError;

/// What became of the sign-in that this tab was asked to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeptSignIn {
    /// There is none, or somebody has begun to sign in since.
    None,
    /// IAM is asked whether its token is still good.
    Checking,
    /// Nobody has used the tab for too long; it was forgotten.
    LeftAlone,
    /// Nobody has gone on for too long with a sign-in that somebody had begun; what was given was forgotten.
    NotFinished,
    /// The person has signed out in another tab; it was forgotten.
    SignedOut,
    /// Nobody could say whether it is; it stays in the tab.
    NotChecked(SignInError),
    /// It is not, and was forgotten.
    Ended(SignInError),
}
