//! What a task's registries are narrowed by: status, type and cause.

use cloud_api::hss::TaskRegistry;
use words::registry_status::status_words;
use words::registry_type::type_words;

use crate::listing::choices::Trait;

/// The names of the parameters in the address.
pub const PARAMETERS: &[&str] = &["status", "types", "causes"];

/// How it fared.
pub const STATUS: Trait<TaskRegistry> = Trait {
    parameter: PARAMETERS[0],
    of: |registry| &registry.sync_status,
    words: status_words,
};
/// Which software it is.
pub const TYPE: Trait<TaskRegistry> = Trait {
    parameter: PARAMETERS[1],
    of: |registry| &registry.registry_type,
    words: type_words,
};
/// Why it failed.
pub const CAUSE: Trait<TaskRegistry> = Trait {
    parameter: PARAMETERS[2],
    of: |registry| &registry.failed_reason,
    words: |_| None,
};

/// All of them.
pub const TRAITS: &[Trait<TaskRegistry>] = &[STATUS, TYPE, CAUSE];
