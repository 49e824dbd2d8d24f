//! What people here call a project.

use cloud_api::ProjectId;
use config::Place;
use leptos::prelude::*;

use crate::live::shown;

/// The alias of a project, to stand before its ID; nothing where the console's file tells none.
pub fn project_alias(place: Place, id: &ProjectId) -> AnyView {
    let alias = place.project_alias(id);
    shown(alias.map(|alias| view! { <span>{alias} " "</span> }))
}
