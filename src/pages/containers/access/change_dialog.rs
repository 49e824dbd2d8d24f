//! Changing the level of people who have a grant on the place.

use changes::{PlannedWrite, RestsOn};
use cloud_api::Mutation;
use cloud_api::swr::{AccessLevel, AccessPerson, AccessSource, ChangeAccess, Grant, Held};
use leptos::prelude::*;
use words::level::level_name;

use super::people::{missing, people_list};
use super::reads::Reads;
use super::via::organization_link;
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Ends, WriteDialog};
use crate::i18n::{between_sentences, t, text};
use crate::live::{live, on, shown};
use crate::ui::ButtonKind;

/// The dialog. The people are read once more before anything is sent: when one of them has another
/// level than was shown, the person looks again, and an undo brings back what is there by then. Who
/// has access through the organization alone is named apart: that level is another page's. `level` is
/// chosen at first.
pub fn change_dialog(
    page: Reads,
    chosen: Vec<AccessPerson>,
    level: AccessLevel,
    on_close: Callback<()>,
) -> AnyView {
    let all = chosen.len();
    let is_direct = |person: &AccessPerson| person.can_lose(AccessSource::Direct);
    let people: Vec<AccessPerson> = chosen.into_iter().filter(is_direct).collect();
    let count = people.len();
    let elsewhere = elsewhere(page, all - count);
    let level = RwSignal::new(level);
    let confirmation = Confirmation::for_count(count);
    let is_own = people.iter().any(|person| person.is_caller);
    let people = StoredValue::new(people);
    let picture = move || people.with_value(|people| page.picture(people).people);
    let planned = move |level| people.with_value(|people| plan(page, people, level));
    let asked = StoredValue::new(level.get_untracked());
    let problem = RwSignal::new(false);
    let nobody = move || {
        let words = || view! { <p class="field-error">{t(text::access_change_nobody())}</p> };
        shown(problem.get().then(words))
    };
    let content = view! {
        {live(move || people_list(&picture()))}
        {live(move || missing(count, picture().len()))}
        {elsewhere}
        <div role="alert">{live(nobody)}</div>
        {level_choice(level)}
        {live(move || higher(page, &picture(), level.get()))}
        <div id="dialog-description" class="consequence">
            <p>{t(text::consequence_change())}</p>
            {shown(is_own.then(|| view! { <p>{t(text::consequence_own())}</p> }))}
        </div>
    };
    WriteDialog {
        title: text::access_change_people(count as u64),
        place: Some(page.place.with_value(ToString::to_string)),
        content: content.into_any(),
        copies: Copies::Described(live(move || planned(level.get()).into_iter().collect())),
        confirmation,
        kind: ButtonKind::Primary,
        action: text::access_change_people(count as u64),
        check: Box::new(move || {
            asked.set_value(level.get());
            problem.set(count == 0);
            count > 0
        }),
        look: Look::over(
            move || page.read_again(),
            picture,
            move || page.access.error(),
        ),
        rests_on: RestsOn::WhatWasShown,
        not_read: text::change_not_checked(),
        plan: Box::new(move || Some(vec![vec![planned(asked.get_value())?]])),
        ends: Ends::when_sent(),
        on_close,
    }
    .show()
}

/// How many of the chosen have access through the organization alone, and where their level is.
fn elsewhere(page: Reads, count: usize) -> AnyView {
    shown((count > 0).then(|| {
        page.place.with_value(|place| {
            let organization = AccessSource::Organization.place(place).to_string();
            let words = text::access_change_elsewhere(count as u64, organization);
            view! { <p>{t(words)} {between_sentences()} {organization_link(place)}</p> }
        })
    }))
}

/// How many of the people keep a higher level through the organization, whatever is chosen here.
fn higher(page: Reads, people: &[AccessPerson], level: AccessLevel) -> AnyView {
    let keeps = |person: &&AccessPerson| match person.held(AccessSource::Organization) {
        Held::Grant { auth, .. } => auth.is_some_and(|auth| auth > level.number()),
        Held::Nothing | Held::NotRead => false,
    };
    let count = people.iter().filter(keeps).count() as u64;
    shown((count > 0).then(|| {
        page.place.with_value(|place| {
            let organization = AccessSource::Organization.place(place).to_string();
            view! { <p>{t(text::access_change_higher(count, organization))}</p> }
        })
    }))
}

fn plan(page: Reads, people: &[AccessPerson], level: AccessLevel) -> Option<PlannedWrite> {
    let (grants, names): (Vec<Grant>, Vec<String>) = people
        .iter()
        .filter_map(|person| {
            let grant = Grant::new(person.id()?, Some(&person.user_name), level);
            Some((grant, person.shown_name().to_owned()))
        })
        .unzip();
    (!grants.is_empty()).then(|| PlannedWrite {
        mutation: Mutation::ChangeAccess(ChangeAccess {
            place: page.place.get_value(),
            grants,
        }),
        names,
        before: page.before(AccessSource::Direct),
    })
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
