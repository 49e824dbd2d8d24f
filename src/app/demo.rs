//! The demo: the console over a cloud that is in the browser alone. All that it has of its own is a file of its own,
//! loaded when somebody enters it.

mod banner;
mod entry;
mod links;
mod page;
mod trials;
mod ways;

use leptos::prelude::*;
#[cfg(feature = "separate-areas")]
use leptos::wasm_split::wasm_split;

use crate::browser::demo::leave_demo;
use crate::i18n::{provide_i18n, text};
use crate::net::load_worker_ahead;
use crate::ui::arriving::{Arriving, arriving};
use crate::ui::piece::{self, Built, built};
use crate::ui::{ButtonKind, button};

#[cfg_attr(
    feature = "separate-areas",
    wasm_split(
        demo,
        wasm_split_path = ::leptos::wasm_split,
        preload(load_demo),
        fallible
    )
)]
fn demo(visit: Visit) -> Built {
    match visit {
        Visit::Now(repositories) => Ok(page::page(repositories)),
        Visit::Soon => {
            load_worker_ahead();
            Ok(().into_any())
        }
    }
}

/// What the file is wanted for.
#[derive(Clone, Copy)]
enum Visit {
    /// The page is in the demo with so many repositories.
    Now(u32),
    /// Somebody may enter it from this page.
    Soon,
}

#[cfg(not(feature = "separate-areas"))]
async fn load_demo() -> Result<(), leptos::wasm_split::SplitLoaderError> {
    Ok(())
}

/// The demo with so many repositories; while it is on the way, word of that.
pub fn demo_page(repositories: u32) -> AnyView {
    provide_i18n();
    let build = move || built(demo(Visit::Now(repositories)));
    arriving(Arriving::of(load_demo, build), alone)
}

/// Loads what the demo needs before somebody enters it.
pub fn load_ahead() {
    piece::load_ahead(async {
        load_demo().await?;
        built(demo(Visit::Soon));
        Ok(())
    });
}

/// A page of nothing but this and the way out.
fn alone(word: AnyView) -> AnyView {
    view! {
        <main id="boot" class="boot">
            {word}
            <p class="boot-actions">{button(ButtonKind::Quiet, text::demo_leave(), leave_demo)}</p>
        </main>
    }
    .into_any()
}
