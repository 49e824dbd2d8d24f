//! IAM users of an account.

use crate::wire::fields::{Fields, read_object};
use crate::{ApiError, Endpoint, Listed, Method, Operation, Request, Response, UserId};

const LIST: Endpoint = Endpoint::iam(Method::Get, "/v3/users");
const SHOW: Endpoint = Endpoint::iam(Method::Get, "/v3/users/{user_id}");

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
    /// Whether the user may sign in, where the service tells.
    pub is_enabled: Option<bool>,
}

impl User {
    /// The ID, where a request can carry it.
    #[must_use]
    pub fn user_id(&self) -> Option<UserId> {
        UserId::listed(&self.id)
    }
}

/// The users of whose names or IDs a text is a part, whatever the case, by the letters and digits with
/// which their names begin; all for an empty text.
#[must_use]
pub fn users_like<'a>(users: &'a [User], text: &str) -> Vec<&'a User> {
    let text = text.trim().to_lowercase();
    let mut found: Vec<(String, &User)> = users
        .iter()
        .map(|user| (user.name.to_lowercase(), user))
        .filter(|(name, user)| name.contains(&text) || user.id.to_lowercase().contains(&text))
        .collect();
    found.sort_by(|(name, user), (other_name, other)| {
        let (letters, other_letters) = (from_letters(name), from_letters(other_name));
        // A name without any comes last.
        let this = (letters.is_empty(), letters, name, &user.id);
        this.cmp(&(
            other_letters.is_empty(),
            other_letters,
            other_name,
            &other.id,
        ))
    });
    found.into_iter().map(|(_, user)| user).collect()
}

/// A name from its first letter or digit on: spaces and signs say nothing of where a person looks.
fn from_letters(name: &str) -> &str {
    name.trim_start_matches(|character: char| !character.is_alphanumeric())
}

impl Operation for ListUsers {
    type Output = Listed<User>;

    fn request(&self) -> Request {
        Request::new(&LIST, &[])
    }

    fn decode(response: &Response) -> Result<Listed<User>, ApiError> {
        read_object(response, |answer| answer.rows("users", user))
    }
}

/// Reads one user, which needs no right for one's own: `GET /v3/users/{user_id}` (corrections §6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowUser {
    /// The user.
    pub user_id: UserId,
}

impl Operation for ShowUser {
    type Output = User;

    fn request(&self) -> Request {
        Request::new(&SHOW, &[self.user_id.as_str()])
    }

    fn decode(response: &Response) -> Result<User, ApiError> {
        read_object(response, |answer| match answer.object("user") {
            Some(found) => user(found),
            None => {
                answer.spoil("user");
                user(answer)
            }
        })
    }
}

fn user(fields: Fields<'_>) -> User {
    User {
        id: fields.text("id"),
        name: fields.text("name"),
        is_enabled: fields.flag("enabled"),
    }
}
