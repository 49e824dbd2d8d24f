//! One repository: its tags, who has access, where it is copied to.

use cloud_api::{OrganizationName, RepositoryName};
use leptos::prelude::*;

use super::permissions::{Place, permissions};
use super::tabs::tabs;
use crate::i18n::text;
use crate::route::{RepositoryTab, Route};

/// The page with the tab that is open.
pub fn repository_page(
    organization: OrganizationName,
    repository: RepositoryName,
    tab: RepositoryTab,
) -> AnyView {
    let current = Route::Repository(organization.clone(), repository.clone(), tab);
    let parts = RepositoryTab::ALL
        .into_iter()
        .map(|part| {
            let label = match part {
                RepositoryTab::Tags => text::tags_title(),
                RepositoryTab::Permissions => text::permissions_title(),
                RepositoryTab::SyncTasks => text::sync_tasks_title(),
            };
            let route = Route::Repository(organization.clone(), repository.clone(), part);
            (route, label)
        })
        .collect();
    let content = match tab {
        RepositoryTab::Permissions => permissions(Place::Repository(organization, repository)),
        RepositoryTab::Tags | RepositoryTab::SyncTasks => ().into_any(),
    };
    view! {
        {tabs(text::repository_parts(), &current, parts)}
        {content}
    }
    .into_any()
}
