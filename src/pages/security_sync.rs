//! Image security sync: the sync tasks of the host security service, the registries of each, and
//! starting a sync.

mod again_dialog;
mod causes;
mod choices;
mod enterprise_project;
mod failed_images;
mod grouping;
mod kept_up;
mod lists;
mod narrowing;
mod place;
mod registries;
mod registry_status;
mod registry_type;
mod remedies;
mod routes;
mod start_dialog;
mod started;
mod starting;
mod task_state;
mod tasks;

use cloud_api::TextError;
use leptos::prelude::*;
use words::text_problem::id_problem;

use crate::i18n::{t, text};
use place::at_place;

pub use enterprise_project::enterprise_project;
pub use routes::Route;

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
        <p>{t(id_problem(error))}</p>
        <p>
            <a href=Route::Tasks.to_string()>{t(text::task_back())}</a>
        </p>
    }
    .into_any()
}
