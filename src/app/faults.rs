//! The page in the console's place where `config.json` is wrong: the places, and what corrects each.

use config::Fault;
use leptos::prelude::*;
use words::config_fault::correction;

use super::header::restore_appearance;
use crate::browser::program::reload;
use crate::i18n::{Message, Untrusted, provide_i18n, t, text, use_i18n};
use crate::live::{follow, live};
use crate::ui::{ButtonKind, button};

/// The page, in the browser's language or the one that was chosen here before.
pub fn faults_page(faults: Vec<Fault>) -> AnyView {
    let words = provide_i18n();
    restore_appearance(words);
    follow(move || document().set_title(&words.say(&text::config_title())));
    let rows: Vec<AnyView> = faults
        .iter()
        .map(|fault| row(&fault.place, correction(fault)))
        .collect();
    view! {
        <main id="boot" class="boot">
            <h1>{t(text::config_title())}</h1>
            <p>{t(text::config_why())}</p>
            <dl class="faults">{rows}</dl>
            <p class="boot-actions">{button(ButtonKind::Primary, text::area_reload(), reload)}</p>
        </main>
    }
    .into_any()
}

fn row(place: &str, correction: Message) -> AnyView {
    let words = use_i18n();
    let place = match place {
        "" => t(text::config_whole_file()).into_any(),
        _ => view! {
            <code>
                <Untrusted text=place.to_owned() />
            </code>
        }
        .into_any(),
    };
    view! {
        <div>
            <dt>{place}</dt>
            <dd>{live(move || words.show(&correction))}</dd>
        </div>
    }
    .into_any()
}
