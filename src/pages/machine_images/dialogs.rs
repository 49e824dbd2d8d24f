//! The dialogs of machine images. They are a file of their own, loaded while a page is looked at from
//! which they open.

use leptos::prelude::*;
#[cfg(feature = "separate-areas")]
use leptos::wasm_split::wasm_split;

use super::answer_dialog::{Answer, answer_dialog};
use super::share_dialog::{ShareImages, share_dialog};
use super::stop_dialog::{StopSharing, stop_dialog};
use crate::table::Selected;
use crate::ui::piece::{self, Built, built, dialog_of_piece};

/// What a person wants to do.
pub enum Asked {
    /// Stop sharing; what was selected for it is cleared once that is sent.
    Stop(StopSharing, Selected),
    /// Accept or reject; the callback runs once that is on its way.
    Answer(Answer, Callback<()>),
    /// Share; the callback runs once that is on its way.
    Share(ShareImages, Callback<()>),
}

#[cfg_attr(
    feature = "separate-areas",
    wasm_split(
        machine_images_dialogs,
        wasm_split_path = ::leptos::wasm_split,
        preload(load_machine_images_dialogs),
        fallible
    )
)]
fn machine_images_dialogs(asked: Asked, on_close: Callback<()>) -> Built {
    Ok(match asked {
        Asked::Stop(stop, selected) => stop_dialog(stop, selected, on_close),
        Asked::Answer(answer, on_sent) => answer_dialog(answer, on_sent, on_close),
        Asked::Share(share, on_sent) => share_dialog(share, on_sent, on_close),
    })
}

#[cfg(not(feature = "separate-areas"))]
async fn load_machine_images_dialogs() -> Result<(), leptos::wasm_split::SplitLoaderError> {
    Ok(())
}

/// The dialog that asks about it.
pub fn dialog_about(asked: Asked, on_close: Callback<()>) -> AnyView {
    let build = move || built(machine_images_dialogs(asked, on_close));
    dialog_of_piece(load_machine_images_dialogs(), build, on_close)
}

/// Loads them before one is opened.
pub fn load_ahead() {
    piece::load_ahead(load_machine_images_dialogs());
}
