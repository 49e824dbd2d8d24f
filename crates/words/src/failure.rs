//! An error in words: why, and what to do next; and the line for the cloud's support.

use cloud_api::{ApiError, Meaning, NoAnswerKind, NotSent, Refusal};

use crate::{Message, text};

/// The name of a new organization is another customer's (corrections §1).
const NAME_TAKEN: &str = "SVCSTG.SWR.4090060";
/// What should be deleted is not empty (corrections §1).
const HOLDS_IMAGES: &str = "SVCSTG.SWR.4060074";
/// The same, of an organization.
const HOLDS_REPOSITORIES: &str = "SVCSTG.SWR.4060012";

/// Why something failed and what to do next.
#[must_use]
pub fn remedy(error: &ApiError) -> Message {
    match error {
        ApiError::NotSent(NotSent::NoCredential) => text::failure_no_credential(),
        ApiError::NotSent(NotSent::NobodyNamed) => text::failure_nobody_named(),
        ApiError::NotSent(NotSent::NoTagNamed) => text::failure_no_tag(),
        ApiError::NotSent(NotSent::NoTarget) => text::failure_no_target(),
        ApiError::NotSent(NotSent::NoSecret) => text::failure_no_secret(),
        ApiError::NotSent(NotSent::NotOffered) => text::failure_not_offered(),
        ApiError::NotSent(NotSent::ReadOnly) => text::failure_read_only(),
        ApiError::NotSent(NotSent::NotBuilt) => text::failure_not_built(),
        ApiError::NoAnswer(no_answer) => match no_answer.kind {
            NoAnswerKind::Offline => text::failure_offline(),
            NoAnswerKind::Unreachable => text::failure_unreachable(),
            NoAnswerKind::TimedOut => text::failure_timed_out(),
            NoAnswerKind::BrokeOff => text::failure_broke_off(),
            NoAnswerKind::TooLarge => text::failure_too_large(),
            NoAnswerKind::PageLeft => text::failure_page_left(),
        },
        ApiError::Unreadable(_) => text::failure_unreadable(),
        ApiError::Refused(refusal) => refused(refusal),
    }
}

/// The same where it concerns one thing that can be called by name (untrusted text), and says more so.
#[must_use]
pub fn of_thing(error: &ApiError, name: &str) -> Option<Message> {
    let ApiError::Refused(refusal) = error else {
        return None;
    };
    match (&*refusal.code, refusal.meaning) {
        // Its words say more.
        (NAME_TAKEN, _) => None,
        (HOLDS_IMAGES | HOLDS_REPOSITORIES, _) => Some(text::failure_thing_holds_images(name)),
        (_, Meaning::AlreadyGone) => Some(text::failure_thing_gone(name)),
        (_, Meaning::AlreadyThere) => Some(text::failure_thing_there(name)),
        _ => None,
    }
}

/// What became of a write that failed with this: the service refused it, or it never left the browser.
#[must_use]
pub fn outcome(error: &ApiError) -> Message {
    match error {
        ApiError::NotSent(_) => text::state_stopped(),
        ApiError::NoAnswer(_) | ApiError::Unreadable(_) | ApiError::Refused(_) => {
            text::state_refused()
        }
    }
}

