//! Who can get the images of one repository or of a whole organization: direct grants, and for a
//! repository what the organization gives and whether everyone can.

mod cancel_dialog;
mod change_dialog;
mod columns;
mod further;
mod grant_dialog;
mod people;
mod place_words;
mod reads;
mod user_choice;

use cloud_api::Operation as _;
use cloud_api::clipboard::terraform::{self, Resource, blocks};
use cloud_api::swr::{AccessPlace, Repository, ShowAccess};
use leptos::prelude::*;

use super::repositories::public_notice::public_notice;
use super::repositories::visibility::VisibilityPill;
use crate::change::copy_as::{Blocks, copy_as};
use crate::change::recent::recent_change;
use crate::i18n::{Untrusted, t, text};
use crate::listing::filter::use_filter;
use crate::listing::read::ListRead;
use crate::listing::selected_action::selected_action;
use crate::listing::{Around, Listing, Standing};
use crate::live::{live, shown};
use crate::query::Query;
use crate::table::{Selected, use_rows, use_sort_in_address};
use crate::ui::failure::failure_of;
use crate::ui::{ButtonKind, button, page_help};
use cancel_dialog::cancel_dialog;
use change_dialog::change_dialog;
use columns::columns;
use further::{further, own_level};
use grant_dialog::grant_dialog;
use people::organization_grants;
use place_words::words_for;
use reads::Reads;

/// A dialog that is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    None,
    Grant,
    Change,
    Cancel,
}

/// The page.
pub fn permissions(place: AccessPlace) -> AnyView {
    let reads = Reads::begin(place.clone());
    let filter = use_filter(text::permissions_filter);
    let sort = use_sort_in_address("name");
    let read = move || reads.people();
    let rows = use_rows(columns(place.clone()), read, filter.text(), Some(sort));
    let selected = rows.selected();
    let open = RwSignal::new(Open::None);
    let title = words_for(
        &place,
        text::permissions_title_organization,
        text::permissions_title,
    );
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
    let not_listed = words_for(
        &place,
        text::permissions_not_listed_organization,
        text::permissions_not_listed,
    );
    let of_page = place.owner();
    let public = match &place {
        AccessPlace::Repository(repository) => {
            let repository = repository.clone();
            let details = reads.details;
            details.map(|details| public_notice(repository, details))
        }
        AccessPlace::Organization(_) => None,
    };
    let read_request = ShowAccess {
        place: place.clone(),
    }
    .request();
    let refresh = Callback::new(move |()| reads.refresh());
    let listing = Listing {
        id: "permissions-title",
        title,
        count: text::permissions_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_query(reads.access).refreshed_by(refresh),
        nothing: live(move || nothing.clone()),
        around: Around {
            standing: Standing::Tab,
            actions: button(ButtonKind::Primary, text::grant_action(), move || {
                open.set(Open::Grant);
            }),
            selected: actions(selected, open),
            copies: Some(copy_as(
                live(move || vec![read_request.clone()]),
                Some(live(move || resources(reads))),
            )),
            notices: recent_change(move |subject| subject.of == of_page),
            ..Around::default()
        },
    };
    view! {
        {page_help(purpose)}
        {shown(reads.details.map(properties))}
        {shown(public)}
        {own_level(reads.access)}
        {listing.view()}
        <p class="note">{t(not_listed)}</p>
        {shown(reads.above.map(organization_grants))}
        {live(move || {
            let close = Callback::new(move |()| open.set(Open::None));
            let place = reads.place.get_value();
            match (open.get(), place) {
                (Open::Grant, _) => grant_dialog(reads, close),
                (Open::Change, _) => change_dialog(reads, untrack(|| rows.chosen()), close),
                (Open::Cancel, place) => {
                    cancel_dialog(place, untrack(|| rows.chosen()), selected, close)
                }
                (Open::None, _) => ().into_any(),
            }
        })}
    }
    .into_any()
}

/// What can be done with the selected.
fn actions(selected: Selected, open: RwSignal<Open>) -> AnyView {
    [
        selected_action(ButtonKind::Plain, selected, text::change_count, move || {
            open.set(Open::Change)
        }),
        selected_action(
            ButtonKind::DangerText,
            selected,
            text::cancel_count,
            move || open.set(Open::Cancel),
        ),
    ]
    .into_any()
}

/// What the page shows as Terraform writes it; reacts.
fn resources(reads: Reads) -> Blocks {
    let is_read = reads.access.is_read() && reads.details.is_none_or(Query::is_read);
    match is_read {
        true => Blocks::of(described(reads)),
        false => Blocks::NotYet,
    }
}

fn described(reads: Reads) -> Option<String> {
    let access = reads.access.value()?;
    match reads.place.get_value() {
        place @ AccessPlace::Organization(_) => {
            let caller = reads.caller()?;
            let resource = Resource::permissions(&place, access.grants(), &caller);
            blocks(&resource, terraform::Standing::Existing)
        }
        AccessPlace::Repository(repository) => {
            let details = reads.details?.value()?;
            let itself = Resource::Repository {
                repository: repository.clone(),
                is_public: details.is_public?,
                category: details.category.clone(),
                description: details.description.clone(),
            };
            let itself = blocks(&itself, terraform::Standing::Existing)?;
            if access.grants().is_empty() {
                return Some(itself);
            }
            let permissions = Resource::Permissions {
                place: AccessPlace::Repository(repository),
                users: access.grants().to_vec(),
            };
            let permissions = blocks(&permissions, terraform::Standing::Existing)?;
            Some([itself, permissions].join("\n"))
        }
    }
}

/// Visibility, pull address and description.
fn properties(details: Query<Repository>) -> AnyView {
    let retry = Callback::new(move |()| details.refresh());
    let properties = move || {
        shown(details.value().map(|repository| {
            view! {
                <dl class="properties">
                    <div>
                        <dt>{t(text::repositories_visibility())}</dt>
                        <dd>
                            <VisibilityPill is_public=repository.is_public />
                        </dd>
                    </div>
                    <div>
                        <dt>{t(text::permissions_pull_address())}</dt>
                        <dd class="identifier">
                            <Untrusted text=repository.path.clone() />
                        </dd>
                    </div>
                    <div>
                        <dt>{t(text::permissions_description())}</dt>
                        <dd>
                            <Untrusted text=repository.description.clone() />
                        </dd>
                    </div>
                    {further(&repository)}
                </dl>
            }
        }))
    };
    view! {
        {live(properties)}
        {failure_of(text::permissions_details_failed(), move || details.error(), Some(retry))}
    }
    .into_any()
}
