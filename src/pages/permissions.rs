//! Who can get the images of one repository: direct grants, what the organization gives, and whether
//! everyone can.

mod cancel_dialog;
mod change_dialog;
mod grant_dialog;
mod people;
mod private_dialog;
mod submit;

use std::rc::Rc;

use cloud_api::swr::{ShowOrganizationAccess, ShowRepository, ShowRepositoryAccess};
use cloud_api::{OrganizationName, RepositoryName, Subject};
use leptos::prelude::*;

use super::change_card::ChangeCard;
use super::failure::Failure;
use super::level::LevelName;
use super::table_tools::{Empty, EmptyTable, FilterField, Freshness, StaleRows, use_filter};
use super::visibility::VisibilityPill;
use crate::i18n::{Untrusted, number, t, text, use_i18n};
use crate::query::use_query;
use crate::session::use_session;
use crate::table::{Column, Describe, Grid, Selected, use_shown, use_sort_in_address};
use crate::work::use_work;
use cancel_dialog::CancelDialog;
use change_dialog::ChangeDialog;
use grant_dialog::GrantDialog;
use people::{OrganizationGrants, Person, cell, people, row_text};
use private_dialog::PrivateDialog;

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
    let words = use_i18n();
    let session = use_session();
    let place = StoredValue::new(Place {
        organization: organization.clone(),
        repository: repository.clone(),
    });
    let details = use_query(ShowRepository {
        organization: organization.clone(),
        repository: repository.clone(),
    });
    let access = use_query(ShowRepositoryAccess {
        organization: organization.clone(),
        repository,
    });
    let above = use_query(ShowOrganizationAccess { organization });
    let filter = use_filter();
    let sort = use_sort_in_address("name");
    let selected = Selected::default();
    let (open, set_open) = signal(Open::None);
    let close = Callback::new(move |()| set_open.set(Open::None));
    let persons: Signal<Rc<Vec<Person>>, LocalStorage> = {
        let persons = Memo::new(move |_| {
            let me = session.identity().map(|identity| identity.user_id.clone());
            let access = access.value.get();
            let above = above.value.get();
            people(access.as_deref(), above.as_deref(), me.as_deref())
        });
        Signal::derive_local(move || Rc::new(persons.get()))
    };
    Effect::new(move |_| {
        let persons = persons.get();
        if access.value.with(Option::is_some) {
            selected.retain(|key| persons.iter().any(|person| person.user_id == key));
        }
    });
    let chosen = Signal::derive_local(move || {
        let persons = persons.get();
        let keys = selected.keys();
        persons
            .iter()
            .filter(|person| keys.contains(&person.user_id))
            .cloned()
            .collect::<Vec<_>>()
    });
    let describe = Describe {
        text: row_text,
        name: |person: &Person| person.shown_name().to_owned(),
        is_selectable: |person| person.id().is_some(),
        cell: Box::new(move |person, column| place.with_value(|place| cell(place, person, column))),
    };
    let rows = use_shown(persons, filter.into(), sort, describe);
    let count = rows.count;
    let columns = vec![
        Column::text("name", text::permissions_user()),
        Column::text("id", text::permissions_user_id()),
        Column::text("level", text::permissions_level()),
        Column::text("organization", text::permissions_through_organization()),
    ];
    let title_count = move || {
        let language = words.language();
        let all = number(persons.with(|persons| persons.len()) as u64, language);
        match selected.count() {
            0 => all,
            some => format!("{}/{all}", number(some as u64, language)),
        }
    };
    let empty = move || {
        if access.value.with(Option::is_none) {
            return Some(access.error.get().map_or(Empty::Reading, Empty::Failed));
        }
        if persons.with(|persons| persons.is_empty()) {
            return Some(Empty::Nothing(text::permissions_nothing()));
        }
        (count.get() == 0).then_some(Empty::NoMatch)
    };
    let refresh = Callback::new(move |()| {
        details.refresh();
        access.refresh();
        above.refresh();
    });
    let cancel_label = move || match selected.count() {
        0 => words.say(&text::cancel_none()),
        some => words.say(&text::cancel_count(some as u64)),
    };
    let change_label = move || match selected.count() {
        0 => words.say(&text::change_none()),
        some => words.say(&text::change_count(some as u64)),
    };
    view! {
        <p class="page-purpose">{t(text::permissions_purpose())}</p>
        <Properties details=details set_open=set_open />
        <div class="toolbar">
            <h2 id="permissions-title" tabindex="-1">
                {t(text::permissions_title())} " (" {title_count} ")"
            </h2>
            <FilterField id="permissions-filter" label=text::permissions_filter() filter matching=count />
            <div class="toolbar-actions">
                <Freshness
                    read_at=access.read_at.into()
                    is_reading=access.is_reading.into()
                    refresh
                />
                <button
                    type="button"
                    class="button"
                    disabled=move || selected.count() == 0
                    on:click=move |_| set_open.set(Open::Change)
                >
                    {change_label}
                </button>
                <button
                    type="button"
                    class="button danger-text"
                    disabled=move || selected.count() == 0
                    on:click=move |_| set_open.set(Open::Cancel)
                >
                    {cancel_label}
                </button>
                <button
                    type="button"
                    class="button primary"
                    on:click=move |_| set_open.set(Open::Grant)
                >
                    {t(text::grant_action())}
                </button>
            </div>
        </div>
        <RecentChanges place=place.get_value() />
        <StaleRows
            error=access.error.into()
            has_rows=Signal::derive(move || access.value.with(Option::is_some))
            refresh
        />
        <Grid titled_by="permissions-title" class="permissions-table" columns rows selected sort />
        {move || empty().map(|empty| view! { <EmptyTable empty filter refresh /> })}
        <p class="note">{t(text::permissions_not_listed())}</p>
        <OrganizationGrants above />
        {move || match open.get() {
            Open::None => ().into_any(),
            Open::Grant => view! { <GrantDialog place=place.get_value() on_close=close /> }.into_any(),
            Open::Change => {
                let people = chosen.get_untracked();
                view! { <ChangeDialog place=place.get_value() people on_close=close /> }.into_any()
            }
            Open::Cancel => {
                let people = chosen.get_untracked();
                view! { <CancelDialog place=place.get_value() people selected on_close=close /> }
                    .into_any()
            }
            Open::MakePrivate => {
                view! { <PrivateDialog place=place.get_value() on_close=close /> }.into_any()
            }
        }}
    }
}

