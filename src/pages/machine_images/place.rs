//! The project whose images are shown.

use cloud_api::ProjectId;
use leptos::prelude::*;

use crate::live::{derived, live, shown};
use crate::session::use_session;

/// Another project is another page; a token that has expired is not.
pub fn at_project(page: impl Fn(ProjectId) -> AnyView + Send + 'static) -> AnyView {
    let session = use_session();
    let project = derived(move || {
        let identity = session.identity();
        identity.map(|identity| identity.project_id.clone())
    });
    live(move || shown(project.get().map(|project| untrack(|| page(project))))).into_any()
}
