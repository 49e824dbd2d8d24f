//! What the demo has in the place of the sign-in.

use leptos::prelude::*;

use crate::session::Session;

/// What is different where nobody signs in.
#[derive(Clone, Copy)]
pub struct Surroundings {
    /// Signs somebody in without asking: at the start, and when a sign-in has ended.
    pub go_on: Callback<Session>,
    /// What is shown while nobody is signed in.
    pub signed_out: Callback<(), AnyView>,
    /// What stands above every page.
    pub above: Callback<(), AnyView>,
}

/// What stands above every page; nothing outside of the demo.
pub fn above_page() -> AnyView {
    match use_context::<Surroundings>() {
        Some(surroundings) => surroundings.above.run(()),
        None => ().into_any(),
    }
}
