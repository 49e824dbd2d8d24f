//! Through what somebody has access to a repository.

use cloud_api::swr::{AccessPerson, AccessPlace, AccessSource};
use leptos::prelude::*;

use crate::i18n::{Untrusted, t, text};
use crate::live::shown;
use crate::pages::containers::routes::{OrganizationTab, Route};

/// The sources, the organization as a link to who has access to it.
pub fn via_cell(place: &AccessPlace, person: &AccessPerson) -> AnyView {
    let direct = person
        .has(AccessSource::Direct)
        .then(|| view! { <span class="source">{t(text::access_direct())}</span> });
    let organization = person
        .has(AccessSource::Organization)
        .then(|| organization_link(place));
    let own = (direct.is_none() && organization.is_none())
        .then(|| view! { <span class="source">{t(text::access_own_rights())}</span> });
    view! {
        {shown(direct)}
        {shown(organization)}
        {shown(own)}
    }
    .into_any()
}

/// The same to sort by.
pub fn via_rank(person: &AccessPerson) -> i64 {
    let is_direct = i64::from(person.has(AccessSource::Direct));
    let is_through = i64::from(person.has(AccessSource::Organization));
    is_direct + 2 * is_through
}

/// The organization of a place, leading to who has access to it.
pub fn organization_link(place: &AccessPlace) -> AnyView {
    let AccessPlace::Organization(organization) = AccessSource::Organization.place(place) else {
        return ().into_any();
    };
    let name = organization.to_string();
    let address = Route::Organization(organization, OrganizationTab::Access).to_string();
    view! {
        <a class="source" href=address>
            <Untrusted text=name />
        </a>
    }
    .into_any()
}
