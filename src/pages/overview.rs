//! The first page after signing in: who can get images, where copies go, what needs attention, what was
//! changed; and the lists behind its numbers.

mod attention;
mod changed;
mod columns;
mod copies;
mod counted;
mod export;
mod first;
mod former;
mod head;
mod known;
mod list;
mod look;
mod reading;
mod routes;
mod rows;
mod who;

use leptos::prelude::*;
#[cfg(feature = "separate-areas")]
use leptos::wasm_split::wasm_split;

use crate::session::use_session;
use crate::ui::piece::{Built, built, page_of_piece};
use reading::Reading;
use routes::List;

pub use routes::Route;

#[cfg_attr(
    feature = "separate-areas",
    wasm_split(
        overview_list,
        wasm_split_path = ::leptos::wasm_split,
        preload(load_overview_list),
        fallible
    )
)]
fn overview_list(reading: Reading, list: List) -> Built {
    Ok(list::page(reading, list))
}

#[cfg(not(feature = "separate-areas"))]
async fn load_overview_list() -> Result<(), leptos::wasm_split::SplitLoaderError> {
    Ok(())
}

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    let identity = untrack(|| use_session().identity());
    let Some(place) = identity.map(|identity| identity.place) else {
        return ().into_any();
    };
    match (route, Reading::at(place)) {
        (Route::List(list), Some(reading)) => page_of_piece(load_overview_list, move || {
            built(overview_list(reading, list.clone()))
        }),
        (Route::Overview | Route::List(_), reading) => look::page(place, reading),
    }
}
