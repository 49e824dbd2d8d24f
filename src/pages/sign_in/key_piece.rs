//! The form for an access key, and all that signs, are a file of their own, loaded when its tab is
//! selected: most people sign in in another way.

use leptos::prelude::*;
#[cfg(feature = "separate-areas")]
use leptos::wasm_split::wasm_split;

use super::key_form::key_form;
use crate::ui::piece::{Built, built, dialog_of_piece};

#[cfg_attr(
    feature = "separate-areas",
    wasm_split(
        sign_in_with_key,
        wasm_split_path = ::leptos::wasm_split,
        preload(load_sign_in_with_key),
        fallible
    )
)]
fn sign_in_with_key() -> Built {
    Ok(key_form())
}

#[cfg(not(feature = "separate-areas"))]
async fn load_sign_in_with_key() -> Result<(), leptos::wasm_split::SplitLoaderError> {
    Ok(())
}

/// The form, once it is here; `on_failure` runs where it does not arrive.
pub fn form_of_piece(on_failure: Callback<()>) -> AnyView {
    let build = move || built(sign_in_with_key());
    dialog_of_piece(load_sign_in_with_key(), build, on_failure)
}
