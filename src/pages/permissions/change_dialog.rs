//! Changing the level of people who have a grant.

use cloud_api::Mutation;
use cloud_api::swr::{AccessLevel, ChangeRepositoryAccess, Grant};
use leptos::prelude::*;

use super::Place;
use super::people::Person;
use super::submit::{DialogActions, PeopleList, TypedConfirmation, is_confirmation};
use crate::i18n::{Message, t, text};
use crate::pages::level::level_name;
use crate::ui::Dialog;
use crate::work::{Planned, use_work};

/// The dialog.
#[component]
pub fn ChangeDialog(
    /// Where.
    place: Place,
    /// Whose levels.
    people: Vec<Person>,
    /// Leaves.
    on_close: Callback<()>,
) -> impl IntoView {
    let work = use_work();
    let count = people.len() as u64;
    let level = RwSignal::new(AccessLevel::Read);
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<Message>);
    let is_own = people.iter().any(|person| person.is_self);
    let shown = people.clone();
    let repository = format!("{}/{}", place.organization, place.repository);
    let send = move |()| {
        if count > 1 && !is_confirmation(&typed.get_untracked()) {
            problem.set(Some(text::confirm_missing()));
            return;
        }
        let level = level.get_untracked();
        let named: Vec<(Grant, String)> = people
            .iter()
            .filter_map(|person| {
                let grant = Grant::new(person.id()?, Some(&person.user_name), level);
                Some((grant, person.shown_name().to_owned()))
            })
            .collect();
        let (grants, names) = named.into_iter().unzip();
        let mutation = Mutation::ChangeRepositoryAccess(ChangeRepositoryAccess {
            organization: place.organization.clone(),
            repository: place.repository.clone(),
            grants,
        });
        on_close.run(());
        work.run(Planned { mutation, names });
    };
    let title = t(text::change_title(count));
    view! {
        <Dialog title=Signal::derive(title) on_close>
            <p class="identifier">{repository}</p>
            <PeopleList people=shown />
            <LevelChoice level />
            <div id="dialog-description" class="consequence">
                <p>{t(text::consequence_change())}</p>
                {is_own.then(|| view! { <p>{t(text::consequence_own())}</p> })}
            </div>
            {(count > 1).then(|| view! { <TypedConfirmation typed problem /> })}
            <DialogActions label=text::change_count(count) on_close on_act=Callback::new(send) />
        </Dialog>
    }
}

/// The levels, as a choice.
#[component]
pub fn LevelChoice(
    /// The chosen one.
    level: RwSignal<AccessLevel>,
) -> impl IntoView {
    let options = AccessLevel::ALL
        .into_iter()
        .map(|this| {
            view! {
                <option value=this.number().to_string() selected=move || level.get() == this>
                    {t(level_name(this))}
                </option>
            }
        })
        .collect_view();
    let choose = move |event| {
        let number = event_target_value(&event).parse::<i64>().ok();
        if let Some(chosen) = number.and_then(|number| AccessLevel::try_from(number).ok()) {
            level.set(chosen);
        }
    };
    view! {
        <div class="field">
            <label for="level">{t(text::permissions_level())}</label>
            <select id="level" class="input" on:change=choose>
                {options}
            </select>
        </div>
    }
}
