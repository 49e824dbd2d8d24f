//! Container images: organizations, repositories, and where they are copied to.

mod access;
mod all_sync_tasks;
mod organization;
mod organizations;
mod places;
mod repositories;
mod repository;
mod routes;
mod shared_accounts;
mod sync_tasks;
mod tags;

use leptos::prelude::*;

pub use routes::Route;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Organizations => organizations::page(),
        Route::Organization(organization, tab) => organization::page(organization, tab),
        Route::Repository(repository, tab) => repository::page(repository, tab),
        Route::AllSyncTasks => all_sync_tasks::page(),
    }
}
