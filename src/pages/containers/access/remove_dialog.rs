//! Before access is removed: from whom, at which source, what remains, the typed word.

use changes::{PlannedWrite, Remaining, RestsOn};
use cloud_api::Mutation;
use cloud_api::swr::{
    AccessPerson, AccessPlace, AccessSource, Afterwards, ListOrganizations, RemoveAccess,
    Visibility,
};
use leptos::prelude::*;

use super::people::missing;
use super::place_words::words_for;
use super::reads::{Picture, Reads};
use super::sources::{Ticks, losing, source_list};
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Ends, WriteDialog};
use crate::i18n::{t, text, use_i18n};
use crate::live::{derived, follow, live, shown};
use crate::query::{Query, use_query};
use crate::table::Selected;
use crate::ui::failure::failure_of;
use crate::ui::{ButtonKind, Icon, IconName};

/// The dialog. What it says is read when it opens and once more before anything is sent: when that
/// differs, the person looks again. Nobody is sent who is not listed.
pub fn remove_dialog(
    place: AccessPlace,
    people: Vec<AccessPerson>,
    selected: Selected,
    on_close: Callback<()>,
) -> AnyView {
    let reads = Reads::begin(place.clone());
    let organization = match AccessSource::Organization.place(&place) {
        AccessPlace::Organization(organization) if reads.above.is_some() => {
            // The only list that counts the repositories.
            Some(use_query(ListOrganizations {
                visibility: Visibility::Granted,
                name: Some(organization),
            }))
        }
        _ => None,
    };
    let count = people.len();
    let ticks = Ticks::direct_of(&people);
    let is_whole_organization = matches!(place, AccessPlace::Organization(_));
    let confirmation = Confirmation::for_count(count);
    let people = StoredValue::new(people);
    let picture = move || people.with_value(|people| reads.picture(people));
    let planned = move || plan(reads, &picture().people, ticks);
    // A tick leaves the lines as they are, and with them the focus.
    let drawn = derived(move || Drawn(picture()));
    let losing = move || drawn.with(|it| ticks.people(&it.0.people));
    follow(move || {
        let covers_more = is_whole_organization || ticks.has_organization();
        confirmation.require_when(losing() > 1 || covers_more);
    });
    let failed = move || {
        let error = reads.details.and_then(Query::error);
        let error = error.or_else(|| reads.access.error());
        let above = || reads.error_of(AccessSource::Organization);
        error.or_else(|| ticks.has_organization().then(above).flatten())
    };
    let above_failed = move || reads.error_of(AccessSource::Organization);
    let shared_failed = move || reads.shared.and_then(Query::error);
    let problem = RwSignal::new(false);
    follow(move || {
        if losing() > 0 {
            problem.set(false);
        }
    });
    let needed = move || {
        let words = || view! { <p class="field-error">{t(text::access_remove_needed())}</p> };
        shown(problem.get().then(words))
    };
    let of_list = place.clone();
    let content = [
        live(move || drawn.with(|it| source_list(&of_list, &it.0.people, ticks, organization)))
            .into_any(),
        view! { <div role="alert">{live(needed)}</div> }.into_any(),
        live(move || missing(count, drawn.with(|it| it.0.people.len()))).into_any(),
        consequence(&place, drawn, ticks),
        failure_of(text::organization_access_failed(), above_failed, None),
        failure_of(text::remains_shared_accounts_failed(), shared_failed, None),
    ];
    let action = move || match losing() {
        0 => text::access_remove(),
        people => text::access_remove_people(people as u64),
    };
    WriteDialog {
        title: text::access_remove_people(count as u64),
        place: Some(place.to_string()),
        content: content.into_any(),
        copies: Copies::Described(live(planned)),
        confirmation,
        kind: ButtonKind::Danger,
        action: text::access_remove(),
        check: Box::new(move || {
            let has_any = untrack(losing) > 0;
            problem.set(!has_any);
            has_any
        }),
        look: Look::over(move || reads.read_again(), picture, failed),
        rests_on: RestsOn::WhatWasShown,
        not_read: text::cancel_not_checked(),
        plan: Box::new(move || {
            let planned = planned();
            (!planned.is_empty()).then(|| vec![planned])
        }),
        ends: Ends::WhenSent(Box::new(move |entry| {
            let remains = remaining(reads, &picture(), ticks);
            entry.record.update(|record| record.remains = remains);
            selected.clear_acted_on();
        })),
        on_close,
    }
    .show_following(live(action), live(action))
}

