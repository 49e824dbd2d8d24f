//! One thing of a change: what it is called, how it stands, why.

use changes::{Item, ItemState, Reason};
use cloud_api::hss::{RegistriesToSync, StartImageSync, may_be_anothers};
use cloud_api::swr::may_be_anothers_copy;
use cloud_api::{ApiError, Kind, Manner, Meaning, Mutation, Owner, Subject};

use crate::explanation::{of_image_share, of_shared_account};
use crate::replication::of_replication;
use crate::{Message, failure, text};

/// What it is called, given the write in which it was planned: the name under which the person saw
/// it, which only a start of everything has none of.
#[must_use]
pub fn item_name(item: &Item, mutation: Option<&Mutation>) -> Message {
    match mutation {
        Some(Mutation::StartImageSync(StartImageSync {
            registries: RegistriesToSync::All,
            ..
        })) => text::start_sync_all(),
        _ => match (item.subject.kind, &item.subject.of) {
            // The same person may stand beside it with a grant on a repository.
            (Kind::Grant, Owner::Organization(organization)) => {
                text::item_name_on_organization(item.name.clone(), organization.to_string())
            }
            _ => thing_name(&item.subject, item.name.clone()),
        },
    }
}

/// What a thing of that name (untrusted text) is called among others: things of an instance by what they are
/// as well, because what a registry waits for stands beside it.
#[must_use]
pub fn thing_name(subject: &Subject, name: String) -> Message {
    match subject.kind {
        Kind::TargetRegistry => text::item_target_registry(name),
        // An execution that is started is called by its policy.
        Kind::Execution if subject.id_in_instance().is_some() => text::item_execution(name),
        Kind::ReplicationPolicy | Kind::Execution => text::item_policy(name),
        _ => text::item_name(name),
    }
}

/// What tells it from others beside its name, where there is such a thing.
#[must_use]
pub fn identifier(subject: &Subject) -> String {
    match subject.kind {
        Kind::Grant => subject.id.clone(),
        Kind::ImageMember => subject.identifier(),
        Kind::TargetRegistry | Kind::ReplicationPolicy | Kind::Execution => {
            subject.id_in_instance().unwrap_or_default().to_owned()
        }
        Kind::ManualSync => subject.copied_to().unwrap_or_default().to_owned(),
        // Its name tells the target.
        Kind::SyncTask
        | Kind::Visibility
        | Kind::Organization
        | Kind::Repository
        | Kind::Tag
        | Kind::SharedAccount
        | Kind::ImageSync => String::new(),
    }
}

/// The identifier that a line tells beside the name; empty where the name tells it already.
#[must_use]
pub fn identifier_beside(subject: &Subject, name: &str) -> String {
    let id = identifier(subject);
    match name.contains(&id) {
        true => String::new(),
        false => id,
    }
}

/// Who was asked about such a thing.
fn service_of(kind: Kind) -> Message {
    match kind {
        Kind::ImageSync => text::service_hss(),
        Kind::ImageMember => text::service_ims(),
        Kind::Grant
        | Kind::Visibility
        | Kind::Organization
        | Kind::Repository
        | Kind::Tag
        | Kind::SharedAccount
        | Kind::SyncTask
        | Kind::ManualSync
        | Kind::TargetRegistry
        | Kind::ReplicationPolicy
        | Kind::Execution => text::service_swr(),
    }
}

