//! Changing the level of people who have a grant.

use cloud_api::Mutation;
use cloud_api::swr::{AccessLevel, ChangeRepositoryAccess, Grant};
use leptos::prelude::*;

use super::people::{Person, people_list};
use super::reads::Reads;
use crate::i18n::{t, text};
use crate::live::{live, on, shown};
use crate::pages::confirmation::{Confirmation, dialog_actions};
use crate::pages::level::level_name;
use crate::ui::{ButtonKind, Dialog};
use crate::work::{Planned, use_work};

/// The dialog.
pub fn change_dialog(page: Reads, people: Vec<Person>, on_close: Callback<()>) -> AnyView {
    let place = page.place.get_value();
    let work = use_work();
    let count = people.len();
    let level = RwSignal::new(AccessLevel::Read);
    let confirmation = Confirmation::for_count(count);
    let is_own = people.iter().any(|person| person.is_self);
    let list = people_list(&people);
    let repository = format!("{}/{}", place.organization, place.repository);
    let send = move || {
        if !confirmation.is_given() {
            return;
        }
        let level = level.get_untracked();
        let (mut grants, mut names) = (Vec::new(), Vec::new());
        for person in &people {
            if let Some(id) = person.id() {
                grants.push(Grant::new(id, Some(&person.user_name), level));
                names.push(person.shown_name().to_owned());
            }
        }
        let mutation = Mutation::ChangeRepositoryAccess(ChangeRepositoryAccess {
            organization: place.organization.clone(),
            repository: place.repository.clone(),
            grants,
        });
        let before = page.before();
        on_close.run(());
        work.run(vec![vec![Planned {
            mutation,
            names,
            before,
        }]]);
    };
    view! {
        <Dialog title=text::change_title(count as u64) on_close>
            <p class="identifier">{repository}</p>
            {list}
            {level_choice(level)}
            <div id="dialog-description" class="consequence">
                <p>{t(text::consequence_change())}</p>
                {shown(is_own.then(|| view! { <p>{t(text::consequence_own())}</p> }))}
            </div>
            {confirmation.field()}
            {dialog_actions(ButtonKind::Primary, text::change_count(count as u64), on_close, send)}
        </Dialog>
    }
    .into_any()
}

/// The levels, as a choice.
pub fn level_choice(level: RwSignal<AccessLevel>) -> AnyView {
    let options: Vec<AnyView> = AccessLevel::ALL
        .into_iter()
        .map(|this| {
            view! {
                <option
                    value=this.number().to_string()
                    selected=live(move || level.get() == this)
                >
                    {t(level_name(this))}
                </option>
            }
            .into_any()
        })
        .collect();
    let choose = move |event: leptos::ev::Event| {
        let number = event_target_value(&event).parse::<i64>().ok();
        if let Some(chosen) = number.and_then(|number| AccessLevel::try_from(number).ok()) {
            level.set(chosen);
        }
    };
    view! {
        <div class="field">
            <label for="level">{t(text::permissions_level())}</label>
            <select id="level" class="input" on:change=on(choose)>
                {options}
            </select>
        </div>
    }
    .into_any()
}