/// What the dialog draws; another picture is drawn anew.
#[derive(Clone, PartialEq)]
struct Drawn(Picture);

/// One write for each place at which something is ticked.
fn plan(reads: Reads, people: &[AccessPerson], ticks: Ticks) -> Vec<PlannedWrite> {
    let place = reads.place.get_value();
    let at = |source: AccessSource| {
        let (users, names): (Vec<_>, Vec<_>) = losing(people, ticks, source)
            .into_values()
            .filter_map(|person| Some((person.id()?, person.shown_name().to_owned())))
            .unzip();
        (!users.is_empty()).then(|| PlannedWrite {
            mutation: Mutation::RemoveAccess(RemoveAccess {
                place: source.place(&place),
                users,
            }),
            names,
            before: reads.before(source),
        })
    };
    AccessSource::ALL.into_iter().filter_map(at).collect()
}

/// Through what those who lose something may still get in, said again when it is gone.
fn remaining(reads: Reads, picture: &Picture, ticks: Ticks) -> Vec<Remaining> {
    let mut remaining = Vec::new();
    if picture.is_public == Some(true) {
        remaining.push(Remaining::Everyone);
    }
    for person in &picture.people {
        let lost = ticks.of(person);
        let Afterwards::Level { auth: level, from } = person.after_losing(&lost) else {
            continue;
        };
        if lost.is_empty() {
            continue;
        }
        let name = person.shown_name().to_owned();
        remaining.push(match from {
            AccessSource::Direct => Remaining::Directly { name, level },
            AccessSource::Organization => Remaining::ThroughOrganization { name, level },
        });
    }
    let accounts = picture.shared_accounts.iter().cloned();
    remaining.extend(accounts.map(|account| Remaining::SharedAccount { account }));
    remaining.push(reads.place.with_value(|place| match place {
        AccessPlace::Organization(_) => Remaining::NotListedOfOrganization,
        AccessPlace::Repository(_) => Remaining::NotListedOfRepository,
    }));
    remaining
}

/// What follows, and who can still get the images.
fn consequence(place: &AccessPlace, drawn: Memo<Drawn>, ticks: Ticks) -> AnyView {
    let words = use_i18n();
    let follows = words_for(
        place,
        text::consequence_cancel_organization,
        text::access_consequence,
    );
    let not_listed = words_for(
        place,
        text::permissions_not_listed_organization,
        text::permissions_not_listed,
    );
    let above = AccessSource::Organization.place(place).to_string();
    let also = move || {
        let words = || {
            let above = text::access_also_organization(above.clone());
            view! { <p>{t(above)}</p> }
        };
        shown(ticks.has_organization().then(words))
    };
    let accounts = move || {
        let accounts = drawn.with(|it| it.0.shared_accounts.clone()).into_iter();
        let lines: Vec<AnyView> = accounts
            .map(|account| {
                let message = text::remains_shared_account(account);
                view! { <li>{words.show(&message)}</li> }.into_any()
            })
            .collect();
        shown((!lines.is_empty()).then(|| view! { <ul>{lines}</ul> }))
    };
    let everyone = move || {
        let is_public = drawn.with(|it| it.0.is_public == Some(true));
        shown(is_public.then(|| view! { <p>{t(text::consequence_public())}</p> }))
    };
    let own = move || {
        let is_own = drawn.with(|it| {
            let mut people = it.0.people.iter();
            people.any(|person| person.is_caller && !ticks.of(person).is_empty())
        });
        shown(is_own.then(|| view! { <p>{t(text::consequence_own())}</p> }))
    };
    view! {
        <div id="dialog-description" class="consequence">
            <Icon name=IconName::Warning />
            <div>
                <p>{t(follows)}</p>
                {live(also)}
                {live(everyone)}
                {live(accounts)}
                {live(own)}
                <p>{t(not_listed)}</p>
            </div>
        </div>
    }
    .into_any()
}
