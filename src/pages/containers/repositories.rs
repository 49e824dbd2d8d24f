//! The repositories of one organization, to create and to delete some.

mod columns;
mod create_dialog;
mod delete_dialog;
pub mod facts;
pub mod private_dialog;
pub mod public_notice;
pub mod visibility;

use cloud_api::clipboard::terraform::{Provider, Resource, all};
use cloud_api::swr::{
    ListRepositories, PageSize, RepositoryOrder, RepositoryPage, RepositorySummary,
    ShowOrganization, SortDirection,
};
use cloud_api::{
    ApiError, Kind, Meaning, Operation as _, OrganizationName, RepositoryName, RepositoryPath,
    Response, Subject,
};
use leptos::prelude::*;
use words::explanation;

use super::places::note_repositories;
use crate::change::copy_as::copy_list;
use crate::change::provider::use_provider;
use crate::change::recent::recent_change;
use crate::i18n::{I18n, text, use_i18n};
use crate::listing::export::Export;
use crate::listing::filter::use_filter;
use crate::listing::read::{Emptiness, ListRead};
use crate::listing::selected_action::selected_action;
use crate::listing::{Around, Listing, Standing};
use crate::live::{follow, live, shown};
use crate::query::{List, Page, RowKey, RowsOf, use_list, use_places};
use crate::scans::sight::{organization_words, sight_line, sight_of_organization};
use crate::session::use_session;
use crate::table::{RowAction, use_rows, use_sort_in_address};
use crate::ui::{ButtonKind, page_help, write_button};
use columns::columns;
use create_dialog::create_dialog;
use delete_dialog::delete_dialog;

/// The page.
pub fn repositories(organization: OrganizationName) -> AnyView {
    let words = use_i18n();
    let place = StoredValue::new(organization.clone());
    let list = repository_list(organization.clone());
    let filter = use_filter(text::repositories_filter);
    let sort = use_sort_in_address("name");
    let read = move || list.rows.get();
    let places = use_places();
    follow(move || {
        let is_read = list.status.read_at.with(Option::is_some);
        if is_read {
            let rows = list.rows.get();
            place.with_value(|place| note_repositories(places, place, &rows));
        }
    });
    let rows = use_rows(columns(organization), read, filter.text(), Some(sort));
    let selected = rows.selected();
    let (is_creating, is_deleting) = (RwSignal::new(false), RwSignal::new(false));
    let create = move || {
        let close = Callback::new(move |()| is_creating.set(false));
        let dialog = || create_dialog(place.get_value(), close);
        shown(is_creating.get().then(dialog))
    };
    let chosen = move || {
        let chosen = rows.acted_on();
        let names = chosen
            .iter()
            .filter_map(|row| RepositoryName::listed(&row.name));
        names.collect()
    };
    let delete = move || {
        let close = Callback::new(move |()| is_deleting.set(false));
        let dialog = || delete_dialog(place.get_value(), chosen(), list, selected, close);
        shown(is_deleting.get().then(dialog))
    };
    let is_of_page = move |subject: &Subject| {
        let is_repository = subject.kind == Kind::Repository;
        is_repository && place.with_value(|place| subject.organization() == Some(place))
    };
    let provider = use_provider();
    let on_screen = move || {
        let shown = rows.matching();
        written(words, &place.get_value(), &shown, provider)
    };
    let request = move || vec![repositories_from(place.get_value(), 0).request()];
    let sight = place.with_value(|place| sight_of_organization(place, list));
    let part = move || {
        let sight = sight.get()?;
        Some(place.with_value(|place| organization_words(sight, place)))
    };
    let export = Export {
        waits: live(move || sight.is_asked()),
        gaps: live(move || part().map(|part| words.say(&part)).into_iter().collect()),
        ..place.with_value(|place| Export::of_place("repositories", place.as_str()))
    };
    let listing = Listing {
        id: "repositories-title",
        title: text::repositories_title(),
        count: text::repositories_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_list(list).empty_as(emptiness(place, list)),
        nothing: live(text::repositories_nothing),
        around: Around {
            standing: Standing::Tab,
            actions: create_button(is_creating),
            export,
            selected: vec![delete_action(is_deleting)],
            copies: Some(copy_list(live(request), live(on_screen))),
            notices: recent_change(is_of_page),
            explain: explanation::of_repositories,
            ..Around::default()
        },
    };
    view! {
        {page_help(text::repositories_purpose())}
        {sight_line(part)}
        {listing.view()}
        {live(create)}
        {live(delete)}
    }
    .into_any()
}

