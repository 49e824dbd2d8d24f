//! Why IAM lets nobody in, and what to do next.

use cloud_api::{ApiError, Meaning, Refusal, WrongClock};

use crate::clock::of_wrong_clock;
use crate::failure::remedy;
use crate::{Message, text};

/// With what of that which was given another answer may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// Another token or password.
    Credential,
    /// Another region or project.
    Scope,
    /// Another ID of an access key.
    KeyId,
    /// The code of a second factor.
    Code,
    /// Who it is.
    Person,
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

/// When an access key is used for the first time. The gateway has one code for whatever it does not
/// accept, so its words alone tell the cases apart (corrections §6).
#[must_use]
pub fn of_access_key(error: &ApiError) -> (Message, Concern) {
    let ApiError::Refused(refusal) = error else {
        return (remedy(error), Concern::Nothing);
    };
    let message = refusal.message.to_ascii_lowercase();
    let says = |words: &str| message.contains(words);
    match (&*refusal.code, refusal.meaning) {
        ("IAM.1109", _) => (remedy(error), Concern::Scope),
        (code, Meaning::SignInAgain) if code.starts_with("IAM.1") => {
            (remedy(error), Concern::Credential)
        }
        (_, Meaning::SignInAgain) => {
            let told = if says("reach the limit") {
                return (text::sign_in_key_locked(), Concern::Nothing);
            } else if says("not exist") {
                return (text::sign_in_key_unknown(), Concern::KeyId);
            } else if says("token") {
                text::sign_in_key_token()
            } else if says("signature") {
                text::sign_in_key_secret()
            } else {
                text::sign_in_key_refused()
            };
            (told, Concern::Credential)
        }
        _ => (remedy(error), Concern::Nothing),
    }
}

/// What to do where signatures are refused for a wrong clock.
#[must_use]
pub fn of_skew(clock: WrongClock) -> Message {
    text::sign_in_key_clock(of_wrong_clock(clock))
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
