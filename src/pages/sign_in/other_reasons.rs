//! Why signing in in any way did not work.

use words::sign_in::{Concern, of_access_key, of_password, of_skew};

use super::reasons::reason_of_token;
use crate::i18n::Message;
use crate::session::SignInError;

/// The words for an error, and what it is about.
pub fn reason_of_any(error: &SignInError) -> (Message, Concern) {
    match error {
        SignInError::Password(error) => of_password(error),
        SignInError::Key(error) => of_access_key(error),
        SignInError::WrongClock(clock, _) => (of_skew(*clock), Concern::Nothing),
        other => reason_of_token(other),
    }
}
