//! Where everything about image security sync is asked.

use cloud_api::hss::EnterpriseProject;
use cloud_api::{ProjectId, RegionId};
use leptos::prelude::*;

use crate::live::{derived, live, shown};
use crate::session::use_session;

/// A project, and the enterprise projects in it.
#[derive(Clone, Debug)]
pub struct Place {
    /// The project.
    pub project: ProjectId,
    /// Its region.
    pub region: RegionId,
    /// Which enterprise projects.
    pub enterprise_project: EnterpriseProject,
}

/// Another project or enterprise project is another page; a token that has expired is not.
pub fn at_place(page: impl Fn(Place) -> AnyView + Send + 'static) -> AnyView {
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
