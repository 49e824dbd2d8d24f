//! Image security sync: the sync tasks of the host security service, the registries of each, and
//! starting a sync.

mod again_dialog;
mod choices;
mod enterprise_project;
mod export;
mod grouping;
mod kept_up;
mod reads;
mod registries;
mod registry_status;
mod routes;
mod start_dialog;
mod started;
mod starting;
mod task_state;
mod tasks;

use cloud_api::hss::{EnterpriseProject, TextError};
use cloud_api::{ApiError, Meaning, ProjectId, RegionId};
use leptos::prelude::*;

use super::security_sync::enterprise_project::text_problem;
use crate::i18n::{Message, t, text};
use crate::live::{derived, live, shown};
use crate::session::use_session;

pub use enterprise_project::enterprise_project;
pub use routes::Route;

/// Where everything is asked.
#[derive(Clone, Debug)]
struct Place {
    project: ProjectId,
    region: RegionId,
    enterprise_project: EnterpriseProject,
}

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Tasks => at_place(tasks::page),
        Route::Task(task_id) => at_place(move |place| registries::page(place, task_id.clone())),
        Route::MalformedTask { error, .. } => malformed_task(&error),
    }
}

/// The page of an ID that no task can have: nothing is asked.
fn malformed_task(error: &TextError) -> AnyView {
    view! {
        <p>{t(text_problem(error))}</p>
        <p>
            <a href=Route::Tasks.to_string()>{t(text::task_back())}</a>
        </p>
    }
    .into_any()
}

/// Another project or enterprise project is another page; a token that has expired is not.
fn at_place(page: impl Fn(Place) -> AnyView + Send + 'static) -> AnyView {
    let session = use_session();
    let place = move || {
        session.identity().map(|identity| Place {
            project: identity.project_id.clone(),
            region: identity.region.clone(),
            enterprise_project: session.enterprise_project(),
        })
    };
    let name = derived(move || {
        let place = place();
        let name = place.map(|place| format!("{} {}", place.project, place.enterprise_project));
        name.unwrap_or_default()
    });
    live(move || {
        // Read, not only tracked: a memo that nobody has read follows nothing.
        name.with(|_| ());
        shown(untrack(place).map(&page))
    })
    .into_any()
}

/// What an error means on the page of all tasks.
fn explain(error: &ApiError) -> Option<Message> {
    match error.meaning()? {
        Meaning::WrongPath => Some(text::image_sync_tasks_not_offered()),
        Meaning::NoRight => Some(text::image_sync_tasks_no_right()),
        _ => None,
    }
}
