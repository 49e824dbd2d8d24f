//! Whether an organization or repository is there, by what showing it answered.

use crate::wire::fields::read_object;
use crate::write::Judgement;
use crate::{ApiError, Meaning, Response};

/// Whether it is there. An object without a name tells nothing.
pub(super) fn of(read_back: &Response) -> Result<bool, ApiError> {
    let named = read_object(read_back, |fields| {
        if !fields.has("name") {
            fields.spoil("name");
        }
    });
    match named {
        Ok(()) => Ok(true),
        Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Whether an organization or repository is there, by what showing it answered; `None` when that
/// tells nothing.
#[must_use]
pub fn is_there(answer: &Response) -> Option<bool> {
    of(answer).ok()
}

/// Whether that is what the write wanted.
pub(super) fn judge(found: Result<bool, ApiError>, wanted: bool) -> Judgement {
    match found {
        Ok(found) if found == wanted => Judgement::Applied,
        Ok(_) => Judgement::NotApplied,
        Err(error) => Judgement::CannotTell(error),
    }
}
