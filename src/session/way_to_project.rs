//! The way to the scope of another project, from a page that knows the project alone.

use cloud_api::ProjectId;
use leptos::prelude::*;

/// Leads to a project: at once where the tab holds its scope, and else by signing in for it.
#[derive(Clone, Copy)]
pub struct WayToProject(Callback<ProjectId>);

/// Makes the way known to everything below.
pub fn provide_way_to_project(lead: impl Fn(ProjectId) + Send + Sync + 'static) {
    provide_context(WayToProject(Callback::new(lead)));
}

/// The way, where the page stands in a console that somebody is signed in to.
#[must_use]
pub fn use_way_to_project() -> Option<WayToProject> {
    use_context()
}

impl WayToProject {
    /// Leads to a project.
    pub fn lead(self, project: ProjectId) {
        self.0.run(project);
    }
}
