//! How a person with access stands in the table.

use cloud_api::Subject;
use cloud_api::swr::{AccessLevel, AccessPerson, AccessPlace, AccessSource, Held};
use leptos::prelude::*;

use super::level_choice::{level_choice, why_kept};
use super::via::{via_cell, via_rank};
use crate::change::state_pill::pending;
use crate::i18n::{Untrusted, t, text};
use crate::live::shown;
use crate::table::cells::identifier::short_identifier_cell;
use crate::table::cells::unnameable::unnameable;
use crate::table::{Column, Columns, selectable_where};

/// The columns of those who have access to a place; a repository's people may have it through the
/// organization above as well. `wanted` hears of a level that is chosen in a row.
pub fn columns(
    place: AccessPlace,
    wanted: Callback<(AccessPerson, AccessLevel)>,
) -> Columns<AccessPerson> {
    let (of_name, of_via) = (place.clone(), place.clone());
    let via = matches!(place, AccessPlace::Repository(..)).then(|| {
        Column::text("via", text::access_via())
            .of_rank(via_rank)
            .cell(move |person| via_cell(&of_via, person))
            .wide(11.0, 1.25)
    });
    let name = Column::text("name", text::access_who())
        .of(AccessPerson::shown_name)
        .searched()
        .exported("user_name", |person| &person.user_name)
        .cell(move |person| name_cell(&of_name, person))
        .wide(11.0, 2.0);
    let level = Column::text("level", text::access_can())
        .of_rank(|person: &AccessPerson| person.effective().unwrap_or(i64::MIN))
        .exported_words("auth", |person| number(person.effective()))
        .choosing(level_choice(wanted))
        .cell(move |person| level_cell(&place, person))
        .wide(13.5, 1.25);
    let id = Column::text("id", text::permissions_user_id())
        .of(|person: &AccessPerson| &person.user_id)
        .searched()
        .exported("user_id", |person| &person.user_id)
        .copied(text::access_copy_user_id, |person| person.user_id.clone())
        .cell(|person| {
            let label = text::access_copy_id(person.shown_name());
            short_identifier_cell(&person.user_id, label)
        })
        .wide(9.0, 0.5);
    // Without a column of sources there is room for it.
    let id = match via {
        Some(_) => id.leaves_room(),
        None => id,
    };
    let direct = Column::unseen().exported_words("auth_direct", |person: &AccessPerson| {
        granted(person, AccessSource::Direct)
    });
    let organization = Column::unseen()
        .exported_words("auth_of_organization", |person: &AccessPerson| {
            granted(person, AccessSource::Organization)
        });
    let seen = [name, level].into_iter().chain(via).chain([id]);
    Columns {
        key: |person| person.user_id.clone(),
        name: |person| person.shown_name().to_owned(),
        selectable: Some(|person| selectable_where(person.can_lose_any(), || why_kept(person))),
        columns: seen.chain([direct, organization]).collect(),
    }
}

fn number(number: Option<i64>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn granted(person: &AccessPerson, source: AccessSource) -> String {
    match person.held(source) {
        Held::Grant { auth, .. } => number(auth),
        Held::Nothing | Held::NotRead => String::new(),
    }
}

fn name_cell(place: &AccessPlace, person: &AccessPerson) -> AnyView {
    let you = person
        .is_caller
        .then(|| view! { <span class="you">{t(text::permissions_you())}</span> });
    // Who has rights of their own alone is told so under "Via", where there is such a column.
    let mut sources = AccessSource::ALL.into_iter();
    let is_told_here = match place {
        AccessPlace::Organization(_) => true,
        AccessPlace::Repository(_) => sources.any(|source| person.has(source)),
    };
    let kept = person
        .protection()
        .filter(|_| is_told_here)
        .map(|_| view! { <span class="field-hint">{t(why_kept(person))}</span> });
    view! {
        <strong>
            <Untrusted text=person.shown_name().to_owned() />
        </strong>
        {you}
        {unnameable(person.id().is_some())}
        {shown(kept)}
    }
    .into_any()
}

fn level_cell(place: &AccessPlace, person: &AccessPerson) -> AnyView {
    let under_way = AccessSource::ALL.map(|source| {
        let subject = person
            .id()
            .filter(|_| person.has(source))
            .map(|user| Subject::grant(&source.place(place), &user));
        pending(subject)
    });
    under_way.into_any()
}
