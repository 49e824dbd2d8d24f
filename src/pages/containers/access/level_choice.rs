//! The level of a person as a control in the table: choosing another opens the dialog that changes it.

use cloud_api::swr::{AccessLevel, AccessPerson, AccessSource, Protected};
use leptos::prelude::*;
use words::level::level_name_of;

use crate::i18n::{Message, text};
use crate::table::Choice;
use crate::table::cells::level::LevelMeter;

/// The choice of a level; `wanted` hears of another one. Only what a person has on the place itself is
/// changed here.
pub fn level_choice(wanted: Callback<(AccessPerson, AccessLevel)>) -> Choice<AccessPerson> {
    Choice {
        face: |person| view! { <LevelMeter number=person.effective() /> }.into_any(),
        label: |person| {
            let level = level_name_of(person.effective());
            text::access_level_of(level, person.shown_name().to_owned())
        },
        options: || AccessLevel::ALL.into_iter().map(option).collect(),
        current: |person| {
            let level = person.effective()?;
            AccessLevel::ALL
                .into_iter()
                .position(|this| this.number() == level)
        },
        refusal: Box::new(why_not_changed),
        choose: Box::new(move |person, number| {
            if let Some(level) = AccessLevel::ALL.get(number) {
                wanted.run((person.clone(), *level));
            }
        }),
    }
}

fn option(level: AccessLevel) -> AnyView {
    view! { <LevelMeter number=Some(level.number()) /> }.into_any()
}

fn why_not_changed(person: &AccessPerson) -> Option<Message> {
    if person.can_lose(AccessSource::Direct) {
        return None;
    }
    let is_elsewhere = person.can_lose(AccessSource::Organization);
    Some(match is_elsewhere {
        true => text::access_level_elsewhere(),
        false => why_kept(person),
    })
}

/// Why nothing can be changed or taken away, of somebody of whom that is so.
pub fn why_kept(person: &AccessPerson) -> Message {
    match person.protection() {
        Some(Protected::Creator) => text::permissions_kept_creator(),
        Some(Protected::Oneself) => text::permissions_kept_own(),
        None => text::table_unnameable(),
    }
}
