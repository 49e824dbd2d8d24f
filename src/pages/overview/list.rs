//! The list behind a number of the overview.

use std::rc::Rc;

use leptos::prelude::*;

use super::columns::columns;
use super::head::head;
use super::known::{Asked, Part};
use super::reading::Reading;
use super::routes::List;
use super::rows::{Row, rows_of};
use crate::i18n::{Message, text, use_i18n};
use crate::listing::export::Export;
use crate::listing::extent::extent_notice;
use crate::listing::filter::use_filter;
use crate::listing::read::{Emptiness, ListRead};
use crate::listing::{Around, Listing, Standing};
use crate::live::{derived, follow, live, shown};
use crate::scans::sight::{account_words, sight_line};
use crate::table::{use_rows, use_sort_in_address};
use crate::ui::{call_page, offers_writes};

/// The page.
pub fn page(reading: Reading, list: List) -> AnyView {
    let words = use_i18n();
    let all = RwSignal::new_local(Rc::<Vec<Row>>::default());
    let of_rows = list.clone();
    follow(move || {
        let rows = reading.look(|known| rows_of(&of_rows, known, words));
        all.set(Rc::new(rows));
    });
    let has_rows = derived(move || all.with(|rows| !rows.is_empty()));
    let person = match &list {
        List::Person(person) => Some(person.clone()),
        _ => None,
    };
    if person.is_some() {
        // Of whom nothing was read no name is known, and an ID is none.
        call_page(move || {
            let name = all.with(|rows| rows.first().map(|row| row.shown_name().to_owned()));
            Some(name.map_or_else(text::overview_person_title, text::item_name))
        });
    }
    // What the list of repositories tells itself needs no scan.
    let is_scanned = list != List::PublicRepositories;
    let is_of_accounts = list == List::SharedAccounts;
    let is_of_person = person.is_some();
    let asked = match list {
        List::NotRead => Asked::Everything,
        _ => Asked::Access,
    };
    let emptiness = RwSignal::new(Emptiness::Asked);
    follow(move || {
        let is_unread = is_of_person || (is_scanned && !reading.has_begun());
        emptiness.set(match is_scanned && reading.is_reading() {
            true => Emptiness::Asked,
            false if is_unread => Emptiness::Unread,
            false => Emptiness::Nothing,
        });
    });
    let of_part = list.clone();
    let part = derived(move || {
        let is_done = !is_scanned || (reading.has_begun() && !reading.is_reading());
        let part = is_done.then(|| part_of(&of_part, reading));
        part.flatten()
    });
    let gaps = move || {
        let told = part.get().map(|part| words.say(&part)).into_iter();
        let of_places = match is_scanned {
            true => reading.gaps(asked, words),
            false => {
                let sight = reading.sight.get().map(account_words);
                sight.iter().map(|sight| words.say(sight)).collect()
            }
        };
        told.chain(of_places).collect()
    };
    let filter = use_filter(text::overview_filter);
    let sort = use_sort_in_address(match list {
        List::People => "-repositories",
        List::OrganizationGrants => "name",
        List::SharedAccounts => "account",
        List::PublicRepositories | List::Person(_) => "repository",
        List::NotRead => "place",
    });
    let rows = use_rows(columns(&list), move || all.get(), filter.text(), Some(sort));
    let refresh = Callback::new(move |()| reading.refresh());
    let mut status = reading.list.status;
    // What the scans hold may be older than the list of repositories, and that list than the one on its way.
    status.read_at = RwSignal::new(None);
    follow(move || {
        status.read_at.set(match is_scanned {
            true => reading.oldest(),
            false => reading.listed_at(),
        });
    });
    let not_listed = match list {
        List::OrganizationGrants | List::People | List::Person(_) => {
            Some(text::access_file_not_listed())
        }
        List::PublicRepositories | List::SharedAccounts | List::NotRead => None,
    };
    let listing = Listing {
        id: "overview-list-title",
        title: list.words(),
        count: count_of(&list),
        filter,
        rows: rows.grid(),
        read: ListRead {
            // Of a scan the number of repositories is told, not that of rows.
            extent: (!is_scanned).then_some(reading.list.extent),
            status,
            ..ListRead::of_list(reading.list)
                .refreshed_by(refresh)
                .empty_as(emptiness)
        },
        nothing: live(move || match is_scanned && !reading.has_begun() {
            true => text::overview_not_begun(),
            false => {
                let all = || match is_scanned {
                    true => reading.counts_of(Asked::Access).words(),
                    // Their list tells it: nothing of theirs was read.
                    false => text::repositories_count(reading.rows().len() as u64),
                };
                let counts = part.get().unwrap_or_else(all);
                match &person {
                    Some(person) => text::overview_person_nothing(counts, person.as_str()),
                    None => text::overview_nothing(counts),
                }
            }
        }),
        around: Around {
            standing: Standing::Page,
            export: Export {
                waits: live(move || is_scanned && reading.is_reading()),
                gaps: live(gaps),
                not_listed,
                ..Export::default()
            },
            ..Around::default()
        },
    };
    // Accounts are told only to whoever may manage: another number than that of the head.
    let named = move |part| match is_of_accounts {
        true => text::overview_question(text::shared_accounts_title(), part),
        false => part,
    };
    view! {
        {shown(is_scanned.then(|| [head(reading, asked), extent_notice(reading.list.extent)]))}
        {sight_line(move || reading.sight.get().map(account_words))}
        {sight_line(move || part.get().map(named))}
        {shown((is_of_person && offers_writes()).then(|| sight_line(move || has_rows.get().then(text::overview_remove_via))))}
        {listing.view()}
    }
    .into_any()
}

/// Of how much a list is what its rows rest on, where that is not all; reacts.
fn part_of(list: &List, reading: Reading) -> Option<Message> {
    type Words = fn(u64, u64) -> Message;
    let (Part { read, total }, words): (Part, Words) = match list {
        List::SharedAccounts => (reading.shared_part(), text::overview_part_repositories),
        List::OrganizationGrants | List::People | List::Person(_) => (
            reading.organizations_read(),
            text::overview_part_organizations,
        ),
        List::PublicRepositories => (reading.public_part(), text::overview_part_repositories),
        List::NotRead => return None,
    };
    (read < total).then(|| words(read, total))
}

fn count_of(list: &List) -> fn(u64) -> Message {
    match list {
        List::PublicRepositories | List::Person(_) => text::repositories_count,
        List::NotRead => text::overview_places,
        List::OrganizationGrants => text::overview_grants_count,
        List::SharedAccounts => text::overview_shares_count,
        List::People => text::access_count,
    }
}
