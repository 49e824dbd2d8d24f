//! The rows behind each number of the overview: a number is how many rows its list has.

use cloud_api::swr::{AccessSource, Reach};
use cloud_api::{ApiError, RepositoryPath};
use tallies::Lacks;
use words::failure::details;

use super::known::Known;
use super::routes::{List, Route};
use crate::i18n::{I18n, text};
use crate::route::container_images::{
    ACCESS, SHARED_ACCOUNTS, access_to_organization, filtered, repository,
};

/// What stands in one of the lists; which of it a list shows is told by its columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Row {
    /// The repository or organization; untrusted text.
    pub place: String,
    /// Where that leads; empty where nothing can be asked about it.
    pub address: String,
    /// The person or account, by name; untrusted text.
    pub who: String,
    /// ID of the person; untrusted text.
    pub user_id: String,
    /// The level's number, where the service tells.
    pub level: Option<i64>,
    /// Whether the repository itself gives it.
    pub is_direct: bool,
    /// The organization that gives it, where one does; untrusted text.
    pub through: String,
    /// Where who has access to that organization stands, this person found; empty where none gives it.
    pub through_address: String,
    /// Until when, in the service's own words.
    pub until: String,
    /// Repositories.
    pub repositories: u64,
    /// What could not be read, and why.
    pub why: String,
}

/// The rows of a list.
#[must_use]
pub fn rows_of(list: &List, known: &Known<'_>, words: I18n) -> Vec<Row> {
    match list {
        List::PublicRepositories => public(known),
        List::OrganizationGrants => grants(known),
        List::SharedAccounts => shares(known),
        List::People => known
            .access_of_all()
            .reaches()
            .into_iter()
            .map(reach)
            .collect(),
        List::Person(person) => reached(known, person),
        List::NotRead => not_read(known, words),
    }
}

fn placed(place: &RepositoryPath, part: &str) -> Row {
    Row {
        place: place.to_string(),
        address: repository(place, part),
        ..Row::default()
    }
}

fn public(known: &Known<'_>) -> Vec<Row> {
    let public = known
        .lists
        .listed
        .iter()
        .filter(|it| it.is_public == Some(true));
    let rows = public.map(|listed| match &listed.place {
        Ok(place) => placed(place, ACCESS),
        Err(name) => Row {
            place: name.clone(),
            ..Row::default()
        },
    });
    rows.collect()
}

fn grants(known: &Known<'_>) -> Vec<Row> {
    let rows = known.organizations().flat_map(|(organization, list)| {
        list.grants().iter().map(move |grant| Row {
            place: organization.to_string(),
            address: access_to_organization(organization),
            who: grant.user_name.clone(),
            user_id: grant.user_id.clone(),
            level: grant.auth,
            ..Row::default()
        })
    });
    rows.collect()
}

fn shares(known: &Known<'_>) -> Vec<Row> {
    let rows = known.shared().flat_map(|(place, accounts)| {
        // Whose time is over can get nothing.
        let valid = accounts.iter().filter(|account| !account.has_expired());
        valid.map(move |account| Row {
            who: account.account.clone(),
            until: account.deadline.clone(),
            ..placed(place, SHARED_ACCOUNTS)
        })
    });
    rows.collect()
}

fn reach(reach: Reach) -> Row {
    Row {
        address: Route::List(List::Person(reach.user_id.clone())).to_string(),
        who: reach.user_name,
        user_id: reach.user_id,
        repositories: reach.repositories,
        ..Row::default()
    }
}

fn reached(known: &Known<'_>, person: &str) -> Vec<Row> {
    let reached = known.access_of_all().reached_by(person).into_iter();
    let found_in = |address: String| filtered(&address, person);
    let rows = reached.map(|reached| {
        let is_through = reached.person.has(AccessSource::Organization);
        let organization = reached.place.organization.as_str();
        Row {
            who: reached.person.user_name.clone(),
            user_id: reached.person.user_id.clone(),
            level: reached.person.effective(),
            is_direct: reached.person.has(AccessSource::Direct),
            through: if is_through { organization } else { "" }.to_owned(),
            through_address: match is_through {
                true => found_in(access_to_organization(&reached.place.organization)),
                false => String::new(),
            },
            address: found_in(repository(reached.place, ACCESS)),
            place: reached.place.to_string(),
            ..Row::default()
        }
    });
    rows.collect()
}

fn not_read(known: &Known<'_>, words: I18n) -> Vec<Row> {
    let refused = known.each().filter_map(|known| {
        let lines: Vec<String> = known
            .told
            .lacks()
            .map(|(lacks, error)| why_not(lacks, error, words))
            .collect();
        (!lines.is_empty()).then(|| Row {
            why: lines.join(" "),
            ..placed(known.place, ACCESS)
        })
    });
    let organizations = known.refused_organizations();
    let organizations = organizations.map(|(organization, error)| Row {
        place: organization.to_string(),
        address: access_to_organization(organization),
        why: why_not(Lacks::Access, error, words),
        ..Row::default()
    });
    let lists = known.lists;
    let never = [lists.unnameable_organizations, lists.unnameable].concat();
    let never = never.into_iter().map(|place| Row {
        place,
        why: words.say(&text::all_sync_tasks_unnameable()),
        ..Row::default()
    });
    organizations.chain(refused).chain(never).collect()
}

fn why_not(lacks: Lacks, error: &ApiError, words: I18n) -> String {
    let why = details(error, |it| words.say(it));
    words.say(&text::region_check_not_read(words.say(&named(lacks)), why))
}

fn named(lacks: Lacks) -> crate::i18n::Message {
    match lacks {
        Lacks::Access => text::access_title(),
        Lacks::SharedAccounts => text::shared_accounts_title(),
        Lacks::SyncTasks => text::sync_tasks_title(),
    }
}

impl Row {
    /// The name of the person or account, or the ID where there is none.
    #[must_use]
    pub fn shown_name(&self) -> &str {
        if self.who.is_empty() {
            &self.user_id
        } else {
            &self.who
        }
    }
}
