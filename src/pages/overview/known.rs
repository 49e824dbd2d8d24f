//! What is known at one moment of who can get images, and how much of it was read.

use cloud_api::swr::{AccessList, AccessOfAll, SharedAccount};
use cloud_api::{ApiError, OrganizationName, Owner, RepositoryPath, Timestamp};
use tallies::Told;

use super::counted::told;
use crate::i18n::{Message, text};
use crate::query::Seen;
use crate::scans::access::FoundAccess;
use crate::scans::repositories::Listed;
use crate::scans::sync_tasks::FoundTask;

pub use tallies::Asked;

/// The repositories that the person can see.
#[derive(Clone, Copy)]
pub struct Lists<'a> {
    /// All.
    pub listed: &'a [Listed],
    /// Those that can be asked about, each once.
    pub places: &'a [RepositoryPath],
    /// The names of the others; untrusted texts.
    pub unnameable: &'a [String],
    /// The names of organizations that no request can carry; untrusted texts.
    pub unnameable_organizations: &'a [String],
}

/// Where repositories are copied to, as far as was read.
type Tasks<'a> = Seen<'a, RepositoryPath, Vec<FoundTask>>;

/// What is known at one moment.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// What is listed.
    pub lists: Lists<'a>,
    /// Who has access to what.
    access: &'a Seen<'a, Owner, FoundAccess>,
    /// `None` where the place copies no images.
    tasks: Option<&'a Tasks<'a>>,
}

/// What is said of what is asked.
#[must_use]
pub fn named(asked: Asked, what: Message) -> Message {
    let name = match asked {
        Asked::Access => text::access_title(),
        Asked::SyncTasks => text::sync_tasks_title(),
        Asked::Everything => return what,
    };
    text::overview_question(name, what)
}

/// A part of all: so many of so many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Those that were read.
    pub read: u64,
    /// All.
    pub total: u64,
}

/// How many places could not be read, or not in every way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Repositories.
    pub repositories: u64,
    /// Organizations.
    pub organizations: u64,
}

impl Refused {
    /// Both together.
    #[must_use]
    pub fn places(self) -> u64 {
        self.repositories + self.organizations
    }

    /// How many, in words.
    #[must_use]
    pub fn words(self) -> Message {
        match self.organizations {
            0 => text::repositories_count(self.repositories),
            _ => text::overview_places(self.places()),
        }
    }
}

/// What is known of one repository.
pub struct KnownPlace<'a> {
    /// Which one.
    pub place: &'a RepositoryPath,
    /// What.
    pub told: Told<'a>,
}

impl<'a> Known<'a> {
    /// Of these lists, what the scans know.
    #[must_use]
    pub fn of(
        lists: Lists<'a>,
        access: &'a Seen<'a, Owner, FoundAccess>,
        tasks: Option<&'a Tasks<'a>>,
    ) -> Self {
        Self {
            lists,
            access,
            tasks,
        }
    }

    /// What is known of each repository that can be asked about.
    pub fn each(&self) -> impl Iterator<Item = KnownPlace<'a>> {
        let places = self.lists.places;
        let access = self.access.along(places);
        let mut tasks = self.tasks.map(|tasks| tasks.along(places));
        let mut of_tasks = move || tasks.as_mut().and_then(Iterator::next);
        let of_each = places.iter().zip(access);
        of_each.map(move |(place, access)| KnownPlace {
            place,
            told: told(access, of_tasks()),
        })
    }

    /// Who has access to a place and when that was read, where the latest reading told it: what an
    /// earlier one gave is not what stands there.
    #[must_use]
    pub fn read_of(&self, place: &Owner) -> Option<(&'a AccessList, Timestamp)> {
        let reading = self.access.reading(place)?;
        let read_at = reading.read_at().filter(|_| reading.error().is_none())?;
        Some((&self.access.found_of(place)?.access, read_at))
    }

    /// The organizations that did not tell who has access to them, and why.
    pub fn refused_organizations(
        &self,
    ) -> impl Iterator<Item = (&'a OrganizationName, &'a ApiError)> {
        self.access.places().filter_map(|owner| match owner {
            Owner::Organization(organization) => {
                Some((organization, self.access.reading(owner)?.error()?))
            }
            _ => None,
        })
    }

    /// Whether the latest reading of a place was refused or found nobody.
    fn has_failed(&self, place: &Owner) -> bool {
        let reading = self.access.reading(place);
        reading.is_some_and(|reading| reading.error().is_some())
    }

    /// The organizations that tell who has access to them.
    pub fn organizations(&self) -> impl Iterator<Item = (&'a OrganizationName, &'a AccessList)> {
        let found = self.access.found();
        found.filter_map(|(owner, found)| match owner {
            Owner::Organization(organization) if !self.has_failed(owner) => {
                Some((organization, &found.access))
            }
            _ => None,
        })
    }

    /// Who has access to everything that is listed.
    #[must_use]
    pub fn access_of_all(&self) -> AccessOfAll<'a> {
        let access = |known: KnownPlace<'a>| (known.place, known.told.list);
        AccessOfAll {
            organizations: self.organizations().collect(),
            repositories: self.each().map(access).collect(),
        }
    }

    /// The accounts that each repository is shared with, of those that tell.
    pub fn shared(&self) -> impl Iterator<Item = (&'a RepositoryPath, &'a [SharedAccount])> {
        let each = self.each();
        each.filter_map(|known| Some((known.place, known.told.shared_with()?)))
    }
}
