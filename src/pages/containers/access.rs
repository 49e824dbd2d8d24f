//! Who can get the images of one repository or of a whole organization: direct grants, and for a
//! repository what the organization gives and whether everyone can.

mod answer;
mod change_dialog;
mod columns;
mod fixed_rows;
mod grant_dialog;
mod level_choice;
mod organization_file;
mod people;
mod place_words;
mod reads;
mod remove_dialog;
mod sources;
mod user_choice;
mod via;

use cloud_api::clipboard::terraform::{self, Provider, Resource, blocks};
use cloud_api::swr::{AccessLevel, AccessPerson, AccessPlace, AccessSource, ShowAccess};
use cloud_api::{ApiError, Kind, Operation as _, OrganizationName};
use leptos::prelude::*;
use words::failure::remedy;

use super::repositories::facts::facts;
use crate::change::copy_as::{Blocks, copy_as};
use crate::change::provider::use_provider;
use crate::change::recent::recent_change;
use crate::i18n::{Message, text, use_i18n};
use crate::listing::export::Export;
use crate::listing::filter::use_filter;
use crate::listing::read::ListRead;
use crate::listing::selected_action::selected_action;
use crate::listing::{Around, Listing, Standing};
use crate::live::{follow, live, shown};
use crate::pages::containers::places::note_people;
use crate::query::{Query, use_places};
use crate::table::{RowAction, use_rows, use_sort_in_address};
use crate::ui::failure::failure_of;
use crate::ui::{ButtonKind, page_help, write_button};
use answer::answer_line;
use change_dialog::change_dialog;
use columns::columns;
use fixed_rows::{administrators, everyone};
use grant_dialog::grant_dialog;
use organization_file::organization_file;
use place_words::words_for;
use reads::Reads;
use remove_dialog::remove_dialog;

/// A dialog that is open.
#[derive(Clone, PartialEq, Eq)]
enum Open {
    None,
    Grant,
    /// With the level that was chosen, where one was.
    Change(Option<AccessLevel>),
    Remove,
    /// The file of who can get which images of an organization.
    File(OrganizationName),
}

/// The page.
pub fn access(place: AccessPlace) -> AnyView {
    let reads = Reads::begin(place.clone());
    let filter = use_filter(text::access_filter);
    let sort = use_sort_in_address("name");
    let read = move || reads.people();
    let places = use_places();
    follow(move || {
        let people = reads.people();
        reads
            .place
            .with_value(|place| note_people(places, place, &people));
    });
    let open = RwSignal::new(Open::None);
    let alone = StoredValue::new(None::<AccessPerson>);
    let wanted = Callback::new(move |(person, level)| {
        alone.set_value(Some(person));
        open.set(Open::Change(Some(level)));
    });
    let columns = columns(place.clone(), wanted);
    let rows = use_rows(columns, read, filter.text(), Some(sort));
    let selected = rows.selected();
    let words = use_i18n();
    let purpose = words_for(
        &place,
        text::permissions_purpose_organization,
        text::permissions_purpose,
    );
    let nothing = words_for(
        &place,
        text::permissions_nothing_organization,
        text::permissions_nothing,
    );
    let of_page = place.owner();
    let export = Export {
        waits: live(move || reads.is_awaited()),
        gaps: live(move || {
            let lacks = reads.error_of(AccessSource::Organization).is_some();
            let gap = lacks.then(text::organization_access_failed);
            let left_out = reads.left_out_above();
            let left_out = (left_out > 0).then(|| text::table_left_out(left_out));
            let gaps = gap.into_iter().chain(left_out);
            gaps.map(|gap| words.say(&gap)).collect()
        }),
        not_listed: Some(text::access_file_not_listed()),
        also: whole_file(&place, open),
        ..Export::of_place("access", &place.to_string())
    };
    let grant = write_button(ButtonKind::Primary, text::grant_action(), move || {
        open.set(Open::Grant);
    });
    let (first, make_private) = match &place {
        AccessPlace::Repository(repository) => everyone(reads, repository.clone()),
        AccessPlace::Organization(_) => (().into_any(), ().into_any()),
    };
    let provider = use_provider();
    let read_request = ShowAccess { place }.request();
    let refresh = Callback::new(move |()| reads.refresh());
    let listing = Listing {
        id: "access-title",
        title: text::access_title(),
        count: text::access_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_query(reads.access).refreshed_by(refresh),
        nothing: live(move || nothing.clone()),
        around: Around {
            standing: Standing::Tab,
            actions: grant,
            export,
            selected: actions(open),
            copies: Some(copy_as(
                live(move || vec![read_request.clone()]),
                Some(live(move || resources(reads, provider))),
            )),
            notices: [
                recent_change(move |subject| {
                    matches!(subject.kind, Kind::Grant | Kind::Visibility) && subject.of == of_page
                }),
                not_read(reads, refresh),
            ]
            .into_any(),
            first,
            last: administrators(reads),
            ..Around::default()
        },
    };
    view! {
        {shown(reads.details.map(facts))}
        {page_help(purpose)}
        {answer_line(reads)}
        <div class="access-table">{listing.view()}</div>
        {make_private}
        {live(move || {
            let close = Callback::new(move |()| open.set(Open::None));
            let place = reads.place.get_value();
            match (open.get(), place) {
                (Open::Grant, _) => grant_dialog(reads, close),
                (Open::Change(Some(level)), _) => {
                    let alone = alone.get_value().into_iter().collect();
                    change_dialog(reads, alone, level, close)
                }
                (Open::Change(None), _) => {
                    change_dialog(reads, rows.acted_on(), AccessLevel::Read, close)
                }
                (Open::Remove, place) => {
                    remove_dialog(place, rows.acted_on(), selected, close)
                }
                (Open::File(organization), _) => organization_file(organization, close),
                (Open::None, _) => ().into_any(),
            }
        })}
    }
    .into_any()
}

