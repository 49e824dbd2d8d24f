//! Tokens: making one from a password, checking a pasted one.

use serde_json::json;

use crate::wire::body;
use crate::wire::fields::{Fields, read_object};
use crate::{
    ApiError, Endpoint, HeaderValue, Method, Operation, ProjectId, RegionId, Request, Response,
    Secret, Timestamp,
};

const CREATE: Endpoint = Endpoint::iam(Method::Post, "/v3/auth/tokens");
const VALIDATE: Endpoint = Endpoint::iam(Method::Get, "/v3/auth/tokens");

/// A token as a person pasted it, cleaned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenText(Secret);

/// Why a pasted text is not a token. Holds no part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// Nothing was given.
    #[error("a token is needed, the text is empty")]
    Empty,
    /// More than the services take in a header (seed page of HSS).
    #[error("{length} characters are too many, a token has at most {maximum}")]
    TooLong {
        /// Characters given.
        length: usize,
        /// Characters allowed.
        maximum: usize,
    },
    /// A space or line break inside.
    #[error("character {position} is a space or line break; a token has none inside")]
    WhiteSpace {
        /// Place of the character, counted from 1.
        position: usize,
    },
    /// A character that no header can carry.
    #[error("character {position} cannot be part of a token")]
    Character {
        /// Place of the character, counted from 1.
        position: usize,
    },
    /// A whole answer was pasted, and it holds no token.
    #[error("the pasted answer has no X-Subject-Token line")]
    AnswerWithoutToken,
}

impl TokenText {
    /// Characters that a token has at most.
    pub const MAXIMUM: usize = 32_768;

    /// Cleans a pasted text: white space around it is dropped, and of a whole answer as `curl -i`
    /// prints it only the value of `X-Subject-Token` is kept.
    ///
    /// # Errors
    /// [`TokenError`] says what is wrong and where, never what the text was.
    pub fn parse(pasted: &str) -> Result<Self, TokenError> {
        let text = pasted.trim();
        if text.is_empty() {
            return Err(TokenError::Empty);
        }
        let is_answer =
            text.starts_with("HTTP/") || text.lines().any(|line| subject_token(line).is_some());
        let token = if is_answer {
            text.lines()
                .find_map(subject_token)
                .ok_or(TokenError::AnswerWithoutToken)?
        } else {
            text
        };
        let length = token.chars().count();
        if length > Self::MAXIMUM {
            return Err(TokenError::TooLong {
                length,
                maximum: Self::MAXIMUM,
            });
        }
        for (index, character) in token.chars().enumerate() {
            if character.is_whitespace() {
                return Err(TokenError::WhiteSpace {
                    position: index + 1,
                });
            }
            if !character.is_ascii_graphic() {
                return Err(TokenError::Character {
                    position: index + 1,
                });
            }
        }
        match token {
            "" => Err(TokenError::AnswerWithoutToken),
            token => Ok(Self(Secret::new(token))),
        }
    }

    /// The token, to send it.
    #[must_use]
    pub fn into_secret(self) -> Secret {
        self.0
    }
}

fn subject_token(line: &str) -> Option<&str> {
    let (name, value) = line.split_once(':')?;
    name.trim()
        .eq_ignore_ascii_case("x-subject-token")
        .then(|| value.trim())
}

/// A password and whom it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Password {
    /// Name of the account (domain).
    pub account: String,
    /// Name of the IAM user.
    pub user: String,
    /// The password.
    pub password: Secret,
}

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
    /// For what.
    pub scope: TokenScope,
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

/// What a token stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenDescription {
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
            expires_at: String::new(),
            user: TokenUser::default(),
            project: None,
        };
    };
    TokenDescription {
        expires_at: token.text("expires_at"),
        user: TokenUser {
            id: user.text("id"),
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
        let project = match &self.scope {
            TokenScope::Region(region) => json!({ "name": region.as_str() }),
            TokenScope::Project(id) => json!({ "id": id.as_str() }),
        };
        let content = json!({ "auth": {
            "identity": {
                "methods": ["password"],
                "password": { "user": {
                    "name": self.password.user,
                    "password": self.password.password.reveal(),
                    "domain": { "name": self.password.account },
                } },
            },
            "scope": { "project": project },
        } });
        Request::new(&CREATE, &[])
            .with_query("nocatalog", "true")
            .with_body(body::encode(&content))
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
