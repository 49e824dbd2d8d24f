//! How far people reach: who has a grant on how many repositories, over the lists of many organizations
//! and repositories.

use super::access::{AccessList, AccessRow};
use super::access_people::{AccessPerson, WhoHasAccess};
use super::access_place::AccessPlace;
use crate::sorted::sort_by;
use crate::{OrganizationName, RepositoryPath};

/// What was read of who has access, over everything that is listed.
#[derive(Clone, Debug, Default)]
pub struct AccessOfAll<'a> {
    /// The organizations whose lists were read.
    pub organizations: Vec<(&'a OrganizationName, &'a AccessList)>,
    /// Every repository that is listed; `None` where its own list was not read.
    pub repositories: Vec<(&'a RepositoryPath, Option<&'a AccessList>)>,
}

/// How far somebody reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// ID as the service gave it; untrusted text.
    pub user_id: String,
    /// Name, where a list tells it; untrusted text.
    pub user_name: String,
    /// Repositories on which they have a grant, or on whose organization, and those whose list tells the
    /// caller a level without a grant; each once.
    pub repositories: u64,
}

/// A repository that somebody reaches, and through what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached<'a> {
    /// Which.
    pub place: &'a RepositoryPath,
    /// What the lists say of them there.
    pub person: AccessPerson,
}

impl<'a> AccessOfAll<'a> {
    /// Everybody whom a list names by an ID and who reaches a repository, the farthest first, those who
    /// reach equally far by name.
    #[must_use]
    pub fn reaches(&self) -> Vec<Reach> {
        // Sorted by ID, to be looked up for every row of every repository.
        let above: Vec<(&OrganizationName, Vec<&AccessRow>)> = self
            .organizations
            .iter()
            .map(|(organization, list)| (*organization, each_once(list.grants().iter())))
            .collect();
        let mut counted: Vec<(&AccessRow, u64)> = Vec::new();
        for (organization, rows) in &above {
            let in_it = |(place, _): &&(&RepositoryPath, _)| place.organization == **organization;
            let held = self.repositories.iter().filter(in_it).count() as u64;
            counted.extend(rows.iter().map(|row| (*row, held)));
        }
        for (place, access) in &self.repositories {
            let Some(access) = access else { continue };
            let mut lists = above.iter();
            let above = lists.find(|(organization, _)| **organization == place.organization);
            let above = above.map_or(&[][..], |(_, rows)| rows);
            let has_above = |row: &AccessRow| {
                let found = above.binary_search_by(|other| other.user_id.cmp(&row.user_id));
                found.is_ok()
            };
            // The caller's own grant on an organization stands in no list: each repository tells it.
            let own = access.self_auth.iter().filter(|own| own.auth.is_some());
            let direct = each_once(access.grants().iter().chain(own)).into_iter();
            counted.extend(direct.filter(|row| !has_above(row)).map(|row| (row, 1)));
        }
        sort_by(&mut counted, |(one, _), (other, _)| {
            one.user_id.cmp(&other.user_id)
        });
        let people = counted.chunk_by(|(one, _), (other, _)| one.user_id == other.user_id);
        let mut reaches: Vec<Reach> = people.map(joined).collect();
        reaches.retain(|reach| reach.repositories > 0);
        sort_by(&mut reaches, |one, other| {
            let farthest_first = other.repositories.cmp(&one.repositories);
            farthest_first.then_with(|| one.shown_name().cmp(other.shown_name()))
        });
        reaches
    }

    /// The repositories that somebody reaches, in the order of the list; as many as [`Self::reaches`]
    /// counts.
    #[must_use]
    pub fn reached_by(&self, user_id: &str) -> Vec<Reached<'a>> {
        let mut reached = Vec::new();
        for (place, access) in &self.repositories {
            let mut lists = self.organizations.iter();
            let above = lists.find(|(organization, _)| **organization == place.organization);
            let above = above.map(|(_, list)| *list);
            let itself = AccessPlace::Repository((*place).clone());
            let who = WhoHasAccess::join(&itself, *access, above, None);
            let mut people = who.people.into_iter();
            let person = people.find(|person| person.user_id == user_id);
            reached.extend(person.map(|person| Reached { place, person }));
        }
        reached
    }
}

impl Reach {
    /// The name, or the ID where there is none.
    #[must_use]
    pub fn shown_name(&self) -> &str {
        if self.user_name.is_empty() {
            &self.user_id
        } else {
            &self.user_name
        }
    }
}

/// These rows by ID, of each person one; a row without an ID may be anybody's and is left out.
fn each_once<'a>(rows: impl Iterator<Item = &'a AccessRow>) -> Vec<&'a AccessRow> {
    let mut rows: Vec<&AccessRow> = rows.filter(|row| !row.user_id.is_empty()).collect();
    sort_by(&mut rows, |one, other| one.user_id.cmp(&other.user_id));
    rows.dedup_by(|one, other| one.user_id == other.user_id);
    rows
}

/// One person out of their rows.
fn joined(rows: &[(&AccessRow, u64)]) -> Reach {
    let named = rows.iter().find(|(row, _)| !row.user_name.is_empty());
    let (first, _) = named.unwrap_or(&rows[0]);
    Reach {
        user_id: first.user_id.clone(),
        user_name: first.user_name.clone(),
        repositories: rows.iter().map(|(_, repositories)| repositories).sum(),
    }
}
