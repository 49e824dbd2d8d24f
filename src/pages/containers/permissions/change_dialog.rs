//! Changing the level of people who have a grant.

use changes::{PlannedWrite, RestsOn};
use cloud_api::Mutation;
use cloud_api::swr::{AccessLevel, ChangeAccess, Grant};
use leptos::prelude::*;
use words::level::level_name;

use super::people::{Person, missing, people_list};
use super::reads::Reads;
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Ends, WriteDialog};
use crate::i18n::{t, text};
use crate::live::{live, on, shown};
use crate::ui::ButtonKind;

/// The dialog. The people are read once more before anything is sent: when one of them has another
/// level than was shown, the person looks again, and an undo brings back what is there by then.
pub fn change_dialog(page: Reads, people: Vec<Person>, on_close: Callback<()>) -> AnyView {
    let count = people.len();
    let level = RwSignal::new(AccessLevel::Read);
    let confirmation = Confirmation::for_count(count);
    let is_own = people.iter().any(|person| person.is_self);
    let people = StoredValue::new(people);
    let picture = move || people.with_value(|people| page.picture(people).people);
    let planned = move |level| people.with_value(|people| plan(page, people, level));
    let asked = StoredValue::new(AccessLevel::Read);
    let content = view! {
        {live(move || people_list(&picture()))}
        {live(move || missing(count, picture().len()))}
        {level_choice(level)}
        <div id="dialog-description" class="consequence">
            <p>{t(text::consequence_change())}</p>
            {shown(is_own.then(|| view! { <p>{t(text::consequence_own())}</p> }))}
        </div>
    };
    WriteDialog {
        title: text::change_title(count as u64),
        place: Some(page.place.with_value(ToString::to_string)),
        content: content.into_any(),
        copies: Copies::Described(live(move || vec![planned(level.get())])),
        confirmation,
        kind: ButtonKind::Primary,
        action: text::change_count(count as u64),
        check: Box::new(move || {
            asked.set_value(level.get());
            true
        }),
        look: Look::over(
            move || page.read_again(),
            picture,
            move || page.access.error(),
        ),
        rests_on: RestsOn::WhatWasShown,
        not_read: text::change_not_checked(),
        plan: Box::new(move || Some(vec![vec![planned(asked.get_value())]])),
        ends: Ends::when_sent(),
        on_close,
    }
    .show()
}

fn plan(page: Reads, people: &[Person], level: AccessLevel) -> PlannedWrite {
    let (mut grants, mut names) = (Vec::new(), Vec::new());
    for person in people {
        if let Some(id) = person.id() {
            grants.push(Grant::new(id, Some(&person.user_name), level));
            names.push(person.shown_name().to_owned());
        }
    }
    PlannedWrite {
        mutation: Mutation::ChangeAccess(ChangeAccess {
            place: page.place.get_value(),
            grants,
        }),
        names,
        before: page.before(),
    }
}

/// The levels, as a choice.
pub fn level_choice(level: RwSignal<AccessLevel>) -> AnyView {
    let options: Vec<AnyView> = AccessLevel::ALL
        .into_iter()
        .map(|this| {
            view! {
                <option
                    value=this.number().to_string()
                    selected=live(move || level.get() == this)
                >
                    {t(level_name(this))}
                </option>
            }
            .into_any()
        })
        .collect();
    let choose = move |event: leptos::ev::Event| {
        let number = event_target_value(&event).parse::<i64>().ok();
        if let Some(chosen) = number.and_then(|number| AccessLevel::try_from(number).ok()) {
            level.set(chosen);
        }
    };
    view! {
        <div class="field">
            <label for="level">{t(text::permissions_level())}</label>
            <select id="level" class="input" on:change=on(choose)>
                {options}
            </select>
        </div>
    }
    .into_any()
}
