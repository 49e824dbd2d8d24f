//! One repository: its tags, who has access, where it is copied to.

use cloud_api::{OrganizationName, RepositoryName};
use leptos::prelude::*;

use super::permissions::permissions;
use super::place::Place;
use super::routes::{RepositoryTab, Route};
use super::sync_tasks::offer::where_sync_is_offered;
use super::sync_tasks::sync_tasks;
use super::tags::tags;
use crate::i18n::text;
use crate::ui::tabs::tabs;

/// The page with the tab that is open.
pub fn page(
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
    let place = Place {
        organization: organization.clone(),
        repository: repository.clone(),
    };
    let content = match tab {
        RepositoryTab::Permissions => permissions(super::permissions::GrantPlace::Repository(
            organization,
            repository,
        )),
        RepositoryTab::Tags => tags(place),
        RepositoryTab::SyncTasks => where_sync_is_offered(move || sync_tasks(place.clone())),
    };
    view! {
        {tabs(text::repository_parts(), &current, parts)}
        {content}
    }
    .into_any()
}
