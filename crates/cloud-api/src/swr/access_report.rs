//! Who can get which images of an organization, as rows of a file: one for each person and repository,
//! and for what is no person. The words are the same in every language, for programs.

use super::access::{AccessLevel, AccessList};
use super::access_people::{AccessPerson, AccessSource, Held, WhoHasAccess};
use super::access_place::AccessPlace;
use crate::{OrganizationName, RepositoryPath};

/// What was read of one repository.
#[derive(Clone, Copy, Debug)]
pub struct RepositoryAccess<'a> {
    /// Its name in the organization; untrusted text.
    pub name: &'a str,
    /// Whether everyone can pull, where the service tells.
    pub is_public: Option<bool>,
    /// Who has a grant on it; `None` where that was not read.
    pub access: Option<&'a AccessList>,
    /// When that was read, as a program reads it; empty where it was not.
    pub read_at: &'a str,
}

/// The rows of one organization.
#[derive(Clone, Copy, Debug)]
pub struct AccessReport<'a> {
    /// Which organization.
    pub organization: &'a OrganizationName,
    /// Who has a grant on the whole of it; `None` where that was not read.
    pub above: Option<&'a AccessList>,
    /// The ID of the caller.
    pub caller: Option<&'a str>,
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    /// Somebody whom a list names.
    Person,
    /// Everyone: the repository is public.
    Everyone,
    /// Nobody is listed, and every list was read.
    Nobody,
    /// The repository's own list was not read.
    NotRead,
}

impl About {
    fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Everyone => "everyone",
            Self::Nobody => "nobody",
            Self::NotRead => "not_read",
        }
    }
}

impl AccessReport<'_> {
    /// The names of the columns. What a row is about stands first, because a person may be called
    /// "everyone".
    pub const HEAD: [&'static str; 11] = [
        "about",
        "organization",
        "repository",
        "visibility",
        "person",
        "user_id",
        "effective",
        "direct",
        "through_organization",
        "read_at",
        "complete",
    ];

    /// The rows of a repository, at least one. Where its list was not read, a row says so, and those
    /// who have access through the organization still stand below it. A row is complete where nothing
    /// that was not read could change it.
    #[must_use]
    pub fn rows(&self, repository: &RepositoryAccess<'_>) -> Vec<Vec<String>> {
        let who = self.who(repository);
        let is_whole = who.is_whole && repository.is_public.is_some();
        let row = |about, person: &AccessPerson, is_complete: bool| {
            self.row(about, repository, person, is_complete)
        };
        let nobody = AccessPerson::default();
        let mut rows = Vec::new();
        if repository.access.is_none() {
            rows.push(row(About::NotRead, &nobody, false));
        }
        if repository.is_public == Some(true) {
            // Everyone has it, whatever else was not read.
            rows.push(row(About::Everyone, &nobody, true));
        }
        let people = who.people.iter();
        rows.extend(people.map(|person| row(About::Person, person, is_whole)));
        if rows.is_empty() {
            rows.push(row(About::Nobody, &nobody, is_whole));
        }
        rows
    }

    /// How many of these rows something that was not read could change.
    #[must_use]
    pub fn incomplete(rows: &[Vec<String>]) -> u64 {
        let is_incomplete = |row: &&Vec<String>| row.last().is_some_and(|cell| cell != "true");
        rows.iter().filter(is_incomplete).count() as u64
    }

    fn who(&self, repository: &RepositoryAccess<'_>) -> WhoHasAccess {
        match RepositoryPath::of(self.organization.as_str(), repository.name) {
            Some(path) => {
                let place = AccessPlace::Repository(path);
                WhoHasAccess::join(&place, repository.access, self.above, self.caller)
            }
            // No request can ask about it: the row that says so is all.
            None => WhoHasAccess::default(),
        }
    }

    fn row(
        &self,
        about: About,
        repository: &RepositoryAccess<'_>,
        person: &AccessPerson,
        is_complete: bool,
    ) -> Vec<String> {
        let visibility = match repository.is_public {
            Some(true) => "public",
            Some(false) => "private",
            None => "",
        };
        let is_person = about == About::Person;
        let effective = match about {
            About::Everyone => level(Some(AccessLevel::Read.number())),
            About::Person => level(person.effective()),
            About::Nobody | About::NotRead => String::new(),
        };
        let held = |source| is_person.then(|| held(person.held(source)));
        let texts = [
            about.word(),
            self.organization.as_str(),
            repository.name,
            visibility,
            &person.user_name,
            &person.user_id,
        ];
        let mut cells: Vec<String> = texts.map(ToOwned::to_owned).into();
        cells.extend([
            effective,
            held(AccessSource::Direct).unwrap_or_default(),
            held(AccessSource::Organization).unwrap_or_default(),
            repository.read_at.to_owned(),
            is_complete.to_string(),
        ]);
        cells
    }
}

fn held(held: Held) -> String {
    match held {
        Held::Nothing => String::new(),
        Held::NotRead => "not_read".to_owned(),
        Held::Grant { auth, .. } => level(auth),
    }
}

/// A level; one that is unknown as its number.
fn level(auth: Option<i64>) -> String {
    let Some(auth) = auth else {
        return "not_reported".to_owned();
    };
    match AccessLevel::try_from(auth) {
        Ok(AccessLevel::Read) => "read".to_owned(),
        Ok(AccessLevel::Edit) => "edit".to_owned(),
        Ok(AccessLevel::Manage) => "manage".to_owned(),
        Err(_) => auth.to_string(),
    }
}
