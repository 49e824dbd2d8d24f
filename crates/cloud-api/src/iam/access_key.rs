//! Access keys: whose they are.

use crate::wire::fields::read_object;
use crate::{ApiError, Endpoint, Method, Operation, Request, Response};

const SHOW: Endpoint = Endpoint::iam(Method::Get, "/v3.0/OS-CREDENTIAL/credentials/{access_key}");

/// ID of an access key. It is no secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessKeyId(String);

impl AccessKeyId {
    /// Characters that one has at most; those of the clouds have 20.
    pub const MAXIMUM: usize = 128;

    /// Takes a typed text: letters and digits, with nothing else, because it stands in a path and in a
    /// header.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_of_form = (1..=Self::MAXIMUM).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        is_of_form.then(|| Self(text.to_owned()))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Reads whose a permanent key is: `GET /v3.0/OS-CREDENTIAL/credentials/{access_key}` (corrections §6).
/// Temporary ones are not found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowAccessKey {
    /// The key.
    pub access_key: AccessKeyId,
}

/// Whose a key is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessKeyOwner {
    /// ID of the user.
    pub user_id: String,
}

impl Operation for ShowAccessKey {
    type Output = AccessKeyOwner;

    fn request(&self) -> Request {
        Request::new(&SHOW, &[self.access_key.as_str()])
    }

    fn decode(response: &Response) -> Result<AccessKeyOwner, ApiError> {
        read_object(response, |answer| {
            let user_id = answer.object("credential").map(|it| it.text("user_id"));
            let user_id = user_id.unwrap_or_default();
            // People are told apart by it: two without one would be the same person.
            if user_id.is_empty() {
                answer.spoil("credential.user_id");
            }
            AccessKeyOwner { user_id }
        })
    }
}
