//! How a person with access stands in the table.

use cloud_api::Subject;
use cloud_api::swr::{AccessPlace, Protected};
use leptos::prelude::*;

use super::people::Person;
use crate::change::state_pill::pending;
use crate::i18n::{Untrusted, t, text};
use crate::live::shown;
use crate::table::cells::identifier::identifier_cell;
use crate::table::cells::level::LevelName;
use crate::table::{Column, Columns};

/// The columns of those who have access to a place; a repository's people may have access through
/// the organization above it as well.
pub fn columns(place: AccessPlace) -> Columns<Person> {
    let is_below = matches!(place, AccessPlace::Repository(..));
    let name = Column::text("name", text::permissions_user())
        .of(Person::shown_name)
        .searched()
        .cell(name_cell);
    let id = Column::text("id", text::permissions_user_id())
        .of(|person: &Person| &person.user_id)
        .searched()
        .cell(|person| identifier_cell(person.user_id.clone()))
        .wide(17.5, 1.5);
    let level = Column::text("level", text::permissions_level())
        .of_rank(|person: &Person| person.auth.unwrap_or(i64::MIN))
        .cell(move |person| level_cell(&place, person));
    let columns = match is_below {
        true => vec![
            name.wide(10.0, 1.25),
            id,
            level.wide(8.0, 0.75),
            Column::text("organization", text::permissions_through_organization())
                .of_rank(|person: &Person| {
                    person.through_organization.flatten().unwrap_or(i64::MIN)
                })
                .cell(above_cell)
                .wide(14.0, 1.0),
        ],
        false => vec![name.wide(12.0, 1.5), id, level.wide(8.0, 1.0)],
    };
    Columns {
        key: |person| person.user_id.clone(),
        name: |person| person.shown_name().to_owned(),
        selectable: Some(Person::is_selectable),
        columns,
    }
}

fn name_cell(person: &Person) -> AnyView {
    let you = person
        .is_self
        .then(|| view! { " (" {t(text::permissions_you())} ")" });
    let kept = person.protection.map(|protection| {
        let why = match protection {
            Protected::Creator => text::permissions_kept_creator(),
            Protected::Oneself => text::permissions_kept_own(),
        };
        view! {
            " "
            <span class="field-hint">{t(why)}</span>
        }
    });
    view! {
        <Untrusted text=person.user_name.clone() />
        {you}
        {shown(kept)}
    }
    .into_any()
}

fn level_cell(place: &AccessPlace, person: &Person) -> AnyView {
    let subject = person.id().map(|user| Subject::grant(place, &user));
    view! {
        <LevelName number=person.auth />
        " "
        {pending(subject)}
    }
    .into_any()
}

fn above_cell(person: &Person) -> AnyView {
    let above = person.through_organization;
    shown(above.map(|number| view! { <LevelName number /> }))
}
