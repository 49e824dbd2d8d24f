//! The body of the call that makes a token. Its types write themselves: a `Value` would bring the
//! writer of fractions along, which is ten kilobytes of a first visit.

use serde::Serialize;

use super::password::Password;
use crate::wire::body;

#[derive(Serialize)]
struct Body<'a> {
    auth: Auth<'a>,
}

#[derive(Serialize)]
struct Auth<'a> {
    identity: Identity<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<Scope<'a>>,
}

#[derive(Serialize)]
struct Identity<'a> {
    methods: &'static [&'static str],
    password: OfUser<User<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    totp: Option<OfUser<Totp<'a>>>,
}

#[derive(Serialize)]
struct OfUser<T> {
    user: T,
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

/// The second factor, and whose it is.
#[derive(Serialize)]
pub(super) struct Totp<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<Domain<'a>>,
    passcode: &'a str,
}

impl<'a> Totp<'a> {
    /// Of the user with this ID.
    pub(super) fn of_id(id: &'a str, passcode: &'a str) -> Self {
        Self {
            id: Some(id),
            name: None,
            domain: None,
            passcode,
        }
    }

    /// Of the user of an account by name.
    pub(super) fn of_name(name: &'a str, account: &'a str, passcode: &'a str) -> Self {
        Self {
            id: None,
            name: Some(name),
            domain: Some(Domain { name: account }),
            passcode,
        }
    }
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

/// As JSON: a user of an account, the user's password and second factor, and what the token shall be
/// for.
pub(super) fn token_body(
    password: &Password,
    totp: Option<Totp<'_>>,
    project: Option<Project<'_>>,
) -> Vec<u8> {
    let user = User {
        name: &password.user,
        password: password.password.reveal(),
        domain: Domain {
            name: &password.account,
        },
    };
    let methods: &[&str] = match totp {
        Some(_) => &["password", "totp"],
        None => &["password"],
    };
    body::encode(&Body {
        auth: Auth {
            identity: Identity {
                methods,
                password: OfUser { user },
                totp: totp.map(|user| OfUser { user }),
            },
            scope: project.map(|project| Scope { project }),
        },
    })
}
