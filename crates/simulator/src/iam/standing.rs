//! What keeps a person from signing in with a password although it is right, as a test orders it.

use serde_json::{Value, json};

use crate::gateway::answer::{Response, json_answer};
use crate::gateway::identities::PASSCODE;

use super::refusal::{coded, refused};

/// How IAM stands to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The password is enough.
    Good,
    /// Locked after too many attempts.
    Locked,
    /// The password has to be changed.
    PasswordExpired,
    /// Disabled by the administrator.
    Disabled,
    /// May use the cloud's own console only.
    ConsoleOnly,
    /// The password is not enough.
    SecondFactor,
}

impl Standing {
    /// The one of that name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "good" => Self::Good,
            "locked" => Self::Locked,
            "password-expired" => Self::PasswordExpired,
            "disabled" => Self::Disabled,
            "console-only" => Self::ConsoleOnly,
            "second-factor" => Self::SecondFactor,
            _ => return None,
        })
    }

    /// IAM's words for somebody whose password is right (corrections §1 and §6).
    pub fn check(self, user_id: &str, identity: &Value) -> Result<(), Response> {
        let totp = &identity["totp"]["user"];
        match self {
            Self::Good => Ok(()),
            Self::Locked => Err(coded(401, "IAM.0061", "The account is locked.")),
            Self::PasswordExpired => Err(refused(
                401,
                "Unauthorized",
                &format!("The password is expired and needs to be changed for user: {user_id}."),
            )),
            Self::Disabled => Err(coded(403, "IAM.0080", "The user is disabled.")),
            Self::ConsoleOnly => {
                let message = "The user can access the console only.";
                Err(coded(403, "IAM.0081", message))
            }
            Self::SecondFactor if totp.is_null() => Err(json_answer(
                401,
                &json!({
                    "receipt": { "methods": ["password"], "user": { "id": user_id } },
                    "required_auth_methods": [["password", "totp"]],
                }),
            )),
            Self::SecondFactor if totp["id"] != user_id => {
                Err(refused(400, "Bad Request", "The request body is invalid"))
            }
            Self::SecondFactor if totp["passcode"] != PASSCODE => {
                Err(coded(400, "IAM.1061", "The verification code is wrong."))
            }
            Self::SecondFactor => Ok(()),
        }
    }
}
