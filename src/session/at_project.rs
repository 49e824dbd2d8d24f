//! Pages of whichever project is at the screen.

use cloud_api::ProjectId;
use leptos::prelude::*;

use super::use_session;
use crate::live::{derived, live, shown};

/// A page of the project. Another project is another page; a token that has expired is not.
pub fn at_project(page: impl Fn(ProjectId) -> AnyView + Send + 'static) -> AnyView {
    boxed_at_project(Box::new(page))
}

/// What shows a project.
type Page = Box<dyn Fn(ProjectId) -> AnyView + Send>;

/// The same, compiled once for all pages.
fn boxed_at_project(page: Page) -> AnyView {
    let session = use_session();
    let project = derived(move || {
        let identity = session.identity();
        identity.map(|identity| identity.project_id.clone())
    });
    live(move || shown(project.get().map(|project| untrack(|| page(project))))).into_any()
}
