//! What stands around the pages of whoever is signed in. It is a file of its own, loaded while the
//! sign-in form is filled in.

use leptos::prelude::*;
#[cfg(feature = "separate-areas")]
use leptos::wasm_split::wasm_split;

use super::areas::{Route, restore_form};
use super::header::{appearance, top_bar, top_bar_of_session};
use super::idle::is_over_already;
use super::navigation::side_navigation;
use super::new_version::new_version_banner;
use super::over_page::over_page;
use super::page::page;
use super::regions::follow_f6;
use super::sign_out::{provide_signing_out, sign_out_at_once, sign_out_question};
use super::surroundings::above_page;
use super::switching::{provide_switching, switching_question};
use super::wrong_clock::wrong_clock_banner;
use crate::change::restorable::{provide_restoring, restore_dialog};
use crate::session::session_of_console;
use crate::ui::arriving::{Arriving, arriving};
use crate::ui::piece::{self, Built, built};

#[cfg_attr(
    feature = "separate-areas",
    wasm_split(
        signed_in,
        wasm_split_path = ::leptos::wasm_split,
        preload(load_signed_in),
        fallible
    )
)]
fn signed_in(route: Memo<Route>) -> Built {
    if untrack(|| session_of_console().identity()).is_none() {
        return Ok(without_session(route));
    }
    if is_over_already() {
        return Ok(().into_any());
    }
    provide_signing_out();
    provide_switching();
    provide_restoring();
    follow_f6();
    let view = view! {
        {top_bar_of_session(route)}
        <div class="frame">
            {side_navigation(route)} <div class="content">
                {above_page()} {over_page()} <div class="over-page">{wrong_clock_banner()}{new_version_banner()}</div>
                {page(route)}
            </div>
        </div>
        {sign_out_question()}
        {switching_question()}
        {restore_dialog(restore_form)}
    };
    Ok(view.into_any())
}

#[cfg(not(feature = "separate-areas"))]
async fn load_signed_in() -> Result<(), leptos::wasm_split::SplitLoaderError> {
    Ok(())
}

/// The top bar, the navigation and the page; while they are on the way, word of that.
pub fn signed_in_or_word(route: Memo<Route>) -> AnyView {
    let build = move || built(signed_in(route));
    build().unwrap_or_else(|| {
        // What is asked for next.
        if let Some(area) = route.with_untracked(Route::area) {
            area.load_ahead();
        }
        arriving(Arriving::of(load_signed_in, build), alone)
    })
}

/// A page that needs nobody to be signed in.
fn without_session(route: Memo<Route>) -> AnyView {
    view! {
        {top_bar((), appearance())}
        <div class="frame">
            <div class="content">{wrong_clock_banner()} {page(route)}</div>
        </div>
    }
    .into_any()
}

/// A page of nothing but this and the way out.
fn alone(word: AnyView) -> AnyView {
    let way_out = view! { <div class="preferences">{sign_out_at_once()}</div> };
    view! {
        {top_bar((), way_out)}
        <div class="frame">
            <div class="content">
                <main id="main" class="page" tabindex="-1">
                    {word}
                </main>
            </div>
        </div>
    }
    .into_any()
}

/// Loads it before somebody is signed in.
pub fn load_ahead() {
    piece::load_ahead(load_signed_in());
}
