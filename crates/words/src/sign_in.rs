//! Why IAM lets nobody in, and what to do next.

use cloud_api::{ApiError, Meaning, Refusal};

use crate::failure::remedy;
use crate::{Message, text};

/// With what of that which was given another answer may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// Another token or password.
    Credential,
    /// Another region or project.
    Scope,
    /// The code of a second factor.
    Code,
    /// None of it.
    Nothing,
}

/// When a token is checked.
#[must_use]
pub fn of_token(error: &ApiError) -> (Message, Concern) {
    match error {
        ApiError::Refused(refusal) if refusal.code == "IAM.0066" => {
            (text::sign_in_expired(), Concern::Credential)
        }
        ApiError::Refused(Refusal {
            meaning: Meaning::SignInAgain | Meaning::AlreadyGone,
            ..
        }) => (text::sign_in_not_accepted(), Concern::Credential),
        _ => by_code(error).unwrap_or_else(|| (remedy(error), Concern::Nothing)),
    }
}

/// When a token is asked for with a password.
#[must_use]
pub fn of_password(error: &ApiError) -> (Message, Concern) {
    let ApiError::Refused(refusal) = error else {
        return (remedy(error), Concern::Nothing);
    };
    if let Some(told) = by_code(error).or_else(|| by_message(refusal)) {
        return told;
    }
    match refusal.meaning {
        // Keystone says nothing more of a wrong user than of a wrong project.
        Meaning::SignInAgain => (text::sign_in_refused(), Concern::Credential),
        Meaning::AlreadyGone => (text::sign_in_not_in_scope(), Concern::Scope),
        Meaning::NoRight => (text::sign_in_forbidden(), Concern::Nothing),
        _ => (remedy(error), Concern::Nothing),
    }
}

/// The codes of IAM for signing in (corrections §1, examples §1.1); `required_auth_methods` stands for
/// Keystone's receipt.
fn by_code(error: &ApiError) -> Option<(Message, Concern)> {
    let ApiError::Refused(refusal) = error else {
        return None;
    };
    Some(match &*refusal.code {
        "IAM.0061" => (text::sign_in_locked(), Concern::Nothing),
        "IAM.0062" => (text::sign_in_wrong_password(), Concern::Credential),
        "IAM.0080" | "IAM.0082" => (text::sign_in_disabled(), Concern::Nothing),
        "IAM.0081" => (text::sign_in_console_only(), Concern::Nothing),
        "IAM.0083" => (text::sign_in_other_region(), Concern::Scope),
        "IAM.1061" => (text::sign_in_wrong_code(), Concern::Code),
        "required_auth_methods" => (text::sign_in_further_factor(), Concern::Code),
        _ => return None,
    })
}

/// IAM's older bodies have the status as their code, so its words alone tell the cases apart: Huawei's
/// (examples §1.1) and those of upstream Keystone (`keystone/exception.py`).
fn by_message(refusal: &Refusal) -> Option<(Message, Concern)> {
    let message = refusal.message.to_ascii_lowercase();
    let says = |words: &str| message.contains(words);
    let names_address = || {
        let mut words = message.split(|letter: char| !letter.is_ascii_alphanumeric());
        words.any(|word| matches!(word, "ip" | "acl"))
    };
    let told = |message: Message, concern| Some((message, concern));
    match refusal.meaning {
        Meaning::SignInAgain if says("password is expired") || says("password has expired") => {
            told(text::sign_in_password_expired(), Concern::Nothing)
        }
        Meaning::SignInAgain if says("locked") => told(text::sign_in_locked(), Concern::Nothing),
        Meaning::SignInAgain | Meaning::NoRight if says("disabled") => {
            told(text::sign_in_disabled(), Concern::Nothing)
        }
        Meaning::SignInAgain if says("insufficient auth methods") => {
            told(text::sign_in_further_factor(), Concern::Code)
        }
        Meaning::SignInAgain if says("password is wrong") => {
            told(text::sign_in_wrong_password(), Concern::Credential)
        }
        Meaning::SignInAgain | Meaning::NoRight if names_address() => {
            told(text::sign_in_address_rule(), Concern::Nothing)
        }
        Meaning::NoRight if says("no right to do this action") => {
            told(text::sign_in_not_in_scope(), Concern::Scope)
        }
        _ => None,
    }
}
