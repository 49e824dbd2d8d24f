//! The tasks of an execution and the subtasks of a task (examples §4.4, corrections §5).

use cloud_api::Timestamp;
use serde_json::{Value, json};

use crate::gateway::answer::Answer;
use crate::gateway::written_time::written_in_milliseconds;

use super::call::Call;
use super::execution::{Execution, Fate, Subtask, Task};
use super::executions::found;
use super::instance::Instance;
use super::parameters::{Parameters, USUAL};
use super::refusal::{invalid, unknown};
use super::repository::digest;
use super::standing::Standing;

/// What stands for no time.
pub const NEVER: &str = "0001-01-01T00:00:00Z";

fn written(time: Option<Timestamp>) -> String {
    time.map_or_else(|| NEVER.to_owned(), written_in_milliseconds)
}

/// IDs of parts follow from that of the whole.
fn part_id(whole: u64, place: usize) -> u64 {
    whole.wrapping_mul(1_000).wrapping_add(place as u64 + 1)
}

pub fn list(instance: &mut Instance, call: &Call<'_>, execution: &str) -> Answer {
    let execution = &*found(instance, execution)?;
    let rows: Vec<(usize, &Task)> = execution.tasks.iter().enumerate().collect();
    Parameters::of(call.request).page("tasks", rows, USUAL, |(place, task)| {
        describe(execution, place, task, call.now)
    })
}

/// A resource as Harbor writes it, as a text of JSON.
fn resource(namespace: &str, task: &Task) -> String {
    let tags: Vec<&str> = task.subtasks.iter().map(|one| one.tag.as_str()).collect();
    json!({
        "type": "artifact",
        "metadata": {
            "repository": { "name": format!("{namespace}/{}", task.repository), "metadata": null },
            "artifacts": [{ "type": "IMAGE", "digest": "", "labels": null, "tags": tags }],
            "vtags": null,
        },
        "registry": null,
        "extendedInfo": null,
        "deleted": false,
        "override": true,
    })
    .to_string()
}

fn describe(execution: &Execution, place: usize, task: &Task, now: Timestamp) -> Value {
    let standing = execution.task(task, now);
    let starts = task.subtasks.iter().map(|one| one.starts).min();
    let ends = task.subtasks.iter().map(|one| one.ends).max();
    let destination = match &*task.dest_namespace {
        "" => &task.namespace,
        other => other,
    };
    json!({
        "id": part_id(execution.id, place),
        "execution_id": execution.id,
        "resource_type": "artifact",
        "src_resource": resource(&task.namespace, task),
        "dst_resource": resource(destination, task),
        "operation": "copy",
        "job_id": format!("{:024x}", part_id(execution.id, place)),
        "status": standing.word(),
        "StatusRevision": 0,
        "start_time": written(starts.and_then(|starts| execution.started(starts, now))),
        "end_time": written(ends.and_then(|ends| execution.ended(ends, standing))),
    })
}

pub fn list_subtasks(
    instance: &mut Instance,
    call: &Call<'_>,
    execution: &str,
    task: &str,
) -> Answer {
    let execution = &*found(instance, execution)?;
    let id: u64 = task.parse().map_err(|_| invalid("task_id"))?;
    let mut tasks = execution.tasks.iter().enumerate();
    let task = tasks.find(|(place, _)| part_id(execution.id, *place) == id);
    let (_, task) = task.ok_or_else(|| unknown("task"))?;
    let parameters = Parameters::of(call.request);
    let status = parameters.word("status", &Standing::ALL.map(Standing::word))?;
    let rows: Vec<(usize, &Subtask, Standing)> = task
        .subtasks
        .iter()
        .enumerate()
        .map(|(place, one)| (place, one, execution.subtask(one, call.now)))
        .filter(|(_, _, standing)| status.is_none_or(|status| status == standing.word()))
        .collect();
    parameters.page("sub_tasks", rows, USUAL, |(place, subtask, standing)| {
        let text = match (standing, subtask.fate) {
            (Standing::Failed, Fate::Failed(cause) | Fate::Recovers(cause)) => cause,
            _ => "",
        };
        // The vendor's example has another word here than the filter.
        let word = match standing {
            Standing::Succeed => "Success",
            other => other.word(),
        };
        json!({
            "id": part_id(id, place),
            "job_id": format!("{:024x}", part_id(id, place)),
            "namespace": task.namespace,
            "repository": task.repository,
            "tag": subtask.tag,
            "digest": digest(part_id(id, place)),
            "status": word,
            "status_text": text,
            "start_time": written(execution.started(subtask.starts, call.now)),
            "end_time": written(execution.ended(subtask.ends, standing)),
        })
    })
}
