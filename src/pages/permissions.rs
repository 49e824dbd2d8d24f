//! Who can get the images of one repository: direct grants, what the organization gives, and whether
//! everyone can.

mod cancel_dialog;
mod change_dialog;
mod grant_dialog;
mod people;
mod private_dialog;
mod reads;

use cloud_api::swr::Repository;
use cloud_api::{OrganizationName, RepositoryName, Subject};
use leptos::prelude::*;

use super::change_card::change_card;
use super::failure::failure_of;
use super::resource_table::{ResourceTable, use_filter};
use super::visibility::VisibilityPill;
use crate::i18n::{Message, Untrusted, t, text};
use crate::live::{derived, live, shown};
use crate::query::Query;
use crate::table::{Column, Describe, Selected, Selecting, use_shown, use_sort_in_address};
use crate::ui::{Action, ButtonKind, action_button, button};
use crate::work::use_work;
use cancel_dialog::cancel_dialog;
use change_dialog::change_dialog;
use grant_dialog::grant_dialog;
use people::{Person, cell, organization_grants, row_text};
use private_dialog::private_dialog;
use reads::Reads;

/// A dialog that is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    None,
    Grant,
    Change,
    Cancel,
    MakePrivate,
}

/// The repository that the page and its dialogs are about.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    organization: OrganizationName,
    repository: RepositoryName,
}

/// The page.
#[component]
pub fn Permissions(
    /// The repository's organization.
    organization: OrganizationName,
    /// Which.
    repository: RepositoryName,
) -> impl IntoView {
    let reads = Reads::begin(Place {
        organization,
        repository,
    });
    let filter = use_filter();
    let sort = use_sort_in_address("name");
    let open = RwSignal::new(Open::None);
    let describe = Describe {
        text: row_text,
        name: |person: &Person| person.shown_name().to_owned(),
        is_selectable: |person| person.id().is_some(),
        cell: Box::new(move |person, column| {
            reads.place.with_value(|place| cell(place, person, column))
        }),
    };
    let rows = use_shown(move || reads.people(), filter.text(), sort, describe);
    let selected = rows.selected;
    let columns = vec![
        Column::text("name", text::permissions_user()),
        Column::text("id", text::permissions_user_id()),
        Column::text("level", text::permissions_level()),
        Column::text("organization", text::permissions_through_organization()),
    ];
    view! {
        <p class="page-purpose">{t(text::permissions_purpose())}</p>
        {properties(reads.details, open)}
        <ResourceTable
            id="permissions-title"
            class="permissions-table"
            title=text::permissions_title()
            filter=(filter, text::permissions_filter())
            columns
            rows
            sort
            selecting=Selecting::On
            status=reads.access.status()
            refresh=Callback::new(move |()| reads.refresh())
            nothing=text::permissions_nothing()
            actions=actions(selected, open)
            notices=recent_change(reads.place.get_value())
        />
        <p class="note">{t(text::permissions_not_listed())}</p>
        {organization_grants(reads.above)}
        {live(move || {
            let chosen = || {
                let persons = reads.people();
                let places = selected.places();
                let chosen = places.into_iter().filter_map(|place| persons.get(place as usize));
                chosen.cloned().collect::<Vec<_>>()
            };
            let close = Callback::new(move |()| open.set(Open::None));
            match open.get() {
                Open::None => ().into_any(),
                Open::Grant => grant_dialog(reads, close),
                Open::Change => {
                    change_dialog(reads, untrack(chosen), close)
                },
                Open::Cancel => {
                    cancel_dialog(reads.place.get_value(), untrack(chosen), selected, close)
                },
                Open::MakePrivate => private_dialog(reads.place.get_value(), close),
            }
        })}
    }
}

/// What can be done: with the selected, or without any.
fn actions(selected: Selected, open: RwSignal<Open>) -> AnyView {
    let with_selected = |kind, none: fn() -> Message, some: fn(u64) -> Message, dialog| {
        action_button(Action {
            kind,
            label: Box::new(move || match selected.count() {
                0 => none(),
                count => some(count),
            }),
            is_enabled: Box::new(move || selected.count() > 0),
            run: Box::new(move || open.set(dialog)),
        })
    };
    [
        with_selected(
            ButtonKind::Plain,
            text::change_none,
            text::change_count,
            Open::Change,
        ),
        with_selected(
            ButtonKind::DangerText,
            text::cancel_none,
            text::cancel_count,
            Open::Cancel,
        ),
        button(ButtonKind::Primary, text::grant_action(), move || {
            open.set(Open::Grant);
        }),
    ]
    .into_any()
}

/// Visibility, pull address and description.
fn properties(details: Query<Repository>, open: RwSignal<Open>) -> AnyView {
    let retry = Callback::new(move |()| details.refresh());
    let properties = move || {
        shown(details.value().map(|repository| {
            let warning = repository.is_public.then(|| {
                view! {
                    <div class="banner warning">
                        <p>{t(text::consequence_public())}</p>
                        {button(ButtonKind::Plain, text::private_action(), move || {
                            open.set(Open::MakePrivate);
                        })}
                    </div>
                }
                .into_any()
            });
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
                </dl>
                {warning}
            }
        }))
    };
    view! {
        {live(properties)}
        {failure_of(text::permissions_details_failed(), move || details.error(), Some(retry))}
    }
    .into_any()
}

/// What is being changed, and was last changed, on this repository.
fn recent_change(place: Place) -> AnyView {
    let work = use_work();
    let newest = derived(move || {
        work.entries().into_iter().position(|entry| {
            entry.change.with(|change| {
                change
                    .items()
                    .values()
                    .any(|item| place.is_place_of(&item.subject))
            })
        })
    });
    live(move || {
        let entry = newest
            .get()
            .and_then(|index| work.entries().get(index).copied());
        shown(entry.map(change_card))
    })
    .into_any()
}

impl Place {
    fn is_place_of(&self, subject: &Subject) -> bool {
        subject.organization() == Some(&self.organization)
            && subject.repository() == Some(&self.repository)
    }
}
