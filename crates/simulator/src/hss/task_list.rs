//! The list of tasks (examples §5.2); it counts images (corrections §3). There are sync tasks of registries only; of the other families
//! the list is empty.

use cloud_api::Timestamp;
use serde_json::{Value, json};

use crate::gateway::answer::Answer;

use super::call::Call;
use super::failed_images::failed_images;
use super::inventory::images;
use super::parameters::Parameters;
use super::refusal::invalid;
use super::state::State;
use super::task::{Ending, Kind, Standing, Task};

/// The latest time that the API takes, in milliseconds since 1970.
const LATEST: i64 = 4_070_880_000_000;

pub fn list(state: &mut State, call: &Call<'_>) -> Answer {
    let &Call { request, view, now } = call;
    let parameters = Parameters::of(request);
    let Some(family) = parameters.word("type", &["image_sync", "image_scan"])? else {
        return Err(invalid("type"));
    };
    let image_type = parameters.word("global_image_type", &["local", "registry"])?;
    let kind = parameters.word("task_type", &["cycle", "manual", "autoSync", "manualSync"])?;
    let name_part = parameters.text("task_name", 256)?;
    let id = parameters.text("task_id", 256)?;
    let status = parameters.word("task_status", &["scanning", "finished"])?;
    let from = parameters.number("create_time", 0..=LATEST)?;
    let until = parameters.number("end_time", 0..=LATEST)?;
    let mut rows = state.tasks.newest_first();
    rows.retain(|task| {
        view.sees(task.project, task.enterprise_project)
            && family == "image_sync"
            && image_type.as_deref() != Some("local")
            && kind.as_deref().is_none_or(|kind| kind == kind_name(task))
            && name_part
                .as_ref()
                .is_none_or(|part| name(task).contains(part.as_str()))
            && id.as_ref().is_none_or(|id| *id == task.id)
            && status
                .as_deref()
                .is_none_or(|status| task.is_over(now) == (status == "finished"))
            && from.is_none_or(|from| task.begin.milliseconds() >= from)
            && until.is_none_or(|until| task.end().milliseconds() <= until)
    });
    parameters.page(rows, |task| describe(task, now))
}

fn kind_name(task: &Task) -> &'static str {
    match task.kind {
        Kind::Automatic => "autoSync",
        Kind::Manual => "manualSync",
    }
}

fn name(task: &Task) -> String {
    let seconds = task.begin.milliseconds().div_euclid(1_000);
    format!("{}_{seconds}", kind_name(task))
}

fn describe(task: &Task, now: Timestamp) -> Value {
    let end = task.end().milliseconds();
    let left = task.end().milliseconds_since(now);
    let count = |counts: fn(Standing) -> bool| -> u64 {
        let entries = task.entries.iter();
        let counted = entries.filter(|entry| counts(task.standing(entry, now)));
        counted.map(|entry| images(entry.registry)).sum()
    };
    let mut row = json!({
        "task_id": task.id,
        "task_name": name(task),
        "task_type": kind_name(task),
        "image_type": "registry",
        "task_status": task.status(now),
        "begin_time": task.begin.milliseconds(),
        "end_time": if task.is_over(now) { end } else { 0 },
        "remain_min": (left.max(0) as u64).div_ceil(60_000),
        "is_all": task.is_all,
        "total_num": count(|_| true),
        "success_num": count(|standing| standing == Standing::Finished),
        "failed_num": count(|standing| matches!(standing, Standing::Failed(_))),
        "failed_images": failed_images(task, now),
    });
    // The two kinds of task differ in these fields (examples §5.2).
    match task.kind {
        Kind::Manual => row["sync_task_type"] = json!("manualSync"),
        Kind::Automatic => row["failed_reason"] = json!(""),
    }
    if task.is_over(now) && task.ending == Ending::Abnormal {
        row["failed_reason"] = json!("The synchronization service broke off");
    }
    row
}
