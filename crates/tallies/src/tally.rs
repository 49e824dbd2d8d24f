//! Everything counted.

use std::collections::BTreeSet;

use cloud_api::swr::{AccessList, AccessRow, CopyMap, Reach};
use cloud_api::{OrganizationName, RepositoryPath, Timestamp};

use crate::copies::{Copies, CountedCopy};
use crate::oldest::Oldest;
use crate::organization::Organization;
use crate::pairs::Pairs;
use crate::people::People;
use crate::{Asked, Told, ToldOrganization};

/// What may hold of a repository, each with the repositories of which it does: how many were read of each question, how many
/// refused, and these.
const FACTS: usize = 10;
const REFUSED: usize = 3;
const TELLS_SHARED: usize = 6;
const HIDES_SHARED: usize = 7;
const HAS_ACCESS: usize = 8;
const HAS_COPIES: usize = 9;

/// The numbers, kept while what they are made of changes.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    repositories: Vec<Counted>,
    /// Each by its name, beside an empty text.
    names: Pairs,
    organizations: Vec<Organization>,
    /// Those that are scanned, each with its number.
    scanned: Vec<(usize, CountedOrganization)>,
    people: People,
    copies: Copies,
    facts: [u64; FACTS],
    shares: u64,
    oldest: Oldest,
}

/// What a repository has given to the numbers, so that it can be taken out again.
#[derive(Clone, Debug, Default)]
struct Counted {
    organization: usize,
    facts: [bool; FACTS],
    shares: u64,
    names: Vec<usize>,
    copies: Vec<CountedCopy>,
}

/// What an organization has given.
#[derive(Clone, Debug, Default)]
struct CountedOrganization {
    is_told: bool,
    is_refused: bool,
    grants: u64,
    names: Vec<usize>,
    oldest: Option<Timestamp>,
}

/// The organizations that are scanned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Organizations {
    /// Those that told who has access to them.
    pub told: u64,
    /// Those whose latest reading told nothing.
    pub refused: u64,
    /// All.
    pub total: u64,
    /// Grants on those that told.
    pub grants: u64,
}

/// The numbers at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Whether they are those of now: the first ones, and those that a whole is being counted for, are not.
    pub is_current: bool,
    facts: [u64; FACTS],
    /// Organizations.
    pub organizations: Organizations,
    /// Accounts that repositories are shared with, whose time is not over; each as often as it stands in a list.
    pub shares: u64,
    /// Those who reach the farthest.
    pub widest: Vec<Reach>,
    /// How many people reach anything.
    pub people: u64,
    /// Where copies go.
    pub copies: CopyMap,
    /// When the oldest was read of what is held.
    pub oldest: Option<Timestamp>,
}

impl Figures {
    /// The repositories that told what is asked.
    #[must_use]
    pub fn read(&self, asked: Asked) -> u64 {
        self.facts[asked as usize]
    }

    /// The repositories of which something that is asked could not be read.
    #[must_use]
    pub fn refused(&self, asked: Asked) -> u64 {
        self.facts[REFUSED + asked as usize]
    }

    /// The repositories that told the accounts that they are shared with.
    #[must_use]
    pub fn tell_shared(&self) -> u64 {
        self.facts[TELLS_SHARED]
    }

    /// Whether a repository told its accounts to nobody without Manage.
    #[must_use]
    pub fn hides_shared(&self) -> bool {
        self.facts[HIDES_SHARED] > 0
    }

    /// The repositories of which is held where they are copied to, also from before everything was read anew.
    #[must_use]
    pub fn hold_copies(&self) -> u64 {
        self.facts[HAS_COPIES]
    }

    /// Whether anything told who has access to it.
    #[must_use]
    pub fn tells_access(&self) -> bool {
        self.facts[HAS_ACCESS] > 0 || self.organizations.told > 0
    }
}

impl Tally {
    /// How many repositories it is over.
    #[must_use]
    pub fn repositories(&self) -> usize {
        self.repositories.len()
    }

