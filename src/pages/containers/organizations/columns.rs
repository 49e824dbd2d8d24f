//! How an organization stands in the table.

use cloud_api::OrganizationName;
use cloud_api::swr::{AccessLevel, Organization};
use leptos::prelude::*;

use crate::i18n::{Untrusted, t, text};
use crate::pages::containers::routes::{OrganizationTab, Route};
use crate::table::cells::level::LevelName;
use crate::table::cells::unnameable::unnameable;
use crate::table::cells::untold::told;
use crate::table::{Column, Columns, selectable_where};

/// The columns.
pub fn columns() -> Columns<Organization> {
    Columns {
        key: |organization| organization.name.clone(),
        name: |organization| organization.name.clone(),
        selectable: Some(|organization| {
            selectable_where(
                deletable(organization).is_some(),
                text::organizations_not_deletable,
            )
        }),
        columns: vec![
            Column::text("name", text::organizations_name())
                .of(|organization: &Organization| &organization.name)
                .exported("name", |organization| &organization.name)
                .searched()
                .cell(name_cell)
                .wide(11.5, 2.0),
            Column::text("level", text::organizations_level())
                .of_rank(|organization: &Organization| organization.auth.unwrap_or(i64::MIN))
                .exported_words("auth", |organization| told(organization.auth))
                .cell(level_cell)
                .wide(8.0, 1.0)
                .fact(),
            Column::number("repositories", text::organizations_repositories())
                .of_count(|organization: &Organization| organization.repo_count)
                .exported_words("repo_count", |organization| told(organization.repo_count))
                .wide(8.0, 0.75),
            Column::text("creator", text::organizations_creator())
                .of(|organization: &Organization| &organization.creator_name)
                .exported("creator_name", |organization| &organization.creator_name)
                .searched()
                .wide(9.0, 1.0),
        ],
    }
}

/// The name, where a request can carry it and the person may delete the organization.
pub fn deletable(organization: &Organization) -> Option<OrganizationName> {
    let may_manage = organization.level() == Some(AccessLevel::Manage);
    let name = may_manage.then(|| OrganizationName::listed(&organization.name));
    name.flatten()
}

fn name_cell(organization: &Organization) -> AnyView {
    let name = view! { <Untrusted text=organization.name.clone() /> };
    match OrganizationName::listed(&organization.name) {
        Some(organization) => {
            let route = Route::Organization(organization, OrganizationTab::Repositories);
            view! {
                <a href=route.to_string() tabindex="-1">
                    {name}
                </a>
            }
            .into_any()
        }
        None => [name.into_any(), unnameable(false)].into_any(),
    }
}

fn level_cell(organization: &Organization) -> AnyView {
    match organization.auth {
        Some(0) => t(text::level_by_repository()).into_any(),
        number => view! { <LevelName number /> }.into_any(),
    }
}
