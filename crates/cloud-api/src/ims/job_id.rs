//! Identifiers of jobs.

use crate::text::ruled::{check_characters, check_length, ruled_text};
use crate::wire::fields::read_object;
use crate::{ApiError, CharacterRule, Response, TextError};

ruled_text!(
    /// A job, by ID: 1 to 64 letters, digits, `-` and `_`. Documented are 32 hexadecimal digits.
    JobId,
    check_job_id
);

fn check_job_id(text: &str) -> Result<(), TextError> {
    check_length(text, 64)?;
    check_characters(text, CharacterRule::NotAllowed, |_, character| {
        character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
    })
}

impl JobId {
    /// The job that an answer to a write names (examples §3.3).
    ///
    /// # Errors
    /// Why the answer names none: nobody knows then what becomes of the write.
    pub fn in_answer(response: &Response) -> Result<Self, ApiError> {
        let id = read_object(response, |answer| {
            let id = Self::listed(&answer.text_or_number("job_id"));
            if id.is_none() {
                answer.spoil("job_id");
            }
            id
        })?;
        id.ok_or_else(|| crate::wire::body::unreadable(response, "job_id"))
    }
}
