//! Picking one of the account's users, however many there are.

use std::rc::Rc;

use cloud_api::iam::{User, users_like};
use cloud_api::{Listed, UserId};
use leptos::prelude::*;

use crate::form::Field;
use crate::i18n::{t, text, use_i18n, visible};
use crate::live::{follow, live, on, shown};

/// Users that the list holds at once; a search narrows it down.
const MOST: usize = 100;

/// Who is granted something: the fields for ID and name, and who was picked into them.
#[derive(Clone, Copy)]
pub struct Grantee {
    /// The ID.
    pub id: Field,
    /// The name that goes with it.
    pub name: Field,
    /// ID and name of the one who was picked.
    picked: RwSignal<Option<(String, String)>>,
}

impl Grantee {
    /// Nobody yet. The name of one who was picked leaves its field with the ID: it is not that of
    /// whoever is typed in their place.
    pub fn new(id: Field) -> Self {
        let grantee = Self {
            id,
            name: Field::new(|_| None),
            picked: RwSignal::new(None),
        };
        follow(move || {
            if grantee.has_left() {
                grantee.name.text.set(String::new());
                grantee.picked.set(None);
            }
        });
        grantee
    }

    /// Whether another ID stands beside the name of the one who was picked; reacts.
    fn has_left(self) -> bool {
        let id = self.id.text.get();
        let name = self.name.text.get();
        self.picked.with(|picked| {
            let picked = picked.as_ref();
            picked.is_some_and(|(own, known)| id.trim() != own && name == *known)
        })
    }

    /// The name that goes with the ID, where there is one; reacts.
    pub fn name_of_user(self) -> String {
        match self.has_left() {
            true => String::new(),
            false => self.name.text.get(),
        }
    }

    /// Who stands in the fields: an ID as people type it, or that of a user who is listed; reacts.
    pub fn user(self, listed: Option<Rc<Listed<User>>>) -> Option<UserId> {
        let text = self.id.text.get();
        let text = text.trim();
        match is_listed(listed.as_deref(), text) {
            true => UserId::listed(text),
            false => text.parse().ok(),
        }
    }

    fn pick(self, id: String, name: String) {
        self.picked.set(Some((id.clone(), name.clone())));
        self.name.text.set(name);
        self.id.text.set(id);
    }
}

/// Whether a user of this ID is listed.
pub fn is_listed(users: Option<&Listed<User>>, id: &str) -> bool {
    let mut users = users.into_iter().flat_map(|users| users.iter());
    users.any(|user| user.id == id && user.user_id().is_some())
}

/// The users to pick from, by name, with a search; the choice fills in ID and name.
pub fn user_choice(users: Rc<Listed<User>>, grantee: Grantee) -> AnyView {
    let words = use_i18n();
    let search = RwSignal::new(String::new());
    let users = StoredValue::new_local(users);
    let found = move || {
        users.with_value(|users| {
            let found = search.with(|search| users_like(users, search));
            let found = found.into_iter().filter(|user| user.user_id().is_some());
            found.cloned().collect::<Vec<User>>()
        })
    };
    let option = move |user: User| {
        let (id, name) = (visible(&user.id), visible(&user.name));
        let label = match user.is_enabled {
            Some(false) => text::grant_pick_disabled(id, name),
            Some(true) | None => text::grant_pick_one(id, name),
        };
        let this = user.id.clone();
        view! {
            <option
                value=user.id
                selected=live(move || grantee.id.text.with(|id| *id == this))
            >
                {live(move || words.say(&label))}
            </option>
        }
        .into_any()
    };
    let options = move || {
        let options: Vec<AnyView> = found().into_iter().take(MOST).map(option).collect();
        options.into_any()
    };
    let note = move || {
        let more = found().len().saturating_sub(MOST) as u64;
        let nobody = found().is_empty();
        let note = if nobody {
            Some(text::grant_pick_nobody())
        } else {
            (more > 0).then(|| text::grant_pick_more(more))
        };
        shown(note.map(t))
    };
    let choose = move |event: leptos::ev::Event| {
        let chosen = event_target_value(&event);
        let name = users.with_value(|users| {
            let mut users = users.iter();
            let found = users.find(|user| user.id == chosen);
            found.map(|user| user.name.clone())
        });
        grantee.pick(chosen, name.unwrap_or_default());
    };
    view! {
        <div class="field">
            <label for="user-search">{t(text::grant_pick_search())}</label>
            <input
                id="user-search"
                class="input"
                type="search"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                prop:value=live(move || search.get())
                on:input=on(move |event| search.set(event_target_value(&event)))
            />
        </div>
        <div class="field">
            <label for="user-choice">{t(text::grant_pick())}</label>
            <select
                id="user-choice"
                class="input"
                translate="no"
                size="6"
                aria-describedby="user-choice-note"
                on:change=on(choose)
            >
                <option value="">{t(text::grant_pick_none())}</option>
                {live(options)}
            </select>
            <div id="user-choice-note" class="field-note" role="status">
                <span class="field-hint">{live(note)}</span>
            </div>
        </div>
    }
    .into_any()
}
