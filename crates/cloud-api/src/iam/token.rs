//! Tokens: making one from a password, checking one.

use super::password::Password;
use super::token_body::{Project, Totp, token_body};
use crate::wire::body;
use crate::wire::fields::{Fields, read_object};
use crate::{
    ApiError, Endpoint, HeaderValue, Method, Operation, ProjectId, RegionId, Request, Response,
    Secret, Timestamp,
};

const CREATE: Endpoint = Endpoint::iam(Method::Post, "/v3/auth/tokens");
const REVOKE: Endpoint = Endpoint::iam(Method::Delete, "/v3/auth/tokens");
const VALIDATE: Endpoint = Endpoint::iam(Method::Get, "/v3/auth/tokens");

/// What a token shall be good for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenScope {
    /// The main project of a region.
    Region(RegionId),
    /// One project.
    Project(ProjectId),
}

/// Makes a token from a password: `POST /v3/auth/tokens` (examples §1.1). The catalogue is left
/// out: it makes the token many times longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreateToken {
    /// Who signs in.
    pub password: Password,
    /// For what; without it IAM decides, which is the account on Huawei Cloud and the user's default
    /// project elsewhere.
    pub scope: Option<TokenScope>,
}

/// A token that was just made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuedToken {
    /// The token, from the header `X-Subject-Token`.
    pub token: Secret,
    /// What it stands for.
    pub description: TokenDescription,
}

/// Checks a token, by itself: `GET /v3/auth/tokens` (examples §1.2). The credential of the request
/// is the same token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidateToken {
    /// The token to check.
    pub token: Secret,
}

/// Ends a token before its time: `DELETE /v3/auth/tokens` (corrections §6), which Open Telekom Cloud has and
/// Huawei Cloud does not. The credential of the request is the same token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevokeToken {
    /// The token to end.
    pub token: Secret,
}

/// What a token stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenDescription {
    /// Since when, RFC 3339 in UTC.
    pub issued_at: String,
    /// Until when, RFC 3339 in UTC.
    pub expires_at: String,
    /// Whose it is.
    pub user: TokenUser,
    /// For which project; absent in a token for a whole account.
    pub project: Option<Named>,
}

/// Whose a token is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenUser {
    /// The user's ID.
    pub id: String,
    /// The user's name; untrusted text.
    pub name: String,
    /// The account.
    pub domain: Named,
}

/// Something with an ID and a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The ID.
    pub id: String,
    /// The name; untrusted text.
    pub name: String,
}

impl TokenDescription {
    /// Since when there is the token, where the service said so readably.
    #[must_use]
    pub fn issued_at(&self) -> Option<Timestamp> {
        Timestamp::parse(&self.issued_at)
    }

    /// Until when the token is good, where the service said so readably.
    #[must_use]
    pub fn expires_at(&self) -> Option<Timestamp> {
        Timestamp::parse(&self.expires_at)
    }
}

fn description(answer: Fields<'_>) -> TokenDescription {
    let token = answer.object("token");
    let user = token.and_then(|token| token.object("user"));
    let (Some(token), Some(user)) = (token, user) else {
        answer.spoil("token.user");
        return TokenDescription {
            issued_at: String::new(),
            expires_at: String::new(),
            user: TokenUser::default(),
            project: None,
        };
    };
    let id = user.text("id");
    // People are told apart by it: two without one would be the same person.
    if id.is_empty() {
        answer.spoil("token.user.id");
    }
    TokenDescription {
        issued_at: token.text("issued_at"),
        expires_at: token.text("expires_at"),
        user: TokenUser {
            id,
            name: user.text("name"),
            domain: user.object("domain").map(named).unwrap_or_default(),
        },
        project: token.object("project").map(named),
    }
}

fn named(fields: Fields<'_>) -> Named {
    Named {
        id: fields.text("id"),
        name: fields.text("name"),
    }
}

impl Operation for CreateToken {
    type Output = IssuedToken;

    fn request(&self) -> Request {
        let password = &self.password;
        let project = self.scope.as_ref().map(|scope| match scope {
            TokenScope::Region(region) => Project::named(region.as_str(), &password.account),
            TokenScope::Project(id) => Project::with_id(id.as_str()),
        });
        let totp = password.second_factor.as_ref().map(|factor| {
            let passcode = factor.passcode.reveal();
            match &factor.user_id {
                Some(id) => Totp::of_id(id.as_str(), passcode),
                None => Totp::of_name(&password.user, &password.account, passcode),
            }
        });
        let body = token_body(password, totp, project);
        Request::new(&CREATE, &[])
            .with_query("nocatalog", "true")
            .with_body(body)
    }

    fn decode(response: &Response) -> Result<IssuedToken, ApiError> {
        let description = read_object(response, description)?;
        let token = response
            .header("X-Subject-Token")
            .filter(|token| !token.is_empty())
            .ok_or_else(|| body::unreadable(response, "the header X-Subject-Token is missing"))?;
        Ok(IssuedToken {
            token: Secret::new(token),
            description,
        })
    }
}

impl Operation for ValidateToken {
    type Output = TokenDescription;

    fn request(&self) -> Request {
        let mut request = Request::new(&VALIDATE, &[]).with_query("nocatalog", "true");
        request
            .headers
            .push(("X-Subject-Token", HeaderValue::Secret(self.token.clone())));
        request
    }

    fn decode(response: &Response) -> Result<TokenDescription, ApiError> {
        read_object(response, description)
    }
}

impl Operation for RevokeToken {
    type Output = ();

    fn request(&self) -> Request {
        let mut request = Request::new(&REVOKE, &[]);
        // Whoever signs out may close the page at once.
        request.outlives_page = true;
        request
            .headers
            .push(("X-Subject-Token", HeaderValue::Secret(self.token.clone())));
        request
    }

    fn decode(response: &Response) -> Result<(), ApiError> {
        match response.is_success() && !response.is_web_page() {
            true => Ok(()),
            false => Err(ApiError::from_response(response)),
        }
    }
}
