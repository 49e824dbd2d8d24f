//! The first page after signing in: who can get images, where copies go, what needs attention, what was
//! changed; and the lists behind its numbers.

mod attention;
mod changed;
mod columns;
mod copies;
mod export;
mod first;
mod head;
mod known;
mod list;
mod look;
mod reading;
mod routes;
mod rows;
mod who;

use leptos::prelude::*;

use crate::session::use_session;
use reading::Reading;

pub use routes::Route;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    let identity = untrack(|| use_session().identity());
    let Some(place) = identity.map(|identity| identity.place) else {
        return ().into_any();
    };
    match (route, Reading::at(place)) {
        (Route::List(list), Some(reading)) => list::page(reading, list),
        (Route::Overview | Route::List(_), reading) => look::page(place, reading),
    }
}
