//! What an error means where target registries, replication policies or their executions are written.

use cloud_api::enterprise::{is_secret_unseen, may_be_anothers_execution};
use cloud_api::{ApiError, Kind, Manner, Meaning};

use crate::{Message, text};

/// What it means for such a thing, called `name` (untrusted text), where it says more than its kind. The
/// codes of these refusals are not documented, so that the service's own words stand beside it.
#[must_use]
pub fn of_replication(kind: Kind, name: &str, error: &ApiError, manner: Manner) -> Option<Message> {
    let meaning = match error {
        error if may_be_anothers_execution(error) => {
            return Some(text::replication_perhaps_anothers());
        }
        error if is_secret_unseen(error) => return Some(text::replication_secret_unseen()),
        error => error.meaning()?,
    };
    match (kind, manner, meaning) {
        // Levels are the shared edition's.
        (_, _, Meaning::NoRight) => Some(text::failure_no_permission()),
        (Kind::TargetRegistry, Manner::Remove, Meaning::Invalid | Meaning::InUse) => {
            Some(text::replication_registry_in_use(name))
        }
        (Kind::TargetRegistry, _, Meaning::Invalid) => Some(text::replication_registry_refused()),
        (Kind::ReplicationPolicy, Manner::Remove, Meaning::Invalid | Meaning::InUse) => {
            Some(text::replication_policy_busy(name))
        }
        (Kind::Execution, Manner::Start, Meaning::Invalid | Meaning::InUse) => {
            Some(text::replication_not_started(name))
        }
        _ => None,
    }
}
