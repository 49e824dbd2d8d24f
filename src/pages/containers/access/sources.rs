//! From where the people of a dialog have access: a tick for each source, and what is left of it.

use std::collections::{BTreeMap, BTreeSet};

use cloud_api::Listed;
use cloud_api::swr::{
    AccessPerson, AccessPlace, AccessSource, Afterwards, Held, Organization, Protected,
};
use leptos::prelude::*;
use words::level::level_name_of;

use crate::i18n::{Message, Untrusted, t, text, use_i18n};
use crate::live::{live, on, shown};
use crate::query::Query;
use crate::ui::bounded::bounded;

/// Which sources of whom are taken away.
#[derive(Clone, Copy)]
pub struct Ticks {
    ticked: RwSignal<BTreeSet<(String, AccessSource)>>,
}

impl Ticks {
    /// What the place itself gives to these people: the organization's access is for more than this
    /// place.
    pub fn direct_of(people: &[AccessPerson]) -> Self {
        let direct = people
            .iter()
            .filter(|person| person.can_lose(AccessSource::Direct));
        let direct = direct.map(|person| (person.user_id.clone(), AccessSource::Direct));
        Self {
            ticked: RwSignal::new(direct.collect()),
        }
    }

    /// What somebody loses; reacts.
    pub fn of(self, person: &AccessPerson) -> BTreeSet<AccessSource> {
        let is_ticked = |source: &AccessSource| self.has(person, *source);
        AccessSource::ALL.into_iter().filter(is_ticked).collect()
    }

    /// Whether this is taken away; reacts.
    pub fn has(self, person: &AccessPerson, source: AccessSource) -> bool {
        let ticked = |ticked: &BTreeSet<(String, AccessSource)>| {
            ticked.contains(&(person.user_id.clone(), source))
        };
        person.can_lose(source) && self.ticked.with(ticked)
    }

    /// How many of these people lose something; reacts.
    pub fn people(self, people: &[AccessPerson]) -> usize {
        let losing = people.iter().filter(|person| !self.of(person).is_empty());
        losing.count()
    }

    /// Whether somebody loses what an organization gives; reacts.
    pub fn has_organization(self) -> bool {
        self.ticked.with(|ticked| {
            let mut sources = ticked.iter().map(|(_, source)| source);
            sources.any(|source| *source == AccessSource::Organization)
        })
    }

    fn toggle(self, person: &str, source: AccessSource) {
        let key = (person.to_owned(), source);
        self.ticked.update(|ticked| {
            if !ticked.remove(&key) {
                ticked.insert(key);
            }
        });
    }
}

/// The people with a tick for each source.
pub fn source_list(
    place: &AccessPlace,
    people: &[AccessPerson],
    ticks: Ticks,
    organizations: Option<Query<Listed<Organization>>>,
) -> AnyView {
    let above = AccessSource::Organization.place(place).to_string();
    let lines = bounded(people.iter(), |person| {
        let sources = AccessSource::ALL
            .into_iter()
            .filter(|source| person.has(*source));
        let lines: Vec<AnyView> = sources
            .enumerate()
            .map(|(number, source)| {
                let afterwards = (number == 0).then(|| afterwards(person, ticks, above.clone()));
                source_line(person, source, ticks, &above, organizations, afterwards)
            })
            .collect();
        Some(lines.into_any())
    });
    view! { <ul class="dialog-list sources" tabindex="0">{lines}</ul> }.into_any()
}

fn source_line(
    person: &AccessPerson,
    source: AccessSource,
    ticks: Ticks,
    above: &str,
    organizations: Option<Query<Listed<Organization>>>,
    afterwards: Option<AnyView>,
) -> AnyView {
    let Held::Grant { auth, protection } = person.held(source) else {
        return ().into_any();
    };
    let level = level_name_of(auth);
    let what = match source {
        AccessSource::Direct => text::access_source_direct(level),
        AccessSource::Organization => text::access_source_organization(level, above.to_owned()),
    };
    let covers = (source == AccessSource::Organization)
        .then_some(organizations)
        .flatten()
        .map(|organizations| covers(organizations, above.to_owned()));
    let kept = protection.map(|protection| match protection {
        Protected::Creator => t(text::permissions_kept_creator()),
        Protected::Oneself => t(text::permissions_kept_own()),
    });
    let can_lose = person.can_lose(source);
    let (of_tick, of_change) = (person.clone(), person.user_id.clone());
    let words = use_i18n();
    view! {
        <li>
            <label>
                <input
                    type="checkbox"
                    disabled=!can_lose
                    prop:checked=live(move || ticks.has(&of_tick, source))
                    on:change=on(move |_| ticks.toggle(&of_change, source))
                />
                <span>
                    <strong>
                        <Untrusted text=person.shown_name().to_owned() />
                    </strong>
                    " "
                    <span class="identifier">
                        <Untrusted text=person.user_id.clone() />
                    </span>
                    " "
                    <span class="field-hint">{live(move || words.show(&what))} {covers}</span>
                    {kept.map(|kept| view! { " " <span class="field-hint">{kept}</span> })}
                </span>
            </label>
            {shown(afterwards)}
        </li>
    }
    .into_any()
}

/// How many repositories the organization gives access to, where that is known.
fn covers(organizations: Query<Listed<Organization>>, above: String) -> AnyView {
    live(move || {
        let rows = organizations.value();
        let mut rows = rows.iter().flat_map(|rows| rows.iter());
        let count = rows
            .find(|it| it.name == above)
            .and_then(|it| it.repo_count);
        shown(count.map(|count| view! { " · " {t(text::access_covers(count))} }))
    })
    .into_any()
}

/// What somebody has left.
fn afterwards(person: &AccessPerson, ticks: Ticks, above: String) -> AnyView {
    let words = use_i18n();
    let person = person.clone();
    let left = move || {
        let message = left_words(person.after_losing(&ticks.of(&person)), &above);
        words.show(&message)
    };
    view! { <span class="afterwards" role="status">{live(left)}</span> }.into_any()
}

fn left_words(left: Afterwards, above: &str) -> Message {
    match left {
        Afterwards::Nothing => text::access_afterwards_none(),
        Afterwards::NotTold => text::access_afterwards_not_told(),
        Afterwards::Level {
            auth,
            from: AccessSource::Direct,
        } => text::access_afterwards_direct(level_name_of(auth)),
        Afterwards::Level {
            auth,
            from: AccessSource::Organization,
        } => text::access_afterwards_organization(level_name_of(auth), above.to_owned()),
    }
}

/// Whose access is taken away at a source, by ID and the name under which the person saw them.
pub fn losing(
    people: &[AccessPerson],
    ticks: Ticks,
    source: AccessSource,
) -> BTreeMap<String, &AccessPerson> {
    let losing = people.iter().filter(|person| ticks.has(person, source));
    losing
        .map(|person| (person.user_id.clone(), person))
        .collect()
}
