//! The audit log: by operation and by nothing else (corrections §5).

use serde_json::json;

use crate::gateway::answer::{Answer, Response};
use crate::gateway::written_time::written_in_milliseconds;

use super::call::Call;
use super::instance::{AuditLog, Instance};
use super::parameters::{Parameters, USUAL};
use super::refusal::invalid;

const NAME: &str = "operation";

pub fn list(instance: &mut Instance, call: &Call<'_>) -> Answer {
    let parameters = Parameters::of(call.request);
    let operation = operation(&parameters)?;
    let logs = instance.audit_logs.iter();
    let rows: Vec<&AuditLog> = logs.filter(|one| one.operation == operation).collect();
    parameters.page("audit_logs", rows, USUAL, |one| {
        json!({
            "id": one.id,
            "operation": one.operation,
            "resource_type": "artifact",
            "resource": one.resource,
            "username": one.username,
            "op_time": written_in_milliseconds(one.time),
        })
    })
}

fn operation(parameters: &Parameters) -> Result<&str, Response> {
    let word = parameters.word(NAME, &["pull", "delete", "create"])?;
    word.ok_or_else(|| invalid(NAME))
}
