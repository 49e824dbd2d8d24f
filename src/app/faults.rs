//! The page in the console's place where `config.json` is wrong: the places, and what corrects each. Few people ever see
//! it, so that what is told of the faults is a file of its own.

use config::Fault;
use leptos::prelude::*;
#[cfg(feature = "separate-areas")]
use leptos::wasm_split::wasm_split;
use words::config_fault::{correction, place};

use super::header::restore_appearance;
use crate::browser::program::reload;
use crate::browser::tab_title::name_tab;
use crate::i18n::{provide_i18n, t, text};
use crate::live::follow;
use crate::ui::failure::failure_box;
use crate::ui::piece::{Built, built, page_of_piece};
use crate::ui::{ButtonKind, button, provide_announcements};

#[cfg_attr(
    feature = "separate-areas",
    wasm_split(
        config_faults,
        wasm_split_path = ::leptos::wasm_split,
        preload(load_config_faults),
        fallible
    )
)]
fn config_faults(faults: Vec<Fault>) -> Built {
    let told = faults.iter();
    let told = told.map(|fault| failure_box(place(fault), correction(fault), None, None));
    Ok(told.collect_view().into_any())
}

#[cfg(not(feature = "separate-areas"))]
async fn load_config_faults() -> Result<(), leptos::wasm_split::SplitLoaderError> {
    Ok(())
}

/// The page, in the browser's language or the one that was chosen here before.
pub fn faults_page(faults: &[Fault]) -> AnyView {
    let words = provide_i18n();
    provide_announcements();
    restore_appearance(words);
    follow(move || name_tab(&words.say(&text::config_title())));
    let faults = faults.to_vec();
    let told = move || built(config_faults(faults.clone()));
    view! {
        <main id="boot" class="boot">
            <h1>{t(text::config_title())}</h1>
            <p>{t(text::config_why())}</p>
            {page_of_piece(load_config_faults, told)}
            <p class="boot-actions">{button(ButtonKind::Primary, text::area_reload(), reload)}</p>
        </main>
    }
    .into_any()
}