/// The file about all repositories of an organization.
fn whole_file(place: &AccessPlace, open: RwSignal<Open>) -> Option<(Message, Callback<()>)> {
    let AccessPlace::Organization(organization) = place else {
        return None;
    };
    let label = text::access_file_action(organization.to_string());
    let organization = organization.clone();
    let begin = Callback::new(move |()| open.set(Open::File(organization.clone())));
    Some((label, begin))
}

/// What can be done with the selected.
fn actions(open: RwSignal<Open>) -> Vec<RowAction> {
    vec![
        selected_action(
            ButtonKind::Plain,
            |_| text::access_change(),
            move || open.set(Open::Change(None)),
        ),
        selected_action(
            ButtonKind::DangerText,
            |_| text::access_remove(),
            move || open.set(Open::Remove),
        ),
    ]
}

/// Which of the reads beside the list of the place have failed, for another reason than the list: what
/// keeps the list away is told in its place, once.
fn not_read(reads: Reads, retry: Callback<()>) -> AnyView {
    let else_than_list = move |error: &ApiError| {
        let of_list = reads.access.error();
        of_list.is_none_or(|of_list| remedy(&of_list) != remedy(error))
    };
    let above = move || {
        let error = reads.error_of(AccessSource::Organization);
        error.filter(else_than_list)
    };
    let details = move || {
        let error = reads.details.and_then(Query::error);
        error.filter(else_than_list)
    };
    [
        failure_of(text::organization_access_failed(), above, Some(retry)),
        failure_of(text::permissions_details_failed(), details, Some(retry)),
    ]
    .into_any()
}

/// What the page shows as Terraform writes it; reacts.
fn resources(reads: Reads, provider: Provider) -> Blocks {
    let is_read = reads.access.is_read() && reads.details.is_none_or(Query::is_read);
    match is_read {
        true => Blocks::of(described(reads, provider)),
        false => Blocks::NotYet,
    }
}

fn described(reads: Reads, provider: Provider) -> Option<String> {
    let access = reads.access.value()?;
    match reads.place.get_value() {
        place @ AccessPlace::Organization(_) => {
            let caller = reads.caller()?;
            let resource = Resource::permissions(&place, access.grants(), &caller);
            blocks(&resource, terraform::Standing::Existing, provider)
        }
        AccessPlace::Repository(repository) => {
            let details = reads.details?.value()?;
            let itself = Resource::Repository {
                repository: repository.clone(),
                is_public: details.is_public?,
                category: details.category.clone(),
                description: details.description.clone(),
            };
            let itself = blocks(&itself, terraform::Standing::Existing, provider)?;
            if access.grants().is_empty() {
                return Some(itself);
            }
            let permissions = Resource::Permissions {
                place: AccessPlace::Repository(repository),
                users: access.grants().to_vec(),
            };
            let permissions = blocks(&permissions, terraform::Standing::Existing, provider)?;
            Some([itself, permissions].join("\n"))
        }
    }
}
