//! How a repository stands in the table.

use cloud_api::swr::RepositorySummary;
use cloud_api::{OrganizationName, RepositoryName, RepositoryPath};
use leptos::prelude::*;

use super::visibility::VisibilityPill;
use crate::i18n::{Untrusted, text};
use crate::pages::containers::routes::{RepositoryTab, Route};
use crate::table::cells::size::size_cell;
use crate::table::cells::unnameable::unnameable;
use crate::table::cells::untold::told;
use crate::table::{Column, Columns, selectable_where};

/// The columns of an organization's repositories.
pub fn columns(organization: OrganizationName) -> Columns<RepositorySummary> {
    Columns {
        key: |repository| repository.name.clone(),
        name: |repository| repository.name.clone(),
        selectable: Some(|repository| {
            selectable_where(
                RepositoryName::listed(&repository.name).is_some(),
                text::table_unnameable,
            )
        }),
        columns: vec![
            Column::unseen()
                .of(|repository: &RepositorySummary| &repository.namespace)
                .exported("namespace", |repository| &repository.namespace),
            Column::text("name", text::repositories_name())
                .of(|repository: &RepositorySummary| &repository.name)
                .searched()
                .exported("name", |repository| &repository.name)
                .cell(move |repository| name_cell(&organization, repository))
                .wide(14.0, 2.0),
            Column::text("visibility", text::repositories_visibility())
                .of_rank(|repository: &RepositorySummary| {
                    repository.is_public.map_or(-1, i64::from)
                })
                .exported_words("is_public", |repository| told(repository.is_public))
                .cell(visibility_cell)
                .wide(8.0, 1.0)
                .fact(),
            Column::number("tags", text::repositories_tags())
                .of_count(|repository: &RepositorySummary| repository.num_images)
                .exported_words("num_images", |repository| told(repository.num_images))
                .wide(6.0, 0.5),
            Column::number("downloads", text::repositories_downloads())
                .of_count(|repository: &RepositorySummary| repository.num_download)
                .exported_words("num_download", |repository| told(repository.num_download))
                .wide(8.0, 0.5)
                .leaves_room(),
            Column::number("size", text::repositories_size())
                .of_count(|repository: &RepositorySummary| repository.size)
                .exported_words("size", |repository| told(repository.size))
                .cell(|repository| size_cell(repository.size))
                .wide(7.0, 0.75)
                .leaves_room(),
            Column::number("updated", text::repositories_updated())
                .of_time(|repository: &RepositorySummary| &repository.updated_at)
                .exported("updated_at", |repository| &repository.updated_at)
                .wide(8.5, 1.0),
        ],
    }
}

fn name_cell(organization: &OrganizationName, repository: &RepositorySummary) -> AnyView {
    let name = view! { <Untrusted text=repository.name.clone() /> };
    match RepositoryName::listed(&repository.name) {
        Some(repository) => {
            let place = RepositoryPath::new(organization.clone(), repository);
            let route = Route::Repository(place, RepositoryTab::Access);
            view! {
                <a href=route.to_string() tabindex="-1">
                    {name}
                </a>
            }
            .into_any()
        }
        // No request could carry this name, so there is no page to open.
        None => [name.into_any(), unnameable(false)].into_any(),
    }
}

fn visibility_cell(repository: &RepositorySummary) -> AnyView {
    view! { <VisibilityPill is_public=repository.is_public /> }.into_any()
}
