//! Why IAM lets nobody in, and what to do next.

use cloud_api::{ApiError, Meaning, Refusal};

use crate::failure::remedy;
use crate::{Message, text};

/// When a token is checked.
#[must_use]
pub fn of_token(error: &ApiError) -> Message {
    match error {
        ApiError::Refused(refusal) if refusal.code == "IAM.0066" => text::sign_in_expired(),
        ApiError::Refused(Refusal {
            meaning: Meaning::SignInAgain | Meaning::AlreadyGone,
            ..
        }) => text::sign_in_not_accepted(),
        _ => by_code(error).unwrap_or_else(|| remedy(error)),
    }
}

/// When a token is asked for with a password.
#[must_use]
pub fn of_password(error: &ApiError) -> Message {
    let ApiError::Refused(refusal) = error else {
        return remedy(error);
    };
    if let Some(told) = by_code(error).or_else(|| by_message(refusal)) {
        return told;
    }
    match refusal.meaning {
        // Keystone says nothing more of a wrong user than of a wrong project.
        Meaning::SignInAgain => text::sign_in_refused(),
        Meaning::AlreadyGone => text::sign_in_not_in_scope(),
        Meaning::NoRight => text::sign_in_forbidden(),
        _ => remedy(error),
    }
}

/// The codes of IAM for signing in (corrections §1, examples §1.1); `required_auth_methods` stands for
/// Keystone's receipt.
fn by_code(error: &ApiError) -> Option<Message> {
    let ApiError::Refused(refusal) = error else {
        return None;
    };
    Some(match &*refusal.code {
        "IAM.0061" => text::sign_in_locked(),
        "IAM.0062" => text::sign_in_wrong_password(),
        "IAM.0080" | "IAM.0082" => text::sign_in_disabled(),
        "IAM.0081" => text::sign_in_console_only(),
        "IAM.0083" => text::sign_in_other_region(),
        "IAM.1061" => text::sign_in_wrong_code(),
        "required_auth_methods" => text::sign_in_further_factor(),
        _ => return None,
    })
}

/// IAM's older bodies have the status as their code, so its words alone tell the cases apart: Huawei's
/// (examples §1.1) and those of upstream Keystone (`keystone/exception.py`).
fn by_message(refusal: &Refusal) -> Option<Message> {
    let message = refusal.message.to_ascii_lowercase();
    let says = |words: &str| message.contains(words);
    let names_address = || {
        let mut words = message.split(|letter: char| !letter.is_ascii_alphanumeric());
        words.any(|word| matches!(word, "ip" | "acl"))
    };
    match refusal.meaning {
        Meaning::SignInAgain if says("password is expired") || says("password has expired") => {
            Some(text::sign_in_password_expired())
        }
        Meaning::SignInAgain if says("locked") => Some(text::sign_in_locked()),
        Meaning::SignInAgain | Meaning::NoRight if says("disabled") => {
            Some(text::sign_in_disabled())
        }
        Meaning::SignInAgain if says("insufficient auth methods") => {
            Some(text::sign_in_further_factor())
        }
        Meaning::SignInAgain if says("password is wrong") => Some(text::sign_in_wrong_password()),
        Meaning::SignInAgain | Meaning::NoRight if names_address() => {
            Some(text::sign_in_address_rule())
        }
        Meaning::NoRight if says("no right to do this action") => {
            Some(text::sign_in_not_in_scope())
        }
        _ => None,
    }
}
