//! All organizations that the person can see.

use std::rc::Rc;

use cloud_api::OrganizationName;
use cloud_api::swr::{ListOrganizations, Organization, Visibility};
use leptos::prelude::*;

use super::table_tools::{Empty, EmptyTable, FilterField, Freshness, use_filter};
use crate::i18n::{Untrusted, number, t, text, use_i18n};
use crate::pages::level::LevelName;
use crate::query::use_query;
use crate::route::Route;
use crate::table::{Column, Describe, Grid, RowText, SortValue, use_shown, use_sort_in_address};

/// The page.
#[component]
pub fn Organizations() -> impl IntoView {
    let words = use_i18n();
    let query = use_query(ListOrganizations {
        visibility: Visibility::Visible,
        name: None,
    });
    let filter = use_filter();
    let sort = use_sort_in_address("name");
    let organizations: Signal<Rc<Vec<Organization>>, LocalStorage> =
        Signal::derive_local(move || query.value.get().unwrap_or_default());
    let describe = Describe {
        text: row_text,
        name: |organization: &Organization| organization.name.clone(),
        is_selectable: |_| false,
        cell: Box::new(cell),
    };
    let rows = use_shown(organizations, filter.into(), sort, describe);
    let count = rows.count;
    let columns = vec![
        Column::text("name", text::organizations_name()),
        Column::text("level", text::organizations_level()),
        Column::number("repositories", text::organizations_repositories()),
        Column::text("creator", text::organizations_creator()),
    ];
    let title_count = move || {
        let all = organizations.get().len() as u64;
        number(all, words.language())
    };
    let empty = move || {
        if query.value.get().is_none() {
            return Some(query.error.get().map_or(Empty::Reading, Empty::Failed));
        }
        if organizations.get().is_empty() {
            return Some(Empty::Nothing(text::organizations_nothing()));
        }
        (count.get() == 0).then_some(Empty::NoMatch)
    };
    let refresh = Callback::new(move |()| query.refresh());
    view! {
        <p class="page-purpose">{t(text::organizations_purpose())}</p>
        <div class="toolbar">
            <h2 id="organizations-title">
                {t(text::organizations_title())} " (" {title_count} ")"
            </h2>
            <FilterField
                id="organizations-filter"
                label=text::organizations_filter()
                filter
                matching=count
            />
            <div class="toolbar-actions">
                <Freshness
                    read_at=query.read_at.into()
                    is_reading=query.is_reading.into()
                    refresh
                />
            </div>
        </div>
        <super::table_tools::StaleRows error=query.error.into() has_rows=Signal::derive(move || query.value.get().is_some()) refresh />
        <Grid
            titled_by="organizations-title"
            class="organizations-table"
            columns
            rows
            sort
        />
        {move || empty().map(|empty| view! { <EmptyTable empty filter refresh /> })}
    }
}

fn row_text(organization: &Organization) -> RowText {
    RowText {
        key: organization.name.clone(),
        search: format!("{} {}", organization.name, organization.creator_name),
        values: vec![
            ("name", SortValue::Text(organization.name.clone())),
            ("level", SortValue::Number(organization.auth)),
            (
                "repositories",
                SortValue::Number(organization.repo_count.unwrap_or(0) as i64),
            ),
            (
                "creator",
                SortValue::Text(organization.creator_name.clone()),
            ),
        ],
    }
}

fn cell(organization: &Organization, column: usize) -> AnyView {
    match column {
        0 => match organization.name.parse::<OrganizationName>() {
            Ok(name) => {
                let address = Route::Organization(name).to_string();
                let name = organization.name.clone();
                view! {
                    <a href=address tabindex="-1">
                        <Untrusted text=name />
                    </a>
                }
                .into_any()
            }
            Err(_) => view! { <Untrusted text=organization.name.clone() /> }.into_any(),
        },
        1 if organization.auth == 0 => t(text::level_by_repository()).into_any(),
        1 => view! { <LevelName number=organization.auth /> }.into_any(),
        2 => {
            let words = use_i18n();
            let count = organization.repo_count;
            (move || count.map(|count| number(count, words.language()))).into_any()
        }
        _ => view! { <Untrusted text=organization.creator_name.clone() /> }.into_any(),
    }
}
