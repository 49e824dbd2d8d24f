//! Before permissions are cancelled: who, what remains, the typed word.

use changes::RestsOn;
use cloud_api::UserId;
use cloud_api::swr::AccessChange;
use leptos::prelude::*;

use super::grant_place::GrantPlace;
use super::people::{Person, missing, people_list};
use super::reads::{Picture, Reads};
use crate::change::confirmation::Confirmation;
use crate::change::look::Look;
use crate::change::write_dialog::{Copies, Ends, WriteDialog};
use crate::i18n::{I18n, Message, t, text, use_i18n};
use crate::live::{live, shown};
use crate::query::Query;
use crate::table::Selected;
use crate::table::cells::level::level_name_of;
use crate::ui::failure::failure_of;
use crate::ui::{ButtonKind, Icon, IconName};
use crate::work::Planned;

/// The dialog. What it says is read when it opens and once more before anything is sent: when that
/// differs, the person looks again. Those whose grant has gone meanwhile are still sent, and the
/// answer tells.
pub fn cancel_dialog(
    place: GrantPlace,
    people: Vec<Person>,
    selected: Selected,
    on_close: Callback<()>,
) -> AnyView {
    let words = use_i18n();
    let reads = Reads::begin(place.clone());
    let count = people.len();
    let confirmation = Confirmation::for_count(count);
    let is_own = people.iter().any(|person| person.is_self);
    let people = StoredValue::new(people);
    let picture = move || people.with_value(|people| reads.picture(people));
    let planned = move || people.with_value(|people| plan(reads, people));
    let failed = move || {
        let error = reads.details.and_then(Query::error);
        error.or_else(|| reads.access.error())
    };
    let above_failed = move || reads.above.and_then(Query::error);
    let content = [
        live(move || people_list(&picture().people)).into_any(),
        live(move || missing(count, picture().people.len())).into_any(),
        consequence(&place, picture, is_own),
        failure_of(text::organization_access_failed(), above_failed, None),
    ];
    WriteDialog {
        title: text::cancel_title(count as u64),
        place: Some(place.name()),
        content: content.into_any(),
        copies: Copies::Described(live(move || vec![planned()])),
        confirmation,
        kind: ButtonKind::Danger,
        action: text::cancel_count(count as u64),
        check: Box::new(|| true),
        look: Look::over(move || reads.read_again(), picture, failed),
        rests_on: RestsOn::WhatWasShown,
        not_read: text::cancel_not_checked(),
        plan: Box::new(move || Some(vec![vec![planned()]])),
        ends: Ends::WhenSent(Box::new(move |entry| {
            entry.remains.set_value(remaining(words, reads, &picture()));
            selected.clear();
        })),
        on_close,
    }
    .show()
}

fn plan(reads: Reads, people: &[Person]) -> Planned {
    let (mut users, mut names): (Vec<UserId>, _) = (Vec::new(), Vec::new());
    for person in people {
        if let Some(id) = person.id() {
            users.push(id);
            names.push(person.shown_name().to_owned());
        }
    }
    let cancel = AccessChange::Cancel(&users);
    Planned {
        mutation: reads
            .place
            .with_value(|place| place.access().mutation(cancel)),
        names,
        before: reads.before(),
    }
}

/// Through what those whose grant is cancelled may still get in, said again when it is gone.
fn remaining(words: I18n, reads: Reads, picture: &Picture) -> Vec<Message> {
    let mut remaining: Vec<Message> = Vec::new();
    if picture.is_public == Some(true) {
        remaining.push(text::consequence_public());
    }
    for person in &picture.people {
        if let Some(level) = person.through_organization {
            let level = words.say(&level_name_of(level));
            let name = person.shown_name().to_owned();
            remaining.push(text::remains_through_organization(level, name));
        }
    }
    let not_listed = reads.place.with_value(|place| {
        place.words(
            text::permissions_not_listed_organization,
            text::permissions_not_listed,
        )
    });
    remaining.push(not_listed);
    remaining
}

/// What follows, and what remains.
fn consequence(
    place: &GrantPlace,
    picture: impl Fn() -> Picture + Copy + Send + 'static,
    is_own: bool,
) -> AnyView {
    let words = use_i18n();
    let follows = place.words(
        text::consequence_cancel_organization,
        text::consequence_cancel,
    );
    let not_listed = place.words(
        text::permissions_not_listed_organization,
        text::permissions_not_listed,
    );
    let remaining = move || {
        let people = picture().people.into_iter();
        let remains: Vec<AnyView> = people
            .filter_map(|person| {
                let level = words.say(&level_name_of(person.through_organization?));
                let name = person.shown_name().to_owned();
                let message = text::consequence_through_organization(level, name);
                Some(view! { <li>{words.show(&message)}</li> }.into_any())
            })
            .collect();
        remains.into_any()
    };
    let everyone = move || {
        let is_public = picture().is_public == Some(true);
        shown(is_public.then(|| view! { <p>{t(text::consequence_public())}</p> }))
    };
    view! {
        <div id="dialog-description" class="consequence">
            <Icon name=IconName::Warning />
            <div>
                <p>{t(follows)}</p>
                {live(everyone)}
                <ul>{live(remaining)}</ul>
                {shown(is_own.then(|| view! { <p>{t(text::consequence_own())}</p> }))}
                <p>{t(not_listed)}</p>
            </div>
        </div>
    }
    .into_any()
}
