//! Where to sign in, when the console is set up for more than one place.

use config::Place;
use leptos::prelude::*;

use crate::config::use_config;
use crate::i18n::{t, text};
use crate::live::{live, on, shown};

/// The choice of cloud and region; nothing where there is only one.
pub fn place_choice(place: RwSignal<Place>) -> AnyView {
    let places = use_config().places();
    let options: Vec<AnyView> = places
        .iter()
        .enumerate()
        .map(|(number, offered)| {
            let offered = *offered;
            view! {
                <option
                    value=number.to_string()
                    selected=live(move || place.get() == offered)
                >
                    {offered.name()}
                </option>
            }
            .into_any()
        })
        .collect();
    let is_choice = options.len() > 1;
    let choose = move |event: web_sys::Event| {
        let number: Option<usize> = event_target_value(&event).parse().ok();
        if let Some(chosen) = number.and_then(|number| places.get(number)) {
            place.set(*chosen);
        }
    };
    shown(is_choice.then(|| {
        view! {
            <div class="field">
                <label for="place">{t(text::sign_in_place())}</label>
                <select id="place" class="input" on:change=on(choose)>
                    {options}
                </select>
            </div>
        }
    }))
}