    /// Takes in what is known now of the repository at this number, in the place of what was. The next number is that of
    /// one more.
    pub fn take(&mut self, number: usize, place: &RepositoryPath, told: Told<'_>) {
        if number >= self.repositories.len() {
            let organization = self.organization(&place.organization);
            self.organizations[organization].hold_one_more(&mut self.people);
            self.repositories.push(Counted {
                organization,
                ..Counted::default()
            });
        }
        let Some(counted) = self.repositories.get_mut(number) else {
            return;
        };
        let organization = &mut self.organizations[counted.organization];
        for name in std::mem::take(&mut counted.names) {
            organization.remove(self.people.person(name), &mut self.people);
            self.people.remove(name);
        }
        for copy in std::mem::take(&mut counted.copies) {
            self.copies.remove(copy);
        }
        let facts = facts(&told);
        let is_counted = counted.facts.iter().zip(facts);
        for (count, (was, is)) in self.facts.iter_mut().zip(is_counted) {
            *count = *count + u64::from(is) - u64::from(*was);
        }
        counted.facts = facts;
        let shares = told.shared_with().into_iter().flatten();
        // Whose time is over can get nothing.
        let shares = shares.filter(|account| !account.has_expired()).count() as u64;
        self.shares = self.shares + shares - counted.shares;
        counted.shares = shares;
        self.oldest.set(number, told.oldest());
        let names = told.list.map(|list| names(list, &mut self.people));
        counted.names = names.unwrap_or_default();
        for name in &counted.names {
            organization.add(self.people.person(*name), &mut self.people);
        }
        let copies = told.copies.into_iter().flatten();
        let copies = copies.map(|task| self.copies.add(place.organization.as_str(), task));
        counted.copies = copies.collect();
    }

    /// Takes in what is known now of an organization that is scanned, in the place of what was.
    pub fn take_organization(&mut self, name: &OrganizationName, told: ToldOrganization<'_>) {
        let number = self.organization(name);
        let place = self.scanned.iter().position(|(other, _)| *other == number);
        let place = place.unwrap_or(self.scanned.len());
        if place == self.scanned.len() {
            self.scanned.push((number, CountedOrganization::default()));
        }
        let counted = &mut self.scanned[place].1;
        let list = told.told();
        let names = list.map_or(Vec::new(), |list| {
            once(list.grants().iter(), &mut self.people)
        });
        let above = names.iter().map(|name| self.people.person(*name)).collect();
        self.organizations[number].grant(above, &mut self.people);
        for name in std::mem::replace(&mut counted.names, names) {
            self.people.remove(name);
        }
        counted.is_told = list.is_some();
        counted.is_refused = told.has_failed();
        counted.grants = list.map_or(0, |list| list.grants().len() as u64);
        counted.oldest = told.access.and_then(|reading| reading.held_from());
    }

    fn organization(&mut self, name: &OrganizationName) -> usize {
        let number = self.names.number_of(name.as_str(), "");
        if number == self.organizations.len() {
            self.organizations.push(Organization::default());
        }
        number
    }

    /// The numbers as they stand, with at most so many of those who reach the farthest.
    #[must_use]
    pub fn figures(&mut self, most: usize) -> Figures {
        let scanned = || self.scanned.iter().map(|(_, counted)| counted);
        let organizations = Organizations {
            told: scanned().filter(|it| it.is_told).count() as u64,
            refused: scanned().filter(|it| it.is_refused).count() as u64,
            total: self.scanned.len() as u64,
            grants: scanned().map(|it| it.grants).sum(),
        };
        let oldest = scanned().filter_map(|it| it.oldest).min();
        let (widest, people) = self.people.widest(most);
        let copies = self.repositories.iter().flat_map(|it| it.copies.iter());
        Figures {
            is_current: true,
            facts: self.facts,
            organizations,
            shares: self.shares,
            widest,
            people,
            copies: self.copies.map(copies),
            oldest: oldest.into_iter().chain(self.oldest.get()).min(),
        }
    }
}

fn facts(told: &Told<'_>) -> [bool; FACTS] {
    let mut facts = [false; FACTS];
    for (lacks, _) in told.lacks() {
        facts[REFUSED + lacks.asked() as usize] = true;
        facts[REFUSED + Asked::Everything as usize] = true;
    }
    for asked in Asked::ALL {
        facts[asked as usize] = !facts[REFUSED + asked as usize] && told.is_read(asked);
    }
    facts[TELLS_SHARED] = told.shared_with().is_some();
    facts[HIDES_SHARED] = told.hides_shared();
    facts[HAS_ACCESS] = told.list.is_some();
    facts[HAS_COPIES] = told.copies.is_some();
    facts
}

/// Whom a repository's list names. The caller's own grant on an organization stands in no list: each repository tells it.
fn names(list: &AccessList, people: &mut People) -> Vec<usize> {
    let own = list.self_auth.iter().filter(|own| own.auth.is_some());
    once(list.grants().iter().chain(own), people)
}

/// The names of these rows, of each person one; a row without an ID may be anybody's and is left out.
fn once<'a>(rows: impl Iterator<Item = &'a AccessRow>, people: &mut People) -> Vec<usize> {
    let (mut names, mut persons) = (Vec::new(), BTreeSet::new());
    for row in rows.filter(|row| !row.user_id.is_empty()) {
        let name = people.add(row);
        let person = people.person(name);
        match persons.insert(person) {
            true => names.push(name),
            false => people.remove(name),
        }
    }
    names
}
