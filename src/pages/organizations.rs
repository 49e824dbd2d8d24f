//! All organizations that the person can see.

use cloud_api::OrganizationName;
use cloud_api::swr::{ListOrganizations, Organization, Visibility};
use leptos::prelude::*;

use super::resource_table::{ResourceTable, use_filter};
use crate::i18n::{Untrusted, number, t, text, use_i18n};
use crate::live::live;
use crate::pages::level::LevelName;
use crate::query::use_query;
use crate::route::{OrganizationTab, Route};
use crate::table::{Column, Describe, RowText, SortValue, use_shown, use_sort_in_address};

/// The page.
#[component]
pub fn Organizations() -> impl IntoView {
    let query = use_query(ListOrganizations {
        visibility: Visibility::Visible,
        name: None,
    });
    let filter = use_filter();
    let sort = use_sort_in_address("name");
    let describe = Describe {
        text: row_text,
        name: |organization: &Organization| organization.name.clone(),
        is_selectable: |_| false,
        cell: Box::new(cell),
    };
    let rows = use_shown(
        move || query.value().unwrap_or_default(),
        filter.text(),
        sort,
        describe,
    );
    let columns = vec![
        Column::text("name", text::organizations_name()),
        Column::text("level", text::organizations_level()),
        Column::number("repositories", text::organizations_repositories()),
        Column::text("creator", text::organizations_creator()),
    ];
    view! {
        <p class="page-purpose">{t(text::organizations_purpose())}</p>
        <ResourceTable
            id="organizations-title"
            class="organizations-table"
            title=text::organizations_title()
            filter=(filter, text::organizations_filter())
            columns
            rows
            sort
            status=query.status()
            refresh=Callback::new(move |()| query.refresh())
            nothing=text::organizations_nothing()
        />
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
                let address = Route::Organization(name, OrganizationTab::Repositories).to_string();
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
            live(move || count.map(|count| number(count, words.language()))).into_any()
        }
        _ => view! { <Untrusted text=organization.creator_name.clone() /> }.into_any(),
    }
}
