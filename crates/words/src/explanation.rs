//! What an error means where one thing in particular is read or written.

use cloud_api::{ApiError, Meaning, Refusal};

use crate::failure::outcome;
use crate::{Message, text};

/// SWR's code of an account that it does not know, or that is the caller's own.
const UNKNOWN_ACCOUNT: &str = "SVCSTG.SWR.4001041";

/// When the repositories of an organization are read, or the organization itself.
#[must_use]
pub fn of_repositories(error: &ApiError) -> Option<Message> {
    match error.meaning()? {
        Meaning::NoRight => Some(text::repositories_no_right()),
        Meaning::AlreadyGone => Some(text::repositories_no_organization()),
        _ => None,
    }
}

/// When sync tasks are read: a wrong path means that the region has none.
#[must_use]
pub fn of_sync_tasks(error: &ApiError) -> Option<Message> {
    (error.meaning() == Some(Meaning::WrongPath)).then(text::automatic_sync_not_offered)
}

/// When sync tasks are written, in one line.
#[must_use]
pub fn of_sync_task_write(error: &ApiError) -> Message {
    match error.meaning() {
        Some(Meaning::NoRight) => text::automatic_sync_no_right(),
        _ => outcome(error),
    }
}

/// When a repository is shared with accounts, or that is read.
#[must_use]
pub fn of_shared_account(error: &ApiError) -> Option<Message> {
    match error {
        ApiError::Refused(Refusal { code, .. }) if code == UNKNOWN_ACCOUNT => {
            Some(text::shared_accounts_unknown())
        }
        ApiError::Refused(Refusal { meaning, .. }) => match meaning {
            Meaning::NoRight => Some(text::shared_accounts_no_right()),
            Meaning::AlreadyThere => Some(text::shared_accounts_there()),
            _ => None,
        },
        _ => None,
    }
}

/// When the accounts that a repository is shared with are read.
#[must_use]
pub fn of_shared_accounts(error: &ApiError) -> Option<Message> {
    (error.meaning() == Some(Meaning::NoRight)).then(text::shared_accounts_manage_only)
}

/// Whether a refused share was refused for the account that was named.
#[must_use]
pub fn is_about_account(error: &ApiError) -> bool {
    let is_unknown = matches!(error, ApiError::Refused(refusal) if refusal.code == UNKNOWN_ACCOUNT);
    is_unknown || error.meaning() == Some(Meaning::AlreadyThere)
}

/// When the tasks of the host security service are read.
#[must_use]
pub fn of_image_sync_tasks(error: &ApiError) -> Option<Message> {
    match error.meaning()? {
        Meaning::WrongPath => Some(text::image_sync_tasks_not_offered()),
        Meaning::NoRight => Some(text::image_sync_tasks_no_right()),
        _ => None,
    }
}

/// When the instances of SWR Enterprise are read.
#[must_use]
pub fn of_instances(error: &ApiError) -> Option<Message> {
    match error.meaning()? {
        Meaning::WrongPath => Some(text::instances_not_offered()),
        Meaning::NoRight => Some(text::instances_no_right()),
        _ => None,
    }
}

/// When one instance is read, or something in it.
#[must_use]
pub fn of_instance(error: &ApiError) -> Option<Message> {
    match error.meaning()? {
        Meaning::WrongPath => Some(text::instances_not_offered()),
        Meaning::AlreadyGone => Some(text::instance_unknown()),
        _ => None,
    }
}

/// When the target registries of an instance are read.
#[must_use]
pub fn of_target_registries(error: &ApiError) -> Option<Message> {
    match error.meaning()? {
        Meaning::NoRight => Some(text::target_registries_no_right()),
        _ => of_instance(error),
    }
}

/// When the audit log of an instance is read.
#[must_use]
pub fn of_audit_log(error: &ApiError) -> Option<Message> {
    match error.meaning()? {
        Meaning::NoRight => Some(text::audit_log_no_right()),
        _ => of_instance(error),
    }
}

/// When the replication policies of an instance are read, or their executions.
#[must_use]
pub fn of_policies(error: &ApiError) -> Option<Message> {
    match error.meaning()? {
        Meaning::NoRight => Some(text::policies_no_right()),
        _ => of_instance(error),
    }
}

/// When one replication policy is read.
#[must_use]
pub fn of_policy(error: &ApiError) -> Option<Message> {
    match error.meaning()? {
        Meaning::AlreadyGone => Some(text::policy_unknown()),
        _ => of_policies(error),
    }
}

/// When machine images are read.
#[must_use]
pub fn of_machine_images(error: &ApiError) -> Option<Message> {
    match error.meaning()? {
        Meaning::WrongPath => Some(text::machine_images_not_offered()),
        Meaning::NoRight => Some(text::machine_images_no_right()),
        _ => None,
    }
}

/// When one machine image is read.
#[must_use]
pub fn of_machine_image(error: &ApiError) -> Option<Message> {
    match error.meaning()? {
        Meaning::AlreadyGone => Some(text::machine_image_unknown()),
        _ => of_machine_images(error),
    }
}

/// When the members of a machine image are read.
#[must_use]
pub fn of_image_members(error: &ApiError) -> Option<Message> {
    match error.meaning()? {
        Meaning::NoRight => Some(text::image_members_no_right()),
        _ => of_machine_image(error),
    }
}

/// When a machine image is shared, no longer shared, accepted or rejected: what its codes say more than
/// their kind (examples §3.6, corrections §4). A job tells its one reason by the same codes.
#[must_use]
pub fn of_image_share(error: &ApiError) -> Option<Message> {
    let ApiError::Refused(Refusal { code, meaning, .. }) = error else {
        return None;
    };
    Some(match &**code {
        "IMG.0026" => text::image_share_no_right(),
        "IMG.0047" | "IMG.0106" => text::image_share_not_own(),
        "IMG.0067" | "IMG.0030" => text::image_share_no_project(),
        "IMG.0076" => text::image_share_oneself(),
        "IMG.0088" => text::image_share_too_many(),
        "IMG.0089" => text::image_share_public(),
        "IMG.0098" => text::image_share_encrypted(),
        "IMG.0105" | "IMG.0196" => text::image_share_not_supported(),
        "IMG.0107" => text::image_share_market(),
        "IMG.0112" => text::image_share_not_added(),
        "IMG.0113" => text::image_share_not_deleted(),
        "IMG.0135" => text::image_share_full_ecs(),
        "IMG.0177" => text::image_share_other_region(),
        "IMG.0178" => text::image_share_same_account(),
        "IMG.0184" => text::image_share_vault_none(),
        "IMG.0185" => text::image_share_vault_full(),
        "IMG.0188" => text::image_share_vault_unavailable(),
        "IMG.0193" => text::image_share_vault_type(),
        _ if *meaning == Meaning::AlreadyGone => text::machine_image_unknown(),
        _ => return None,
    })
}

/// Whether an image was not accepted because of its vault: none, a full one, one that is not available or
/// is of another type (corrections §4).
#[must_use]
pub fn is_about_vault(error: &ApiError) -> bool {
    let codes = ["IMG.0184", "IMG.0185", "IMG.0188", "IMG.0193"];
    matches!(error, ApiError::Refused(refusal) if codes.contains(&&*refusal.code))
}

/// When the registries of one of its tasks are read.
#[must_use]
pub fn of_task_registries(error: &ApiError) -> Option<Message> {
    match error.meaning()? {
        Meaning::WrongPath => Some(text::image_sync_tasks_not_offered()),
        Meaning::NoRight => Some(text::task_foreign()),
        Meaning::AlreadyGone => Some(text::task_unknown()),
        _ => None,
    }
}
