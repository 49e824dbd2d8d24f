//! The repositories of one organization, to create and to delete some.

mod create_dialog;
mod delete_dialog;
pub mod visibility;

use cloud_api::swr::{
    ListRepositories, PageSize, RepositoryOrder, RepositoryPage, RepositorySummary,
    ShowOrganization, SortDirection,
};
use cloud_api::terraform::{Resource, all};
use cloud_api::{
    ApiError, Meaning, Operation as _, OrganizationName, RepositoryName, Request, Response, Subject,
};
use leptos::prelude::*;

use super::repositories::visibility::VisibilityPill;
use super::routes::{RepositoryTab, Route};
use crate::change::copy_as::copy_list;
use crate::change::recent::recent_change;
use crate::i18n::{I18n, Message, Untrusted, number, size_in_bytes, t, text, use_i18n};
use crate::listing::resource_table::{ResourceTable, selected_action, use_filter};
use crate::live::{follow, live, shown};
use crate::query::{List, Page, use_list};
use crate::session::use_session;
use crate::table::cells::age::{age_cell, time_to_sort_by};
use crate::table::{
    Column, Describe, RowText, Selected, Selecting, SortValue, use_shown, use_sort_in_address,
};
use crate::ui::{ButtonKind, button};
use create_dialog::create_dialog;
use delete_dialog::delete_dialog;

/// The page.
pub fn repositories(organization: OrganizationName) -> AnyView {
    let words = use_i18n();
    let place = StoredValue::new(organization.clone());
    let list = repository_list(organization.clone());
    let filter = use_filter();
    let sort = use_sort_in_address("name");
    let describe = Describe {
        text: row_text,
        name: |repository: &RepositorySummary| repository.name.clone(),
        is_selectable: |repository| repository.name.parse::<RepositoryName>().is_ok(),
        cell: Box::new(move |repository, column| cell(&organization, repository, column)),
    };
    let rows = use_shown(move || list.rows.get(), filter.text(), sort, describe);
    let selected = rows.selected;
    let (is_creating, is_deleting) = (RwSignal::new(false), RwSignal::new(false));
    let create = move || {
        let close = Callback::new(move |()| is_creating.set(false));
        let dialog = || create_dialog(place.get_value(), close);
        shown(is_creating.get().then(dialog))
    };
    let chosen = move || {
        let repositories = list.rows.get();
        let places = selected.places().into_iter();
        places
            .filter_map(|place| repositories.get(place as usize)?.name.parse().ok())
            .collect()
    };
    let delete = move || {
        let close = Callback::new(move |()| is_deleting.set(false));
        let dialog = || delete_dialog(place.get_value(), untrack(chosen), list, selected, close);
        shown(is_deleting.get().then(dialog))
    };
    let is_of_page = move |subject: &Subject| {
        let is_repository = matches!(subject, Subject::Repository { .. });
        is_repository && place.with_value(|place| subject.organization() == Some(place))
    };
    let on_screen = move || {
        let repositories = list.rows.get();
        let places = rows.matching_places();
        let shown = places
            .iter()
            .filter_map(|place| repositories.get(*place as usize));
        written(words, &place.get_value(), shown)
    };
    let read = move || vec![list_request(place.get_value(), 0)];
    let nothing = why_nothing(place, list);
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
            selecting=Selecting::On
            status=list.status
            refresh=Callback::new(move |()| list.status.refresh())
            nothing=live(nothing)
            actions=actions(selected, is_creating, is_deleting)
            notices=recent_change(is_of_page)
            progress=list.progress
        />
        {copy_list(live(read), live(on_screen))}
        {live(create)}
        {live(delete)}
    }
    .into_any()
}

/// The organization and its repositories as Terraform writes them, and a line that counts those that
/// it cannot write.
fn written<'a>(
    words: I18n,
    organization: &OrganizationName,
    repositories: impl Iterator<Item = &'a RepositorySummary>,
) -> String {
    let mut without_name = 0;
    let itself = Resource::Organization {
        organization: organization.clone(),
    };
    let repositories = repositories.filter_map(|row| {
        let Ok(repository) = row.name.parse() else {
            without_name += 1;
            return None;
        };
        Some(Resource::Repository {
            organization: organization.clone(),
            repository,
            is_public: row.is_public,
            category: row.category.clone(),
            description: row.description.clone(),
        })
    });
    let mut written = all(std::iter::once(itself).chain(repositories));
    written.left_out += without_name;
    if written.left_out > 0 {
        let left_out = text::copy_repositories_left_out(written.left_out);
        written.text += &format!("\n# {}\n", words.say(&left_out));
    }
    written.text
}

/// The words for a list without rows: an organization without repositories, one that is not there, or
/// one of which the person may see nothing. The list does not tell them apart, so that is asked.
fn why_nothing(
    organization: StoredValue<OrganizationName>,
    list: List<RepositorySummary>,
) -> impl Fn() -> Message + Send + 'static {
    let session = use_session();
    let error = RwSignal::new(None::<ApiError>);
    follow(move || {
        let is_empty = list.rows.with(|rows| rows.is_empty());
        if list.status.read_at.get().is_none() || !is_empty {
            error.set(None);
            return;
        }
        let show = ShowOrganization {
            organization: organization.get_value(),
        };
        leptos::task::spawn_local(async move {
            let answer = session.ask(show).await;
            // The page may have been left.
            drop(error.try_set(answer.err()));
        });
    });
    move || match error.with(|error| error.as_ref().and_then(ApiError::meaning)) {
        Some(Meaning::NoRight) => text::repositories_no_right(),
        Some(Meaning::AlreadyGone) => text::repositories_no_organization(),
        _ => text::repositories_nothing(),
    }
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
            text::delete_repositories_none,
            text::delete_repositories_count,
            move || is_deleting.set(true),
        ),
        button(
            ButtonKind::Primary,
            text::create_repository_action(),
            move || is_creating.set(true),
        ),
    ]
    .into_any()
}

fn list_request(organization: OrganizationName, offset: u64) -> Request {
    ListRepositories {
        organization: Some(organization),
        name: None,
        offset,
        limit: PageSize::LARGEST,
        order: Some(RepositoryOrder::Name(SortDirection::Ascending)),
    }
    .request()
}

/// All repositories of an organization, 1,000 a call.
fn repository_list(organization: OrganizationName) -> List<RepositorySummary> {
    let own = organization.clone();
    let request = move |offset| list_request(organization.clone(), offset);
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
