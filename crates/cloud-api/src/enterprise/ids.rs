//! What names the things of an instance in paths.

use super::whole_id::whole_id;
use crate::text::carried::{check_carried_segment, check_carried_segments};
use crate::text::ruled::{check_characters, check_length, ruled_text};
use crate::{CharacterRule, TextError};

ruled_text!(
    /// An instance, by ID: 1 to 64 letters, digits, `-` and `_`. Documented are UUIDs; with these
    /// characters an ID from an address cannot leave its place in a path.
    InstanceId,
    check_instance_id
);

ruled_text!(
    /// A namespace of an instance, as the service has listed it.
    NamespaceName,
    check_carried_segment
);

ruled_text!(
    /// A repository of a namespace, as the service has listed it: it may hold `/`, which is sent as
    /// `%252F`.
    RepositoryName,
    check_carried_segments
);

whole_id!(
    /// A target registry.
    RegistryId
);

whole_id!(
    /// A replication policy.
    PolicyId
);

whole_id!(
    /// One execution of a replication policy.
    ExecutionId
);

whole_id!(
    /// A task of an execution.
    TaskId
);

fn check_instance_id(text: &str) -> Result<(), TextError> {
    check_length(text, 64)?;
    check_characters(text, CharacterRule::NotAllowed, |_, character| {
        character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
    })
}
