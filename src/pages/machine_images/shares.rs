//! The pages about shares: who holds images of the project, and what others share with it. They are a
//! file of their own, loaded while a page is looked at from which they open.

use cloud_api::ProjectId;
use cloud_api::ims::RecipientId;
use leptos::prelude::*;
#[cfg(feature = "separate-areas")]
use leptos::wasm_split::wasm_split;

use super::{recipient, recipients, shared_with_me};
use crate::ui::piece::{self, Built, built, page_of_piece};

/// A page about shares.
#[derive(Clone)]
pub enum Shares {
    /// Everybody who holds images of the project.
    Recipients,
    /// One of them, with the images.
    Recipient(RecipientId),
    /// What others share with the project.
    Received,
}

#[cfg_attr(
    feature = "separate-areas",
    wasm_split(
        machine_images_shares,
        wasm_split_path = ::leptos::wasm_split,
        preload(load_machine_images_shares),
        fallible
    )
)]
fn machine_images_shares(project: ProjectId, page: Shares) -> Built {
    Ok(match page {
        Shares::Recipients => recipients::page(project),
        Shares::Recipient(id) => recipient::page(project, id),
        Shares::Received => shared_with_me::page(project),
    })
}

#[cfg(not(feature = "separate-areas"))]
async fn load_machine_images_shares() -> Result<(), leptos::wasm_split::SplitLoaderError> {
    Ok(())
}

/// The page.
pub fn page(project: ProjectId, page: Shares) -> AnyView {
    let build = move || untrack(|| built(machine_images_shares(project.clone(), page.clone())));
    page_of_piece(load_machine_images_shares, build)
}

/// Loads them before one is opened.
pub fn load_ahead() {
    piece::load_ahead(load_machine_images_shares());
}