/// What a refusal means; a few codes say more than their kind (corrections §1).
fn refused(refusal: &Refusal) -> Message {
    match &*refusal.code {
        NAME_TAKEN => text::failure_name_taken(),
        HOLDS_IMAGES | HOLDS_REPOSITORIES => text::failure_holds_images(),
        "SVCSTG.SWR.5070070" => text::failure_object_storage(),
        "SVCSTG.SWR.4131012" | "SVCSTG.SWR.4131001" => text::failure_too_long(),
        "IAM.0020" => text::failure_identity_down(),
        "IAM.1104" | "IAM.1106" | "IAM.1107" => text::failure_access_key(),
        "IAM.1105" | "IAM.1108" => text::failure_temporary_key(),
        "IAM.1109" => text::failure_key_project(),
        _ => match refusal.meaning {
            Meaning::AlreadyGone => text::failure_gone(),
            Meaning::AlreadyThere => text::failure_there(),
            Meaning::InUse => text::failure_in_use(),
            Meaning::QuotaReached => text::failure_quota(),
            Meaning::NoRight => no_right(&refusal.code),
            Meaning::SignInAgain => text::failure_sign_in_again(),
            Meaning::NotForHere => text::failure_not_for_here(),
            Meaning::Throttled => text::failure_throttled(service_of(refusal)),
            Meaning::CredentialLost => text::failure_credential_lost(),
            Meaning::WrongPath => text::failure_wrong_path(),
            Meaning::NotTheService => text::failure_not_the_service(),
            Meaning::Invalid => text::failure_invalid(service_of(refusal)),
            Meaning::ServiceDown => text::failure_service_down(),
            Meaning::Other => text::failure_other(service_of(refusal)),
        },
    }
}

/// Who can help where a right is lacking: the levels of SWR are given by whoever has the highest, and the
/// permissions of the others by an administrator alone (corrections §3 and §4).
fn no_right(code: &str) -> Message {
    match Refuser::of(code) {
        Refuser::Swr => text::failure_no_right(),
        Refuser::Hss => text::failure_no_permission_hss(),
        Refuser::Ims => text::failure_no_permission_ims(),
        Refuser::Iam | Refuser::Gateway | Refuser::Somebody => text::failure_no_permission(),
    }
}

fn service_of(refusal: &Refusal) -> Message {
    match Refuser::of(&refusal.code) {
        Refuser::Swr => text::service_swr(),
        Refuser::Hss => text::service_hss(),
        Refuser::Ims => text::service_ims(),
        Refuser::Iam => text::service_iam(),
        Refuser::Gateway => text::service_gateway(),
        Refuser::Somebody => text::service_cloud(),
    }
}

/// Who refused, as far as the code tells.
enum Refuser {
    Swr,
    Hss,
    Ims,
    Iam,
    Gateway,
    Somebody,
}

impl Refuser {
    /// Each service begins its codes with its name (reference §0).
    fn of(code: &str) -> Self {
        let is_of = |names: &[&str]| names.iter().any(|name| code.starts_with(name));
        if is_of(&["SVCSTG.SWR.", "SWR."]) {
            Self::Swr
        } else if is_of(&["HSS."]) {
            Self::Hss
        } else if is_of(&["IMG."]) {
            Self::Ims
        } else if is_of(&["IAM."]) {
            Self::Iam
        } else if is_of(&["APIG.", "APIGW."]) {
            Self::Gateway
        } else {
            Self::Somebody
        }
    }
}

/// Whether a code only says the status again, as IAM's older bodies and upstream ones do.
fn is_status(code: &str, status: u16) -> bool {
    let number = code.split_whitespace().next().unwrap_or_default();
    number == status.to_string()
}

/// The grey line: status, code, request ID as `say` words it; empty when nothing was answered.
/// Untrusted text.
#[must_use]
pub fn details(error: &ApiError, say: impl FnOnce(&Message) -> String) -> String {
    let (status, code, message) = match error {
        ApiError::Refused(Refusal {
            status,
            code,
            message,
            ..
        }) => match is_status(code, *status) {
            true => (*status, "", &**message),
            false => (*status, &**code, &**message),
        },
        ApiError::Unreadable(unreadable) => (unreadable.status, "", &*unreadable.at),
        ApiError::NoAnswer(_) | ApiError::NotSent(_) => return String::new(),
    };
    let mut parts = vec![format!("HTTP {status}")];
    parts.extend(
        [code, message]
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(str::to_owned),
    );
    let id = error.request_id().map(text::activity_request_id);
    parts.extend(id.as_ref().map(say));
    parts.join(" · ")
}