/// How a thing of this kind stands.
#[must_use]
pub fn state_words(kind: Kind, state: &ItemState, manner: Manner) -> Message {
    match (state, manner) {
        (ItemState::Waiting, _) => text::state_waiting(),
        (ItemState::Running, Manner::Remove)
            if matches!(kind, Kind::SyncTask | Kind::ImageMember | Kind::Execution) =>
        {
            text::state_stopping()
        }
        (ItemState::Running, Manner::Remove) => text::state_removing(),
        (ItemState::Running, _) => text::state_running(),
        (ItemState::InJob { poll_error: None }, Manner::Remove) if kind == Kind::ImageMember => {
            text::state_stopping()
        }
        (ItemState::InJob { poll_error: None }, _) => text::state_working(),
        (
            ItemState::InJob {
                poll_error: Some(_),
            },
            _,
        ) => text::job_retrying(),
        (ItemState::Unknown { .. }, _) => text::state_unknown(),
        (ItemState::Done { verified: None, .. }, Manner::Start) => text::state_start_accepted(),
        // “Accepted” is how an image stands.
        (ItemState::Done { verified: None, .. }, _) if kind == Kind::ImageMember => {
            text::state_checking()
        }
        // It ends once what is under way has ended.
        (ItemState::Done { verified: None, .. }, Manner::Remove) if kind == Kind::Execution => {
            text::state_stopping()
        }
        (ItemState::Done { verified: None, .. }, _) => text::state_done(),
        (
            ItemState::Done {
                verified: Some(at), ..
            }
            | ItemState::AlreadyDone { verified: at },
            Manner::Start,
        ) => text::state_started_verified(*at),
        (
            ItemState::Done {
                verified: Some(at), ..
            },
            Manner::Remove,
        ) => match kind {
            // Its copies stay where they are, and so does the image: nothing is removed.
            Kind::SyncTask | Kind::ImageMember | Kind::Execution => {
                text::state_stopped_verified(*at)
            }
            _ => text::state_removed_verified(*at),
        },
        (
            ItemState::Done {
                verified: Some(at), ..
            },
            Manner::Change,
        ) => text::state_done_verified(*at),
        (ItemState::AlreadyDone { verified }, Manner::Remove) if kind == Kind::Execution => {
            text::state_already_ended(*verified)
        }
        (ItemState::AlreadyDone { verified }, Manner::Remove) => {
            text::state_already_gone(*verified)
        }
        (ItemState::AlreadyDone { verified }, Manner::Change) => text::state_already_so(*verified),
        (ItemState::Failed(Reason::Refused(error)), _) => failure::outcome(error),
        (ItemState::Failed(Reason::LeftAfterUnclear(_)), _) => text::state_left(),
        (ItemState::Failed(Reason::LeftOut), _) => text::state_left_out(service_of(kind)),
        (ItemState::Failed(Reason::NotApplied), _) => text::state_not_applied(),
        (ItemState::Stopped, _) => text::state_stopped(),
    }
}

/// The error because of which it stands so, where there is one.
#[must_use]
pub fn error_of(state: &ItemState) -> Option<&ApiError> {
    match state {
        ItemState::Failed(Reason::Refused(error) | Reason::LeftAfterUnclear(error)) => Some(error),
        ItemState::Unknown {
            read_back_error,
            error,
            ..
        } => Some(read_back_error.as_ref().unwrap_or(error)),
        ItemState::InJob { poll_error: error }
        | ItemState::Done {
            read_back_error: error,
            ..
        } => error.as_ref(),
        ItemState::Failed(Reason::NotApplied | Reason::LeftOut)
        | ItemState::Waiting
        | ItemState::Running
        | ItemState::AlreadyDone { .. }
        | ItemState::Stopped => None,
    }
}

/// What that error means for such a thing, called `name` (untrusted text), with which that was to be done,
/// and what to do next.
#[must_use]
pub fn remedy(subject: &Subject, name: &str, error: &ApiError, manner: Manner) -> Message {
    match (subject.kind, error.meaning()) {
        (Kind::Grant, Some(Meaning::NoRight)) => text::permissions_no_right(),
        (Kind::SyncTask, Some(Meaning::NoRight)) => text::automatic_sync_no_right(),
        (Kind::SharedAccount, _) => {
            of_shared_account(error).unwrap_or_else(|| failure::remedy(error))
        }
        (Kind::ImageMember, _) => of_image_share(error).unwrap_or_else(|| failure::remedy(error)),
        (Kind::TargetRegistry | Kind::ReplicationPolicy | Kind::Execution, _) => {
            of_replication(subject.kind, name, error, manner)
                .or_else(|| failure::of_thing(error, name))
                .unwrap_or_else(|| failure::remedy(error))
        }
        (Kind::ManualSync, None) if may_be_anothers_copy(error) => {
            text::manual_sync_perhaps_anothers()
        }
        (Kind::ImageSync, None) if may_be_anothers(error) => text::start_sync_perhaps_anothers(),
        (Kind::ImageSync, Some(Meaning::AlreadyGone)) => text::start_sync_unknown(),
        (Kind::ImageSync, Some(Meaning::NoRight)) => text::image_sync_tasks_no_right_to_start(),
        (Kind::Organization | Kind::Repository | Kind::Visibility | Kind::Tag, _) => {
            failure::of_thing(error, name).unwrap_or_else(|| failure::remedy(error))
        }
        _ => failure::remedy(error),
    }
}
