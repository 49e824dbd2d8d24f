//! Machine images: those that a project can use, the members of each, who they are shared with, and
//! what others share.

mod accounts;
mod answer_actions;
mod answer_dialog;
mod answer_image;
mod cells;
mod choices;
mod dialogs;
mod image;
mod image_scan;
mod images;
mod lists;
mod members;
mod members_look;
mod members_scan;
mod places;
mod properties;
mod recipient;
mod recipients;
mod refused;
mod routes;
mod row;
mod share_action;
mod share_dialog;
mod shared_with_me;
mod shares;
mod sharing;
mod stop_dialog;

use cloud_api::TextError;
use leptos::prelude::*;
use words::text_problem::id_problem;

use crate::i18n::{t, text};
use crate::session::at_project;
use crate::ui::tabs::tabs;
use shares::Shares;

pub use routes::{Route, Tab};

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    dialogs::load_ahead();
    shares::load_ahead();
    match route {
        Route::Images(tab) => {
            let parts = Tab::ALL.map(|part| (Route::Images(part), part.words()));
            let content = match tab {
                Tab::All => at_project(images::page),
                Tab::Recipients => at_project(|project| shares::page(project, Shares::Recipients)),
                Tab::Received => at_project(|project| shares::page(project, Shares::Received)),
            };
            view! {
                {tabs(text::machine_images_parts(), &Route::Images(tab), parts.to_vec())}
                {content}
            }
            .into_any()
        }
        Route::Image(image) => at_project(move |project| image::page(project, image.clone())),
        Route::MalformedImage { error, .. } => malformed_image(&error),
        Route::Recipient(id) => {
            at_project(move |project| shares::page(project, Shares::Recipient(id.clone())))
        }
    }
}

/// The page of an ID that no image can have: nothing is asked.
fn malformed_image(error: &TextError) -> AnyView {
    view! {
        <p>{t(id_problem(error))}</p>
        <p>
            <a href=Route::Images(Tab::All).to_string()>{t(text::machine_image_back())}</a>
        </p>
    }
    .into_any()
}
