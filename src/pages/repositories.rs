//! The repositories of one organization.

use std::rc::Rc;

use cloud_api::swr::RepositorySummary;
use cloud_api::{OrganizationName, RepositoryName, Timestamp};
use leptos::prelude::*;

use super::table_tools::{Empty, EmptyTable, FilterField, Freshness, StaleRows, use_filter};
use crate::clock::use_clock;
use crate::i18n::{Untrusted, age, number, size_in_bytes, t, text, use_i18n};
use crate::pages::visibility::VisibilityPill;
use crate::query::use_repository_list;
use crate::route::Route;
use crate::table::{Column, Describe, Grid, RowText, SortValue, use_shown, use_sort_in_address};

/// The page.
#[component]
pub fn Repositories(
    /// Whose repositories.
    organization: OrganizationName,
) -> impl IntoView {
    let words = use_i18n();
    let list = use_repository_list(organization.clone());
    let filter = use_filter();
    let sort = use_sort_in_address("name");
    let repositories: Signal<Rc<Vec<RepositorySummary>>, LocalStorage> =
        Signal::derive_local(move || list.rows.get());
    let describe = Describe {
        text: row_text,
        name: |repository: &RepositorySummary| repository.name.clone(),
        is_selectable: |_| false,
        cell: Box::new(move |repository, column| cell(&organization, repository, column)),
    };
    let rows = use_shown(repositories, filter.into(), sort, describe);
    let count = rows.count;
    let columns = vec![
        Column::text("name", text::repositories_name()),
        Column::text("visibility", text::repositories_visibility()),
        Column::number("tags", text::repositories_tags()),
        Column::number("size", text::repositories_size()),
        Column::number("updated", text::repositories_updated()),
    ];
    let title_count = move || {
        let language = words.language();
        let read = repositories.with(|repositories| repositories.len()) as u64;
        if filter.is_empty() {
            number(read, language)
        } else {
            format!(
                "{}/{}",
                number(count.get() as u64, language),
                number(read, language)
            )
        }
    };
    let loading = move || {
        let read = repositories.with(|repositories| repositories.len()) as u64;
        let is_whole = list.read_at.get().is_some();
        let all = list.total.get().filter(|all| *all > read && !is_whole)?;
        Some(words.say(&text::repositories_loaded(all, read)))
    };
    let has_rows = Signal::derive(move || list.read_at.get().is_some());
    let empty = move || {
        let nothing_read = repositories.with(|repositories| repositories.is_empty());
        if nothing_read && list.read_at.get().is_none() {
            return Some(list.error.get().map_or(Empty::Reading, Empty::Failed));
        }
        if nothing_read {
            return Some(Empty::Nothing(text::repositories_nothing()));
        }
        (count.get() == 0).then_some(Empty::NoMatch)
    };
    let refresh = Callback::new(move |()| list.refresh());
    view! {
        <p class="page-purpose">{t(text::repositories_purpose())}</p>
        <div class="toolbar">
            <h2 id="repositories-title">
                {t(text::repositories_title())} " (" {title_count} ")"
            </h2>
            <FilterField
                id="repositories-filter"
                label=text::repositories_filter()
                filter
                matching=count
            />
            <div class="toolbar-actions">
                <span class="freshness">{loading}</span>
                <Freshness
                    read_at=list.read_at.into()
                    is_reading=list.is_reading.into()
                    refresh
                />
            </div>
        </div>
        <StaleRows error=list.error.into() has_rows refresh />
        <Grid titled_by="repositories-title" class="repositories-table" columns rows sort />
        {move || empty().map(|empty| view! { <EmptyTable empty filter refresh /> })}
    }
}

fn row_text(repository: &RepositorySummary) -> RowText {
    let updated = Timestamp::parse(&repository.updated_at);
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
                SortValue::Number(updated.map_or(0, Timestamp::milliseconds)),
            ),
        ],
    }
}

fn cell(organization: &OrganizationName, repository: &RepositorySummary, column: usize) -> AnyView {
    let words = use_i18n();
    match column {
        0 => match repository.name.parse::<RepositoryName>() {
            Ok(name) => {
                let route = Route::RepositoryPermissions(organization.clone(), name);
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
            (move || number(tags, words.language())).into_any()
        }
        3 => {
            let size = repository.size;
            (move || size_in_bytes(size, words.language())).into_any()
        }
        _ => match Timestamp::parse(&repository.updated_at) {
            Some(time) => {
                let clock = use_clock();
                (move || age(time, clock.get(), words.language())).into_any()
            }
            None => view! { <Untrusted text=repository.updated_at.clone() /> }.into_any(),
        },
    }
}
