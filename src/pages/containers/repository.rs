//! One repository: its tags, who has access, where it is copied to, with whom it is shared.

use cloud_api::RepositoryPath;
use cloud_api::swr::AccessPlace;
use leptos::prelude::*;

use super::access::access;
use super::routes::{RepositoryTab, Route};
use super::shared_accounts::shared_accounts;
use super::sync_tasks::offer::where_sync_is_offered;
use super::sync_tasks::sync_tasks;
use super::tags::tags;
use crate::i18n::text;
use crate::route::PageRoute as _;
use crate::session::use_session;
use crate::ui::tabs::tabs;

/// The page with the tab that is open.
pub fn page(repository: RepositoryPath, tab: RepositoryTab) -> AnyView {
    let current = Route::Repository(repository.clone(), tab);
    let place = untrack(|| use_session().identity()).map(|identity| identity.place);
    let parts = RepositoryTab::ALL
        .into_iter()
        .map(|part| (Route::Repository(repository.clone(), part), part.words()))
        .filter(|(route, _)| place.is_none_or(|place| route.is_offered(place)))
        .collect();
    let content = match tab {
        RepositoryTab::Access => access(AccessPlace::Repository(repository)),
        RepositoryTab::Tags => tags(repository),
        RepositoryTab::SharedAccounts => shared_accounts(repository),
        RepositoryTab::SyncTasks => where_sync_is_offered(move || sync_tasks(repository.clone())),
    };
    view! {
        {tabs(text::repository_parts(), &current, parts)}
        {content}
    }
    .into_any()
}
