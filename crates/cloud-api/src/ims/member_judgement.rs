//! What a read-back of members says of shares.

use super::member::{ListImageMembers, Member};
use crate::wire::body;
use crate::wire::fields::read_object;
use crate::write::Judgement;
use crate::{ApiError, Listed, Meaning, Operation as _, Response, Subject};

/// A page of an image's members, or why there is none.
pub(super) struct ReadBack<'a> {
    members: Result<Listed<Member>, ApiError>,
    response: &'a Response,
}

impl<'a> ReadBack<'a> {
    pub(super) fn of(response: &'a Response) -> Self {
        let members = read_object(response, |answer| {
            // Without the list nobody knows who is missing in it.
            if answer.get("members").is_none() {
                answer.spoil("members");
            }
            answer.rows("members", Member::read)
        });
        Self { members, response }
    }

    /// Whether the share is there; a row that could not be read may be the one that is missing.
    fn is_shared(&self, subject: &Subject) -> Result<bool, ApiError> {
        let members = match &self.members {
            Ok(members) => members,
            // Without the image there is no share of it.
            Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => return Ok(false),
            Err(error) => return Err(error.clone()),
        };
        let Some((_, recipient)) = subject.image_and_recipient() else {
            return Ok(false);
        };
        match members.iter().any(|member| member.may_be(&recipient)) {
            true => Ok(true),
            false if members.left_out > 0 || members.iter().any(is_nameless) => Err(
                body::unreadable(self.response, "members hold a row that names nobody"),
            ),
            false => Ok(false),
        }
    }

    pub(super) fn added(&self, subject: &Subject) -> Judgement {
        match self.is_shared(subject) {
            Ok(true) => Judgement::Applied,
            Ok(false) => Judgement::NotApplied,
            Err(error) => Judgement::CannotTell(error),
        }
    }

    pub(super) fn deleted(&self, subject: &Subject) -> Judgement {
        match self.is_shared(subject) {
            Ok(true) => Judgement::NotApplied,
            Ok(false) => Judgement::Applied,
            Err(error) => Judgement::CannotTell(error),
        }
    }
}

fn is_nameless(member: &Member) -> bool {
    member.identifier().is_empty()
}

/// What the member behind which the list goes on is called; `None` at its end.
///
/// # Errors
/// Where the list goes on and nothing says where: what is not seen so far may be there.
pub(super) fn next_page(response: &Response) -> Result<Option<String>, ApiError> {
    let Ok(members) = ListImageMembers::decode(response) else {
        return Ok(None);
    };
    if ListImageMembers::is_last(members.received()) {
        return Ok(None);
    }
    match members.last().map(|member| &*member.member_id) {
        Some(marker) if !marker.is_empty() => Ok(Some(marker.to_owned())),
        Some(_) | None => Err(body::unreadable(response, "the last member has no ID")),
    }
}
