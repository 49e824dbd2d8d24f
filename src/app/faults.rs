//! The page in the console's place where `config.json` is wrong: the places, and what corrects each.

use config::Fault;
use leptos::prelude::*;
use words::config_fault::{correction, place};

use super::header::restore_appearance;
use crate::browser::program::reload;
use crate::browser::tab_title::name_tab;
use crate::i18n::{provide_i18n, t, text};
use crate::live::follow;
use crate::ui::failure::failure_box;
use crate::ui::{ButtonKind, button, provide_announcements};

/// The page, in the browser's language or the one that was chosen here before.
pub fn faults_page(faults: &[Fault]) -> AnyView {
    let words = provide_i18n();
    provide_announcements();
    restore_appearance(words);
    follow(move || name_tab(&words.say(&text::config_title())));
    let told: Vec<AnyView> = faults
        .iter()
        .map(|fault| failure_box(place(fault), correction(fault), None, None))
        .collect();
    view! {
        <main id="boot" class="boot">
            <h1>{t(text::config_title())}</h1>
            <p>{t(text::config_why())}</p>
            {told}
            <p class="boot-actions">{button(ButtonKind::Primary, text::area_reload(), reload)}</p>
        </main>
    }
    .into_any()
}
