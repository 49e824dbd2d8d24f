//! What a read-back says of one grant.

use super::access::AccessList;
use crate::fields::read_object;
use crate::{ApiError, Response, Subject, UserId};

/// Whose grant it is.
pub(super) fn user_of(subject: &Subject) -> Option<&UserId> {
    match subject {
        Subject::OrganizationGrant { user, .. } | Subject::RepositoryGrant { user, .. } => {
            Some(user)
        }
        Subject::Organization { .. }
        | Subject::Repository { .. }
        | Subject::RepositoryVisibility { .. }
        | Subject::SyncTask { .. }
        | Subject::ManualSync { .. }
        | Subject::Tag { .. }
        | Subject::ImageSync { .. } => None,
    }
}

/// The number of the level that the subject's user has directly, if any. An object that is no
/// access list at all tells nothing.
pub(super) fn level_of(subject: &Subject, read_back: &Response) -> Result<Option<i64>, ApiError> {
    let list = read_object(read_back, |fields| {
        if !fields.has("self_auth") && !fields.has("others_auths") {
            fields.spoil("others_auths");
        }
        AccessList::read(fields)
    })?;
    let Some(user) = user_of(subject) else {
        return Ok(None);
    };
    Ok(list
        .grants()
        .iter()
        .find(|row| row.user_id == user.as_str())
        .map(|row| row.auth))
}
