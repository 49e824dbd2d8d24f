//! Before permissions are cancelled: who, what remains, the typed word.

use cloud_api::Mutation;
use cloud_api::swr::CancelRepositoryAccess;
use leptos::prelude::*;

use super::people::{Person, people_list};
use super::reads::{Picture, Reads};
use crate::i18n::{t, text, use_i18n};
use crate::live::{live, shown};
use crate::pages::confirmation::{Confirmation, dialog_actions};
use crate::pages::failure::failure_of;
use crate::pages::level::level_name_of;
use crate::pages::place::Place;
use crate::table::Selected;
use crate::ui::{ButtonKind, Dialog, Icon, IconName};
use crate::work::{Planned, use_work};

/// The dialog. What it says is read when it opens and once more before anything is sent: when that
/// differs, the person looks again. Those whose grant has gone meanwhile are still sent, and the
/// answer tells.
pub fn cancel_dialog(
    place: Place,
    people: Vec<Person>,
    selected: Selected,
    on_close: Callback<()>,
) -> AnyView {
    let work = use_work();
    let repository = format!("{}/{}", place.organization, place.repository);
    let (mutation, names) = plan(&place, &people);
    let reads = Reads::begin(place);
    let count = people.len();
    let confirmation = Confirmation::for_count(count);
    let is_own = people.iter().any(|person| person.is_self);
    let people = StoredValue::new(people);
    let picture = move || people.with_value(|people| reads.picture(people));
    let has_changed = RwSignal::new(false);
    let is_checking = RwSignal::new(false);
    let send = move || {
        if is_checking.get_untracked() || !confirmation.is_given() {
            return;
        }
        let (mutation, names) = (mutation.clone(), names.clone());
        let before = untrack(picture);
        is_checking.set(true);
        leptos::task::spawn_local(async move {
            reads.read_again().await;
            // The person may have left the dialog meanwhile.
            if is_checking.try_set(false).is_some() {
                return;
            }
            let is_read = reads.details.error_untracked().is_none()
                && reads.access.error_untracked().is_none();
            if is_read && untrack(picture) == before {
                let before = reads.before();
                selected.clear();
                on_close.run(());
                work.run(vec![vec![Planned {
                    mutation,
                    names,
                    before,
                }]]);
            } else {
                has_changed.set(is_read);
            }
        });
    };
    view! {
        <Dialog title=text::cancel_title(count as u64) on_close>
            <p class="identifier">{repository}</p>
            <div role="alert">
                {live(move || {
                    shown(
                        has_changed
                            .get()
                            .then(|| view! { <p class="banner warning">{t(text::cancel_changed())}</p> }),
                    )
                })}
            </div>
            {live(move || people_list(&picture().people))}
            {live(move || missing(count, &picture()))}
            {consequence(picture, is_own)}
            {failure_of(
                text::cancel_not_checked(),
                move || reads.details.error().or_else(|| reads.access.error()),
                None,
            )}
            {failure_of(text::organization_access_failed(), move || reads.above.error(), None)}
            {confirmation.field()}
            {dialog_actions(ButtonKind::Danger, text::cancel_count(count as u64), on_close, send)}
        </Dialog>
    }
    .into_any()
}

fn plan(place: &Place, people: &[Person]) -> (Mutation, Vec<String>) {
    let (mut users, mut names) = (Vec::new(), Vec::new());
    for person in people {
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
    (mutation, names)
}

/// How many have lost their grant since the person chose them.
fn missing(count: usize, picture: &Picture) -> AnyView {
    let gone = count.saturating_sub(picture.people.len());
    let words = || t(text::cancel_already_gone(gone as u64));
    shown((gone > 0).then(|| view! { <p>{words()}</p> }))
}

/// What follows, and what remains.
fn consequence(picture: impl Fn() -> Picture + Copy + Send + 'static, is_own: bool) -> AnyView {
    let words = use_i18n();
    let remaining = move || {
        let people = picture().people.into_iter();
        let remains: Vec<AnyView> = people
            .filter_map(|person| {
                let level = words.say(&level_name_of(person.through_organization?));
                let name = person.shown_name().to_owned();
                let message = text::consequence_through_organization(level, name);
                Some(view! { <li>{words.show(&message)}</li> }.into_any())
            })
            .collect();
        remains.into_any()
    };
    let everyone = move || {
        let is_public = picture().is_public == Some(true);
        shown(is_public.then(|| view! { <p>{t(text::consequence_public())}</p> }))
    };
    view! {
        <div id="dialog-description" class="consequence">
            <Icon name=IconName::Warning />
            <div>
                <p>{t(text::consequence_cancel())}</p>
                {live(everyone)}
                <ul>{live(remaining)}</ul>
                {shown(is_own.then(|| view! { <p>{t(text::consequence_own())}</p> }))}
                <p>{t(text::permissions_not_listed())}</p>
            </div>
        </div>
    }
    .into_any()
}
