//! IAM users of an account.

use crate::wire::fields::read_object;
use crate::{ApiError, Endpoint, Listed, Method, Operation, Request, Response, UserId};

const LIST: Endpoint = Endpoint::iam(Method::Get, "/v3/users");

/// Reads the account's users: `GET /v3/users` (examples §1.4). Most callers are refused with 403:
/// typing a user ID is the normal way then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListUsers;

/// An IAM user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// ID as the service gave it.
    pub id: String,
    /// Name; untrusted text.
    pub name: String,
}

impl User {
    /// The ID, where a request can carry it.
    #[must_use]
    pub fn user_id(&self) -> Option<UserId> {
        UserId::listed(&self.id)
    }
}

impl Operation for ListUsers {
    type Output = Listed<User>;

    fn request(&self) -> Request {
        Request::new(&LIST, &[])
    }

    fn decode(response: &Response) -> Result<Listed<User>, ApiError> {
        read_object(response, |answer| {
            answer.rows("users", |user| User {
                id: user.text("id"),
                name: user.text("name"),
            })
        })
    }
}
