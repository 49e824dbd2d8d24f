//! The body of the call that makes a token. Its types write themselves: a `Value` would bring the
//! writer of fractions along, which is ten kilobytes of a first visit.

use serde::Serialize;

use crate::wire::body;

#[derive(Serialize)]
struct Body<'a> {
    auth: Auth<'a>,
}

#[derive(Serialize)]
struct Auth<'a> {
    identity: Identity<'a>,
    scope: Scope<'a>,
}

#[derive(Serialize)]
struct Identity<'a> {
    methods: [&'static str; 1],
    password: OfUser<'a>,
}

#[derive(Serialize)]
struct OfUser<'a> {
    user: User<'a>,
}

#[derive(Serialize)]
struct User<'a> {
    name: &'a str,
    password: &'a str,
    domain: Domain<'a>,
}

#[derive(Serialize)]
struct Domain<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Scope<'a> {
    project: Project<'a>,
}

/// The project that a token shall be for.
#[derive(Serialize)]
pub(super) struct Project<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<Domain<'a>>,
}

impl<'a> Project<'a> {
    /// By its ID.
    pub(super) fn with_id(id: &'a str) -> Self {
        Self {
            id: Some(id),
            name: None,
            domain: None,
        }
    }

    /// By its name, which is one only within an account; Keystone refuses it without (corrections §6).
    pub(super) fn named(name: &'a str, account: &'a str) -> Self {
        Self {
            id: None,
            name: Some(name),
            domain: Some(Domain { name: account }),
        }
    }
}

/// As JSON: a user of an account, the user's password, and what the token shall be for.
pub(super) fn token_body(
    account: &str,
    user: &str,
    password: &str,
    project: Project<'_>,
) -> Vec<u8> {
    let user = User {
        name: user,
        password,
        domain: Domain { name: account },
    };
    body::encode(&Body {
        auth: Auth {
            identity: Identity {
                methods: ["password"],
                password: OfUser { user },
            },
            scope: Scope { project },
        },
    })
}
