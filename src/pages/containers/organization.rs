//! One organization: its repositories, and who has access to all of them.

use cloud_api::OrganizationName;
use cloud_api::swr::AccessPlace;
use leptos::prelude::*;

use super::access::access;
use super::repositories::repositories;
use super::routes::{OrganizationTab, Route};
use crate::i18n::text;
use crate::ui::tabs::tabs;

/// The page with the tab that is open.
pub fn page(organization: OrganizationName, tab: OrganizationTab) -> AnyView {
    let current = Route::Organization(organization.clone(), tab);
    let parts = OrganizationTab::ALL
        .into_iter()
        .map(|part| {
            (
                Route::Organization(organization.clone(), part),
                part.words(),
            )
        })
        .collect();
    let content = match tab {
        OrganizationTab::Repositories => repositories(organization),
        OrganizationTab::Access => access(AccessPlace::Organization(organization)),
    };
    view! {
        {tabs(text::organization_parts(), &current, parts)}
        {content}
    }
    .into_any()
}