#[component]
fn Properties(
    details: crate::query::Query<cloud_api::swr::Repository>,
    set_open: WriteSignal<Open>,
) -> impl IntoView {
    let retry = Callback::new(move |()| details.refresh());
    let properties = move || {
        let repository = details.value.get()?;
        let is_public = repository.is_public;
        Some(view! {
            <dl class="properties">
                <div>
                    <dt>{t(text::repositories_visibility())}</dt>
                    <dd>
                        <VisibilityPill is_public />
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
            {is_public
                .then(|| {
                    view! {
                        <div class="banner warning">
                            <p>{t(text::consequence_public())}</p>
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| set_open.set(Open::MakePrivate)
                            >
                                {t(text::private_action())}
                            </button>
                        </div>
                    }
                })}
        })
    };
    view! {
        {properties}
        {move || {
            details
                .error
                .get()
                .map(|error| view! { <Failure what=text::permissions_details_failed() error retry /> })
        }}
    }
}

/// What is being changed, and was last changed, on this repository.
#[component]
fn RecentChanges(place: Place) -> impl IntoView {
    let work = use_work();
    let newest = Memo::new(move |_| {
        work.entries().into_iter().position(|entry| {
            entry.change.with(|change| {
                change
                    .items()
                    .values()
                    .any(|item| place.is_place_of(&item.subject))
            })
        })
    });
    move || {
        let entry = newest
            .get()
            .and_then(|index| work.entries().get(index).copied())?;
        Some(view! { <ChangeCard entry /> })
    }
}

impl Place {
    fn is_place_of(&self, subject: &Subject) -> bool {
        match subject {
            Subject::RepositoryGrant {
                organization,
                repository,
                ..
            }
            | Subject::RepositoryVisibility {
                organization,
                repository,
            } => *organization == self.organization && *repository == self.repository,
        }
    }
}

/// The level that the organization gives, or that it could not be read.
#[component]
fn Through(level: Option<i64>) -> impl IntoView {
    level.map(|number| view! { <LevelName number /> })
}
