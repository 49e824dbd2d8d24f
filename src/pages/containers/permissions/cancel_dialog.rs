//! Before permissions are cancelled: who, what remains, the typed word.

use changes::{PlannedWrite, Remaining, RestsOn};
use cloud_api::swr::{AccessPlace, RemoveAccess};
use cloud_api::{Mutation, UserId};
use leptos::prelude::*;
use words::level::level_name_of;

use super::people::{Person, missing, people_list};
use super::place_words::words_for;
use super::reads::{Picture, Reads};
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Ends, WriteDialog};
use crate::i18n::{t, text, use_i18n};
use crate::live::{live, shown};
use crate::query::Query;
use crate::table::Selected;
use crate::ui::failure::failure_of;
use crate::ui::{ButtonKind, Icon, IconName};

/// The dialog. What it says is read when it opens and once more before anything is sent: when that
/// differs, the person looks again. Those whose grant has gone meanwhile are still sent, and the
/// answer tells.
pub fn cancel_dialog(
    place: AccessPlace,
    people: Vec<Person>,
    selected: Selected,
    on_close: Callback<()>,
) -> AnyView {
    let reads = Reads::begin(place.clone()).with_shared_accounts();
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
    let shared_failed = move || reads.shared.and_then(Query::error);
    let content = [
        live(move || people_list(&picture().people)).into_any(),
        live(move || missing(count, picture().people.len())).into_any(),
        consequence(&place, picture, is_own),
        failure_of(text::organization_access_failed(), above_failed, None),
        failure_of(text::remains_shared_accounts_failed(), shared_failed, None),
    ];
    WriteDialog {
        title: text::cancel_title(count as u64),
        place: Some(place.to_string()),
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
            let remains = remaining(reads, &picture());
            entry.record.update(|record| record.remains = remains);
            selected.clear();
        })),
        on_close,
    }
    .show()
}

fn plan(reads: Reads, people: &[Person]) -> PlannedWrite {
    let (mut users, mut names): (Vec<UserId>, _) = (Vec::new(), Vec::new());
    for person in people {
        if let Some(id) = person.id() {
            users.push(id);
            names.push(person.shown_name().to_owned());
        }
    }
    PlannedWrite {
        mutation: Mutation::RemoveAccess(RemoveAccess {
            place: reads.place.get_value(),
            users,
        }),
        names,
        before: reads.before(),
    }
}

/// Through what those whose grant is cancelled may still get in, said again when it is gone.
fn remaining(reads: Reads, picture: &Picture) -> Vec<Remaining> {
    let mut remaining = Vec::new();
    if picture.is_public == Some(true) {
        remaining.push(Remaining::Everyone);
    }
    for person in &picture.people {
        if let Some(level) = person.through_organization {
            let name = person.shown_name().to_owned();
            remaining.push(Remaining::ThroughOrganization { name, level });
        }
    }
    let accounts = picture.shared_accounts.iter().cloned();
    remaining.extend(accounts.map(|account| Remaining::SharedAccount { account }));
    remaining.push(reads.place.with_value(|place| match place {
        AccessPlace::Organization(_) => Remaining::NotListedOfOrganization,
        AccessPlace::Repository(_) => Remaining::NotListedOfRepository,
    }));
    remaining
}

/// What follows, and what remains.
fn consequence(
    place: &AccessPlace,
    picture: impl Fn() -> Picture + Copy + Send + 'static,
    is_own: bool,
) -> AnyView {
    let words = use_i18n();
    let follows = words_for(
        place,
        text::consequence_cancel_organization,
        text::consequence_cancel,
    );
    let not_listed = words_for(
        place,
        text::permissions_not_listed_organization,
        text::permissions_not_listed,
    );
    let remaining = move || {
        let picture = picture();
        let people = picture.people.iter().filter_map(|person| {
            let level = level_name_of(person.through_organization?);
            let name = person.shown_name().to_owned();
            Some(text::consequence_through_organization(level, name))
        });
        let accounts = picture.shared_accounts.iter();
        let accounts = accounts.map(|account| text::remains_shared_account(account.clone()));
        let remains: Vec<AnyView> = people
            .chain(accounts)
            .map(|message| view! { <li>{words.show(&message)}</li> }.into_any())
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
