//! The registries of a task, at most 100 in an answer (seed page, examples §5.1, corrections §3).

use percent_encoding::percent_decode_str;
use serde_json::json;

use crate::gateway::answer::Answer;

use super::call::Call;
use super::inventory::{id, registry};
use super::parameters::Parameters;
use super::refusal::{denied, invalid, refused};
use super::state::State;
use super::task::Standing;

pub fn list(state: &mut State, call: &Call<'_>, task_id: &str) -> Answer {
    let &Call { request, view, now } = call;
    let task_id = percent_decode_str(task_id).decode_utf8_lossy();
    if !(1..=64).contains(&task_id.chars().count()) {
        return Err(invalid("task_id"));
    }
    let parameters = Parameters::of(request);
    let name = parameters.text("registry_name", 128)?;
    let types = parameters.registry_types()?;
    let status = parameters.word("sync_status", &["finished", "running", "failed"])?;
    let Some(task) = state.tasks.find(&task_id) else {
        return Err(refused(400, "HSS.1005", "The task does not exist"));
    };
    if !view.sees(task.project, task.enterprise_project) {
        return Err(denied(400));
    }
    let rows = task
        .entries
        .iter()
        .map(|entry| (entry.registry, task.standing(entry, now)))
        .filter(|(_, standing)| {
            status
                .as_deref()
                .is_none_or(|status| status == standing.status())
        })
        .filter_map(|(number, standing)| Some((registry(number)?, standing)))
        .filter(|(registry, _)| {
            name.as_ref()
                .is_none_or(|name| registry.name.contains(name.as_str()))
                && types
                    .as_ref()
                    .is_none_or(|types| types.iter().any(|one| one == registry.kind))
        })
        .collect();
    parameters.page_of(rows, 100, |(registry, standing)| {
        let mut row = json!({
            "registry_id": id(registry.number),
            "registry_name": registry.name,
            "registry_type": registry.kind,
            "sync_status": standing.status(),
        });
        // A finished one has no such field at all.
        match standing {
            Standing::Failed(cause) => row["failed_reason"] = json!(cause),
            Standing::Running | Standing::Unheard(_) => row["failed_reason"] = json!(""),
            Standing::Finished => {}
        }
        row
    })
}
