//! Who has access: rows from the list of the place, and from the organization's above it.

use std::collections::BTreeMap;

use cloud_api::UserId;
use cloud_api::swr::{AccessList, AccessPlace, Protected};
use leptos::prelude::*;

use crate::change::grant_line::grant_line;
use crate::i18n::{t, text};
use crate::live::{live, shown};
use crate::query::Query;
use crate::ui::bounded::bounded;
use crate::ui::failure::failure_of;

/// A person with a direct grant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Person {
    /// ID as the service gave it.
    pub user_id: String,
    /// Name; untrusted text.
    pub user_name: String,
    /// The level's number, where the service tells.
    pub auth: Option<i64>,
    /// The level's number that the organization gives, where it gives one and the service tells.
    pub through_organization: Option<Option<i64>>,
    /// Whether it is the person at the screen.
    pub is_self: bool,
    /// Why nobody changes or cancels the grant, where that is so.
    pub protection: Option<Protected>,
}

impl Person {
    /// Whether the grant can be changed and cancelled, as far as is known.
    #[must_use]
    pub fn is_selectable(&self) -> bool {
        self.id().is_some() && self.protection.is_none()
    }

    /// The ID, where a request can carry it.
    #[must_use]
    pub fn id(&self) -> Option<UserId> {
        UserId::listed(&self.user_id)
    }

    /// The name, or the ID where there is none.
    #[must_use]
    pub fn shown_name(&self) -> &str {
        if self.user_name.is_empty() {
            &self.user_id
        } else {
            &self.user_name
        }
    }
}

/// Puts both lists together.
pub fn people(
    place: &AccessPlace,
    access: Option<&AccessList>,
    organization: Option<&AccessList>,
    me: Option<&str>,
) -> Vec<Person> {
    let grants = access.map(AccessList::grants).unwrap_or_default();
    let above = organization.map(AccessList::grants).unwrap_or_default();
    // Of two rows of one user the first counts.
    let above = above.iter().rev().map(|row| (&*row.user_id, row.auth));
    let above: BTreeMap<&str, Option<i64>> = above.collect();
    grants
        .iter()
        .map(|row| Person {
            user_id: row.user_id.clone(),
            user_name: row.user_name.clone(),
            auth: row.auth,
            through_organization: above.get(&*row.user_id).copied(),
            is_self: me == Some(row.user_id.as_str())
                || access.is_some_and(|access| access.is_of_caller(row)),
            protection: access.and_then(|access| access.protection(place, row)),
        })
        .collect()
}

/// Who has access through the organization, or why that cannot be told.
pub fn organization_grants(above: Query<AccessList>) -> AnyView {
    let retry = Callback::new(move |()| above.refresh());
    let list = move || {
        shown(above.value().map(|list| {
            if list.grants().is_empty() {
                return view! { <p>{t(text::organization_access_nothing())}</p> }.into_any();
            }
            let rows: Vec<AnyView> = list
                .grants()
                .iter()
                .map(|row| grant_line(row.user_name.clone(), row.user_id.clone(), row.auth))
                .collect();
            view! { <ul class="plain-list">{rows}</ul> }.into_any()
        }))
    };
    view! {
        <section aria-labelledby="organization-access-title">
            <h2 id="organization-access-title">{t(text::organization_access_title())}</h2>
            <p>{t(text::organization_access_purpose())}</p>
            {live(list)}
            {failure_of(text::organization_access_failed(), move || above.error(), Some(retry))}
        </section>
    }
    .into_any()
}

/// The people that a change is about: name, ID and level.
pub fn people_list(people: &[Person]) -> AnyView {
    let line = |person: &Person| {
        let name = person.shown_name().to_owned();
        Some(grant_line(name, person.user_id.clone(), person.auth))
    };
    let rows = bounded(people.iter(), line);
    view! { <ul class="dialog-list" tabindex="0">{rows}</ul> }.into_any()
}

/// How many of those who were chosen have lost their grant since.
pub fn missing(chosen: usize, found: usize) -> AnyView {
    let gone = chosen.saturating_sub(found) as u64;
    let words = || view! { <p>{t(text::cancel_already_gone(gone))}</p> };
    shown((gone > 0).then(words))
}
