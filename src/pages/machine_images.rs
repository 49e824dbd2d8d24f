//! Machine images: those that a project can use, and the members of each.

mod cells;
mod choices;
mod image;
mod images;
mod lists;
mod members;
mod place;
mod properties;
mod routes;
mod row;

use cloud_api::TextError;
use leptos::prelude::*;
use words::text_problem::id_problem;

use crate::i18n::{t, text};
use place::at_project;

pub use routes::Route;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Images => at_project(images::page),
        Route::Image(image) => at_project(move |project| image::page(project, image.clone())),
        Route::MalformedImage { error, .. } => malformed_image(&error),
    }
}

/// The page of an ID that no image can have: nothing is asked.
fn malformed_image(error: &TextError) -> AnyView {
    view! {
        <p>{t(id_problem(error))}</p>
        <p>
            <a href=Route::Images.to_string()>{t(text::machine_image_back())}</a>
        </p>
    }
    .into_any()
}
