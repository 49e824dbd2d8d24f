//! All organizations that the person can see, to create and to delete some.

mod create_dialog;
mod delete_dialog;

use cloud_api::swr::{AccessLevel, ListOrganizations, Organization, ShowOverview, Visibility};
use cloud_api::terraform::{Resource, all};
use cloud_api::{Operation as _, OrganizationName, Subject};
use leptos::prelude::*;

use super::routes::{OrganizationTab, Route};
use crate::change::copy_as::{Blocks, copy_as};
use crate::change::recent::recent_change;
use crate::i18n::{Untrusted, number, t, text, use_i18n};
use crate::listing::resource_table::{ResourceTable, selected_action, use_filter};
use crate::live::{follow_from, live, shown};
use crate::query::{ReadStatus, use_query};
use crate::table::cells::level::LevelName;
use crate::table::{
    Column, Describe, RowText, Selected, Selecting, SortValue, use_shown, use_sort_in_address,
};
use crate::ui::{ButtonKind, button};
use create_dialog::create_dialog;
use delete_dialog::delete_dialog;

const LIST: ListOrganizations = ListOrganizations {
    visibility: Visibility::Visible,
    name: None,
};

/// The page.
pub fn page() -> AnyView {
    let query = use_query(LIST);
    let filter = use_filter();
    let sort = use_sort_in_address("name");
    let describe = Describe {
        text: row_text,
        name: |organization: &Organization| organization.name.clone(),
        is_selectable: |organization| deletable(organization).is_some(),
        cell: Box::new(cell),
    };
    let rows = use_shown(
        move || query.value().unwrap_or_default(),
        filter.text(),
        sort,
        describe,
    );
    let selected = rows.selected;
    let (is_creating, is_deleting) = (RwSignal::new(false), RwSignal::new(false));
    let create = move || {
        let close = Callback::new(move |()| is_creating.set(false));
        shown(is_creating.get().then(|| create_dialog(close)))
    };
    let chosen = move || {
        let organizations = query.value().unwrap_or_default();
        let places = selected.places().into_iter();
        places
            .filter_map(|place| deletable(organizations.get(place as usize)?))
            .collect()
    };
    let delete = move || {
        let close = Callback::new(move |()| is_deleting.set(false));
        let dialog = || delete_dialog(untrack(chosen), selected, close);
        shown(is_deleting.get().then(dialog))
    };
    let on_screen = move || {
        let organizations = query.value().unwrap_or_default();
        let places = rows.matching_places();
        let shown = places
            .iter()
            .filter_map(|place| organizations.get(*place as usize));
        let written = all(shown.filter_map(|row| {
            let organization = row.name.parse().ok()?;
            Some(Resource::Organization { organization })
        }));
        match written.text.is_empty() {
            true if places.is_empty() => Blocks::NotYet,
            true => Blocks::NoForm,
            false => Blocks::Written(written.text),
        }
    };
    let columns = vec![
        Column::text("name", text::organizations_name()),
        Column::text("level", text::organizations_level()),
        Column::number("repositories", text::organizations_repositories()),
        Column::text("creator", text::organizations_creator()),
    ];
    view! {
        <p class="page-purpose">{t(text::organizations_purpose())} " " {overview(query.status())}</p>
        <ResourceTable
            id="organizations-title"
            class="organizations-table"
            title=text::organizations_title()
            filter=(filter, text::organizations_filter())
            columns
            rows
            sort
            selecting=Selecting::On
            status=query.status()
            refresh=Callback::new(move |()| query.refresh())
            nothing=live(text::organizations_nothing)
            actions=actions(selected, is_creating, is_deleting)
            notices=recent_change(|subject| matches!(subject, Subject::Organization { .. }))
        />
        {copy_as(live(move || vec![LIST.request()]), Some(live(on_screen)))}
        {live(create)}
        {live(delete)}
    }
    .into_any()
}

/// How much the account has in the region, where the service tells; as old as the list.
fn overview(list: ReadStatus) -> AnyView {
    let words = use_i18n();
    let read = use_query(ShowOverview);
    follow_from(move |reads| {
        let is_read = list.read_at.get().is_some();
        let reads = reads.unwrap_or_default() + u64::from(is_read);
        // The first came with a read of its own.
        if reads > 1 {
            read.refresh();
        }
        reads
    });
    let told = move || {
        let overview = read.value()?;
        let (organizations, repositories) = (overview.namspace_num?, overview.repo_num?);
        let images = overview.image_num?;
        Some(words.say(&text::organizations_overview(
            images,
            organizations,
            repositories,
        )))
    };
    live(told).into_any()
}

fn actions(
    selected: Selected,
    is_creating: RwSignal<bool>,
    is_deleting: RwSignal<bool>,
) -> AnyView {
    [
        selected_action(
            ButtonKind::DangerText,
            selected,
            text::delete_organizations_none,
            text::delete_organizations_count,
            move || is_deleting.set(true),
        ),
        button(
            ButtonKind::Primary,
            text::create_organization_action(),
            move || is_creating.set(true),
        ),
    ]
    .into_any()
}

/// The name, where a request can carry it and the person may delete the organization.
fn deletable(organization: &Organization) -> Option<OrganizationName> {
    let may_manage = organization.level() == Some(AccessLevel::Manage);
    let name = may_manage.then(|| organization.name.parse());
    name.and_then(Result::ok)
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
