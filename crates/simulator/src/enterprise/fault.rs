//! Faults that go by the names of registries and policies.

use crate::gateway::answer::Response;

use super::instance::Instance;
use super::refusal::{failed, short};

/// Name of a registry that is never healthy enough to be saved.
pub const UNHEALTHY: &str = "fault-400-unhealthy";

/// Name of a policy whose copies fail, and succeed when they are tried again.
pub const RECOVERS: &str = "fault-recovers";

/// The fault that a write to what is so named meets, if any.
pub fn of_write(instance: &mut Instance, name: &str) -> Option<Response> {
    match name {
        "fault-500-always" => Some(failed()),
        "fault-500-once" if !instance.failed_once => {
            instance.failed_once = true;
            Some(failed())
        }
        _ => None,
    }
}

/// The same for a deletion.
pub fn of_deletion(instance: &mut Instance, name: &str) -> Option<Response> {
    match name {
        "fault-403-delete" => Some(short(403, "SWR.403001", "Access denied")),
        name => of_write(instance, name),
    }
}
