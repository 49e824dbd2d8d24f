//! Host security service: who may ask, and which part answers (examples §5).

mod inventory;
mod parameters;
mod registries;
mod seed_data;
mod start;
mod sync_tasks;
mod task;
mod task_list;
mod task_registries;
mod view;

pub use sync_tasks::SyncTasks;

use cloud_api::{Response, Timestamp};

use crate::incoming::Incoming;
use crate::refusal::unknown_path;
use crate::signature::caller;
use crate::state::State;

/// What a path asks for.
enum Asked<'a> {
    Registries,
    Statistics,
    Tasks,
    TaskRegistries(&'a str),
    Start,
}

/// Answers a request of HSS.
pub fn answer(state: &mut State, request: &Incoming, path: &str, now: Timestamp) -> Response {
    let segments: Vec<&str> = path.split('/').skip(2).collect();
    let (project, asked) = match (&*request.method, &*segments) {
        ("GET", [project, _, "registries"]) => (project, Asked::Registries),
        ("GET", [project, _, "registries", "statistics"]) => (project, Asked::Statistics),
        ("GET", [project, _, "tasks"]) => (project, Asked::Tasks),
        ("GET", [project, _, "image-sync", "tasks", task, "registries"]) => {
            (project, Asked::TaskRegistries(task))
        }
        ("POST", [project, _, "image-sync", "tasks"]) => (project, Asked::Start),
        _ => return unknown_path(),
    };
    let caller = match caller(state, request, path, now) {
        Ok(caller) => caller,
        Err(refusal) => return refusal,
    };
    let view = match view::of(&caller, project, request) {
        Ok(view) => view,
        Err(refusal) => return refusal,
    };
    let answered = match asked {
        Asked::Registries => registries::list(&state.image_sync_tasks, &view, request, now),
        Asked::Statistics => registries::statistics(&view, request),
        Asked::Tasks => task_list::list(&state.image_sync_tasks, &view, request, now),
        Asked::TaskRegistries(task) => {
            task_registries::list(&state.image_sync_tasks, &view, task, request, now)
        }
        Asked::Start => start::start(state, &view, request, now),
    };
    answered.unwrap_or_else(|refusal| refusal)
}
