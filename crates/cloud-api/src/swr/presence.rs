//! Whether an organization or repository is there, by what showing it answered.

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::{ApiError, Judgement, Meaning, Response, body};

/// Whether it is there. An object without a name tells nothing.
pub(super) fn of(read_back: &Response) -> Result<bool, ApiError> {
    #[derive(Deserialize)]
    struct Shown {
        #[serde(rename = "name")]
        _name: IgnoredAny,
    }
    match body::decode_object::<Shown>(read_back) {
        Ok(_) => Ok(true),
        Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Whether that is what the write wanted.
pub(super) fn judge(found: Result<bool, ApiError>, wanted: bool) -> Judgement {
    match found {
        Ok(found) if found == wanted => Judgement::Applied,
        Ok(_) => Judgement::NotApplied,
        Err(error) => Judgement::CannotTell(error),
    }
}
