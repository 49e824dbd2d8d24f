//! The forms for a password and for an access key, and all that makes tokens and signs, are a file of
//! their own, loaded when their tab is selected: most people paste a token.

use config::Place;
use leptos::prelude::*;
#[cfg(feature = "separate-areas")]
use leptos::wasm_split::wasm_split;

use super::key_form::key_form;
use super::password_form::PasswordForm;
use crate::ui::piece::{Built, built, page_of_piece};

/// What a person signs in with who has no token.
#[derive(Clone, Copy)]
pub enum OtherWay {
    /// A password.
    Password,
    /// An access key.
    Key,
}

#[cfg_attr(
    feature = "separate-areas",
    wasm_split(
        sign_in_other_ways,
        wasm_split_path = ::leptos::wasm_split,
        preload(load_sign_in_other_ways),
        fallible
    )
)]
fn sign_in_other_ways(way: OtherWay, place: RwSignal<Place>) -> Built {
    Ok(match way {
        OtherWay::Password => view! { <PasswordForm place /> }.into_any(),
        OtherWay::Key => key_form(place),
    })
}

#[cfg(not(feature = "separate-areas"))]
async fn load_sign_in_other_ways() -> Result<(), leptos::wasm_split::SplitLoaderError> {
    Ok(())
}

/// The form for a place, once it is here; in its place why it is not, where it does not arrive.
pub fn other_way(way: OtherWay, place: RwSignal<Place>) -> AnyView {
    let build = move || built(sign_in_other_ways(way, place));
    page_of_piece(load_sign_in_other_ways, build)
}
