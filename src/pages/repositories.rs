//! The repositories of one organization.

use cloud_api::swr::{
    ListRepositories, PageSize, RepositoryOrder, RepositoryPage, RepositorySummary, SortDirection,
};
use cloud_api::{Operation as _, OrganizationName, RepositoryName, Response};
use leptos::prelude::*;

use super::age_cell::{age_cell, time_to_sort_by};
use super::resource_table::{ResourceTable, use_filter};
use crate::i18n::{Untrusted, number, size_in_bytes, t, text, use_i18n};
use crate::live::live;
use crate::pages::visibility::VisibilityPill;
use crate::query::{List, Page, use_list};
use crate::route::{RepositoryTab, Route};
use crate::table::{Column, Describe, RowText, SortValue, use_shown, use_sort_in_address};

/// The page.
#[component]
pub fn Repositories(
    /// Whose repositories.
    organization: OrganizationName,
) -> impl IntoView {
    let list = repository_list(organization.clone());
    let filter = use_filter();
    let sort = use_sort_in_address("name");
    let describe = Describe {
        text: row_text,
        name: |repository: &RepositorySummary| repository.name.clone(),
        is_selectable: |_| false,
        cell: Box::new(move |repository, column| cell(&organization, repository, column)),
    };
    let rows = use_shown(move || list.rows.get(), filter.text(), sort, describe);
    let columns = vec![
        Column::text("name", text::repositories_name()),
        Column::text("visibility", text::repositories_visibility()),
        Column::number("tags", text::repositories_tags()),
        Column::number("size", text::repositories_size()),
        Column::number("updated", text::repositories_updated()),
    ];
    view! {
        <p class="page-purpose">{t(text::repositories_purpose())}</p>
        <ResourceTable
            id="repositories-title"
            class="repositories-table"
            title=text::repositories_title()
            filter=(filter, text::repositories_filter())
            columns
            rows
            sort
            status=list.status
            progress=list.progress
            refresh=Callback::new(move |()| list.status.refresh())
            nothing=text::repositories_nothing()
        />
    }
}

/// All repositories of an organization, 1,000 a call.
fn repository_list(organization: OrganizationName) -> List<RepositorySummary> {
    let own = organization.clone();
    let request = move |offset| {
        ListRepositories {
            organization: Some(organization.clone()),
            name: None,
            offset,
            limit: PageSize::LARGEST,
            order: Some(RepositoryOrder::Name(SortDirection::Ascending)),
        }
        .request()
    };
    let decode = move |response: &Response| {
        let RepositoryPage {
            mut repositories,
            total,
        } = ListRepositories::decode(response)?;
        let received = repositories.len() as u64;
        // The service may match organizations in parts.
        repositories.retain(|row| row.namespace == own.as_str());
        Ok(Page {
            rows: repositories,
            received,
            total,
        })
    };
    use_list(u64::from(PageSize::LARGEST.rows()), request, decode)
}

fn row_text(repository: &RepositorySummary) -> RowText {
    RowText {
        key: repository.name.clone(),
        search: repository.name.clone(),
        values: vec![
            ("name", SortValue::Text(repository.name.clone())),
            (
                "visibility",
                SortValue::Number(i64::from(repository.is_public)),
            ),
            ("tags", SortValue::Number(repository.num_images as i64)),
            ("size", SortValue::Number(repository.size as i64)),
            (
                "updated",
                SortValue::Number(time_to_sort_by(&repository.updated_at)),
            ),
        ],
    }
}

fn cell(organization: &OrganizationName, repository: &RepositorySummary, column: usize) -> AnyView {
    let words = use_i18n();
    match column {
        0 => match repository.name.parse::<RepositoryName>() {
            Ok(name) => {
                let route =
                    Route::Repository(organization.clone(), name, RepositoryTab::Permissions);
                let name = repository.name.clone();
                view! {
                    <a href=route.to_string() tabindex="-1">
                        <Untrusted text=name />
                    </a>
                }
                .into_any()
            }
            // No request could carry this name, so there is no page to open.
            Err(_) => view! { <Untrusted text=repository.name.clone() /> }.into_any(),
        },
        1 => view! { <VisibilityPill is_public=repository.is_public /> }.into_any(),
        2 => {
            let tags = repository.num_images;
            live(move || number(tags, words.language())).into_any()
        }
        3 => {
            let size = repository.size;
            live(move || size_in_bytes(size, words.language())).into_any()
        }
        _ => age_cell(&repository.updated_at),
    }
}