/// The organization and its repositories as Terraform writes them, and a line that counts those that
/// it cannot write.
fn written(
    words: I18n,
    organization: &OrganizationName,
    repositories: &[RepositorySummary],
    provider: Provider,
) -> String {
    let mut not_told = 0;
    let itself = Resource::Organization {
        organization: organization.clone(),
    };
    let repositories = repositories.iter().filter_map(|row| {
        let (Some(name), Some(is_public)) = (RepositoryName::listed(&row.name), row.is_public)
        else {
            not_told += 1;
            return None;
        };
        Some(Resource::Repository {
            repository: RepositoryPath::new(organization.clone(), name),
            is_public,
            category: row.category.clone(),
            description: row.description.clone(),
        })
    });
    let mut written = all(std::iter::once(itself).chain(repositories), provider);
    written.left_out += not_told;
    if written.left_out > 0 {
        let left_out = text::copy_repositories_left_out(written.left_out);
        written.text += &format!("\n# {}\n", words.say(&left_out));
    }
    written.text
}

/// What a list without rows is: an organization without repositories, one that is not there, or one
/// of which the person may see nothing. The list does not tell them apart, so that is asked.
fn emptiness(
    organization: StoredValue<OrganizationName>,
    list: List<RepositorySummary>,
) -> RwSignal<Emptiness> {
    let session = use_session();
    let emptiness = RwSignal::new(Emptiness::Asked);
    follow(move || {
        let is_empty = list.rows.with(|rows| rows.is_empty());
        if list.status.read_at.get().is_none() || !is_empty {
            emptiness.set(Emptiness::Asked);
            return;
        }
        let show = ShowOrganization {
            organization: organization.get_value(),
        };
        leptos::task::spawn_local(async move {
            let told = match session.ask(show).await {
                Err(error) if is_about_organization(&error) => Emptiness::Refused(error),
                // Whether it has any is what the list says.
                Ok(_) | Err(_) => Emptiness::Nothing,
            };
            // The page may have been left.
            drop(emptiness.try_set(told));
        });
    });
    emptiness
}

/// Whether an error says that the organization is not there, or not for this person.
fn is_about_organization(error: &ApiError) -> bool {
    matches!(
        error.meaning(),
        Some(Meaning::NoRight | Meaning::AlreadyGone)
    )
}

fn create_button(is_creating: RwSignal<bool>) -> AnyView {
    write_button(
        ButtonKind::Primary,
        text::create_repository_action(),
        move || is_creating.set(true),
    )
}

fn delete_action(is_deleting: RwSignal<bool>) -> RowAction {
    selected_action(
        ButtonKind::DangerText,
        text::delete_repositories_count,
        move || is_deleting.set(true),
    )
}

fn repositories_from(organization: OrganizationName, offset: u64) -> ListRepositories {
    ListRepositories {
        organization: Some(organization),
        name: None,
        offset,
        limit: PageSize::LARGEST,
        order: Some(RepositoryOrder::Name(SortDirection::Ascending)),
    }
}

/// All repositories of an organization, 1,000 a call.
pub fn repository_list(organization: OrganizationName) -> List<RepositorySummary> {
    let own = organization.clone();
    let operation = move |offset| repositories_from(organization.clone(), offset);
    let decode = move |response: &Response| {
        let RepositoryPage {
            repositories,
            total,
        } = ListRepositories::decode(response)?;
        let mut page = Page::of(repositories, total);
        // One that does not say where it is may be of this organization.
        let is_homeless = |row: &&RepositorySummary| row.namespace.is_empty();
        page.left_out += page.rows.iter().filter(is_homeless).count() as u64;
        Ok(page)
    };
    let rows = RowsOf {
        key: |row: &RepositorySummary| RowKey::of(&[&row.namespace, &row.name]),
        // The service may match organizations in parts.
        belongs: Box::new(move |row| row.namespace == own.as_str()),
    };
    use_list(rows, operation, decode)
}
