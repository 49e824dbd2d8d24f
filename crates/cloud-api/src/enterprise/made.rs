//! What read-backs say of things that a write makes or takes away.

use super::paging::Page;
use crate::wire::body;
use crate::wire::fields::read_object;
use crate::write::Judgement;
use crate::{ApiError, Before, Meaning, Response};

/// Whether a thing of a name is there.
pub(super) enum Named<T> {
    /// It is.
    Found(T),
    /// It surely is not.
    Missing,
}

/// Looks for one row on a page that was narrowed to a name. What is not on it may be on the next one, or
/// be a row that could not be read.
pub(super) fn named<T>(
    page: Result<Page<T>, ApiError>,
    is_it: impl Fn(&T) -> bool,
    read_back: &Response,
) -> Result<Named<T>, ApiError> {
    let Page { rows, total } = page?;
    let received = rows.received();
    let is_whole = rows.left_out == 0 && total.is_none_or(|total| total <= received);
    match rows.into_iter().find(is_it) {
        Some(found) => Ok(Named::Found(found)),
        None if is_whole => Ok(Named::Missing),
        None => {
            let at = "neither the thing nor the whole list";
            Err(body::unreadable(read_back, at))
        }
    }
}

/// Whether a thing that was to be deleted is gone.
pub(super) fn gone<T>(shown: Result<T, ApiError>) -> Judgement {
    match shown {
        Ok(_) => Judgement::NotApplied,
        Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Judgement::Applied,
        Err(error) => Judgement::CannotTell(error),
    }
}

/// Whether a refused deletion may have been refused because there is nothing left to delete: the service
/// says so with 404, and elsewhere with 400 (examples §4.6).
pub(super) fn may_be_gone(error: &ApiError) -> bool {
    matches!(error, ApiError::Refused(refusal)
        if refusal.status == 400 && refusal.meaning == Meaning::Invalid)
}

/// The ID of what was made, where nothing like it was there before and the answer names it.
pub(super) fn noted(before: &Before, answer: &Response) -> Option<Before> {
    if *before != Before::Absent {
        return None;
    }
    let id = read_object(answer, |fields| fields.whole_id("id"));
    id.ok().flatten().map(Before::Made)
}
