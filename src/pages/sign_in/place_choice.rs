//! Where to sign in, when the console is set up for more than one place.

use config::Place;
use leptos::prelude::*;

use crate::config::use_config;
use crate::form::Field;
use crate::i18n::text;
use crate::live::follow;
use crate::ui::{Offered, dropdown};

/// The choice of cloud and region; nothing where there is only one.
pub fn place_choice(place: RwSignal<Place>) -> AnyView {
    let places = use_config().places();
    if places.len() < 2 {
        return ().into_any();
    }
    let offered = places.iter().enumerate().map(|(number, offered)| {
        let (offered, name) = (*offered, offered.name().unwrap_or_default());
        Offered {
            value: number.to_string(),
            language: None,
            words: Box::new(move || name.clone()),
            is_selected: Box::new(move || place.get() == offered),
        }
    });
    let offered = offered.collect();
    dropdown(
        "place",
        text::sign_in_place(),
        "label",
        offered,
        move |value| {
            let number = value.parse().unwrap_or(0_usize);
            if let Some(selected) = places.get(number) {
                place.set(*selected);
            }
        },
    )
}

/// Whoever selects a region need not write it.
pub fn take_region_of(place: RwSignal<Place>, scope: Field) {
    follow(move || {
        if let Some(region) = place.get().region() {
            scope.text.set(region.to_string());
        }
    });
}
