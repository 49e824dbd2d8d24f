//! Before permissions are cancelled: who, what remains, the typed word.

use cloud_api::Mutation;
use cloud_api::swr::{
    CancelRepositoryAccess, ShowOrganizationAccess, ShowRepository, ShowRepositoryAccess,
};
use leptos::prelude::*;

use super::Place;
use super::people::{Person, people as read_people};
use super::submit::{DialogActions, PeopleList, TypedConfirmation, is_confirmation};
use crate::i18n::{Message, t, text, use_i18n};
use crate::pages::failure::Failure;
use crate::pages::level::level_name_of;
use crate::query::use_query;
use crate::session::use_session;
use crate::table::Selected;
use crate::ui::{Dialog, Icon, IconName};
use crate::work::{Planned, use_work};

/// The dialog. What it says is read again when it opens; those whose grant has gone meanwhile are
/// still sent, and the answer tells.
#[component]
pub fn CancelDialog(
    /// Where.
    place: Place,
    /// Whose permissions.
    people: Vec<Person>,
    /// The selection to clear once it is sent.
    selected: Selected,
    /// Leaves.
    on_close: Callback<()>,
) -> impl IntoView {
    let words = use_i18n();
    let work = use_work();
    let session = use_session();
    let details = use_query(ShowRepository {
        organization: place.organization.clone(),
        repository: place.repository.clone(),
    });
    let access = use_query(ShowRepositoryAccess {
        organization: place.organization.clone(),
        repository: place.repository.clone(),
    });
    let above = use_query(ShowOrganizationAccess {
        organization: place.organization.clone(),
    });
    let count = people.len() as u64;
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<Message>);
    let is_own = people.iter().any(|person| person.is_self);
    let ids: Vec<String> = people.iter().map(|person| person.user_id.clone()).collect();
    // As read just now; the rows of the page stand in until then.
    let current = {
        let people = people.clone();
        move || {
            let me = session.identity().map(|identity| identity.user_id.clone());
            let (access, above) = (access.value.get(), above.value.get());
            match access {
                None => people.clone(),
                Some(access) => {
                    let mut read = read_people(Some(&access), above.as_deref(), me.as_deref());
                    read.retain(|person| ids.contains(&person.user_id));
                    read
                }
            }
        }
    };
    let missing = {
        let current = current.clone();
        move || {
            let gone = count.saturating_sub(current().len() as u64);
            (gone > 0).then(|| words.say(&text::cancel_already_gone(gone)))
        }
    };
    let remaining = {
        let current = current.clone();
        move || {
            current()
                .into_iter()
                .filter_map(|person| {
                    let level = level_name_of(person.through_organization?);
                    let name = person.shown_name().to_owned();
                    let message = text::consequence_through_organization(words.say(&level), name);
                    Some(view! { <li>{words.show(&message)}</li> })
                })
                .collect_view()
        }
    };
    let unread = move || {
        let error = details.error.get().or_else(|| access.error.get());
        error.map(|error| view! { <Failure what=text::cancel_not_checked() error /> })
    };
    let unread_above = move || {
        above.error.get().map(|error| {
            view! { <Failure what=text::organization_access_failed() error /> }
        })
    };
    let is_public = move || {
        details
            .value
            .get()
            .is_some_and(|repository| repository.is_public)
    };
    let send = {
        let people = people.clone();
        let place = place.clone();
        move |()| {
            if count > 1 && !is_confirmation(&typed.get_untracked()) {
                problem.set(Some(text::confirm_missing()));
                return;
            }
            let mut users = Vec::new();
            let mut names = Vec::new();
            for person in &people {
                if let Some(id) = person.id() {
                    users.push(id);
                    names.push(person.shown_name().to_owned());
                }
            }
            let mutation = Mutation::CancelRepositoryAccess(CancelRepositoryAccess {
                organization: place.organization.clone(),
                repository: place.repository.clone(),
                users,
            });
            selected.clear();
            on_close.run(());
            work.run(Planned { mutation, names });
        }
    };
    let title = t(text::cancel_title(count));
    view! {
        <Dialog title=Signal::derive(title) on_close>
            <p class="identifier">{format!("{}/{}", place.organization, place.repository)}</p>
            {move || view! { <PeopleList people=current() /> }}
            {missing}
            <div id="dialog-description" class="consequence">
                <Icon name=IconName::Warning />
                <div>
                    <p>{t(text::consequence_cancel())}</p>
                    {move || is_public().then(|| view! { <p>{t(text::consequence_public())}</p> })}
                    <ul>{remaining}</ul>
                    {is_own.then(|| view! { <p>{t(text::consequence_own())}</p> })}
                    <p>{t(text::permissions_not_listed())}</p>
                </div>
            </div>
            {unread}
            {unread_above}
            {(count > 1).then(|| view! { <TypedConfirmation typed problem /> })}
            <DialogActions
                label=text::cancel_count(count)
                is_danger=true
                on_close
                on_act=Callback::new(send)
            />
        </Dialog>
    }
}
