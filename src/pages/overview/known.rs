//! What is known at one moment of who can get images, and how much of it was read.

use cloud_api::swr::{AccessList, AccessOfAll, SharedAccount};
use cloud_api::{ApiError, Meaning, OrganizationName, Owner, RepositoryPath, Timestamp};

use reads::Reading;

use crate::i18n::{Message, text};
use crate::listing::coverage::{Counts, Places};
use crate::query::{Extent, Seen, SeenPlace};
use crate::scans::access::FoundAccess;
use crate::scans::repositories::Listed;
use crate::scans::sync_tasks::FoundTask;

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

/// Of what a reading told nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacks {
    /// Who has access.
    Access,
    /// Which accounts it is shared with.
    SharedAccounts,
    /// Where it is copied to.
    SyncTasks,
}

/// What is asked about repositories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Who has access, accounts that they are shared with among them.
    Access,
    /// Where they are copied to.
    SyncTasks,
    /// Both.
    Everything,
}

/// How many repositories told what is asked, of each question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tallies([Counts; 3]);

impl Tallies {
    /// Of this question.
    #[must_use]
    pub fn of(self, asked: Asked) -> Counts {
        self.0[asked as usize]
    }
}

impl Asked {
    /// All, in their order.
    const ALL: [Self; 3] = [Self::Access, Self::SyncTasks, Self::Everything];

    /// What is said of it.
    #[must_use]
    pub fn named(self, what: Message) -> Message {
        let name = match self {
            Self::Access => text::access_title(),
            Self::SyncTasks => text::sync_tasks_title(),
            Self::Everything => return what,
        };
        text::overview_question(name, what)
    }

    /// Whether it is asked what this is of.
    fn covers(self, lacks: Lacks) -> bool {
        match self {
            Self::Access => lacks != Lacks::SyncTasks,
            Self::SyncTasks => lacks == Lacks::SyncTasks,
            Self::Everything => true,
        }
    }
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
    /// Who has access, and which accounts it is shared with.
    access: SeenPlace<'a, FoundAccess>,
    /// The reading of where it is copied to, where the place copies images.
    tasks: Option<Option<&'a Reading>>,
}

impl<'a> KnownPlace<'a> {
    /// What could not be read, and why. That accounts are told only to whoever may manage is no failure: how
    /// many told them stands beside their number.
    pub fn lacks(&self) -> impl Iterator<Item = (Lacks, &'a ApiError)> + use<'a> {
        let access = self.access.reading.and_then(Reading::error);
        let shared = self.access.found.and_then(|found| found.shared.as_ref());
        let shared = shared.and_then(|shared| shared.as_ref().err());
        let shared = shared.filter(|error| error.meaning() != Some(Meaning::NoRight));
        let tasks = self.tasks.flatten().and_then(Reading::error);
        let all = [
            (Lacks::Access, access),
            (Lacks::SharedAccounts, shared),
            (Lacks::SyncTasks, tasks),
        ];
        let all = all.into_iter();
        all.filter_map(|(lacks, error)| Some((lacks, error?)))
    }

    /// Whether it told what is asked, or would have.
    fn is_read(&self, asked: Asked) -> bool {
        let is_read = |reading: Option<&Reading>| reading.is_some_and(|it| it.read_at().is_some());
        let has_access = asked == Asked::SyncTasks || is_read(self.access.reading);
        let has_tasks = asked == Asked::Access || self.tasks.is_none_or(is_read);
        has_access && has_tasks
    }

    /// The accounts that it is shared with, where the latest reading told them.
    fn shared(&self) -> Option<(&'a RepositoryPath, &'a [SharedAccount])> {
        let has_failed = self.access.reading.is_some_and(|it| it.error().is_some());
        let shared = self.access.found.filter(|_| !has_failed)?.shared.as_ref()?;
        Some((self.place, &**shared.as_ref().ok()?))
    }
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
        let of_each = places.iter().zip(access);
        of_each.map(move |(place, access)| KnownPlace {
            place,
            access,
            tasks: tasks.as_mut().map(|tasks| tasks.next()?.reading),
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

    /// How many organizations could not be read.
    #[must_use]
    pub fn organizations_refused(&self) -> u64 {
        let never = self.lists.unnameable_organizations.len();
        (self.refused_organizations().count() + never) as u64
    }

    /// How many repositories told what is asked, of a list that is all there is or a part; `None` while it
    /// is still on its way.
    #[must_use]
    pub fn tallies(&self, extent: Option<Extent>) -> Tallies {
        let never = self.lists.unnameable.len();
        let total = (self.lists.places.len() + never) as u64;
        let (total, may_be_more) = match extent {
            Some(Extent::Fewer { counted, .. }) => (counted, false),
            Some(Extent::Changed { .. } | Extent::Repeated { .. }) | None => (total, true),
            Some(Extent::Whole) => (total, false),
        };
        let nothing = Counts {
            places: Places::Repositories,
            read: 0,
            refused: never as u64,
            total,
            may_be_more,
        };
        let mut all = Asked::ALL.map(|asked| (asked, nothing));
        for known in self.each() {
            for (asked, counts) in &mut all {
                match known.lacks().any(|(lacks, _)| asked.covers(lacks)) {
                    true => counts.refused += 1,
                    false => counts.read += u64::from(known.is_read(*asked)),
                }
            }
        }
        Tallies(all.map(|(_, counts)| counts))
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

    /// How many organizations told who has access to them, of those that are listed and were asked.
    #[must_use]
    pub fn organizations_read(&self) -> Part {
        let places = self.access.places();
        let organizations = places.filter(|place| matches!(place, Owner::Organization(_)));
        let never = self.lists.unnameable_organizations.len();
        Part {
            read: self.organizations().count() as u64,
            total: (organizations.count() + never) as u64,
        }
    }

    /// Whether anything that is listed told who has access to it.
    #[must_use]
    pub fn tells_access(&self) -> bool {
        let mut places = self.each();
        places.any(|known| known.access.found.is_some()) || self.organizations().next().is_some()
    }

    /// Whether nothing is listed that could tell who has access to it.
    #[must_use]
    pub fn is_of_nothing(&self) -> bool {
        self.shared_part().total == 0 && self.organizations_read().total == 0
    }

    /// Who has access to everything that is listed.
    #[must_use]
    pub fn access_of_all(&self) -> AccessOfAll<'a> {
        let access = |known: KnownPlace<'a>| {
            let found = known.access.found;
            (known.place, found.map(|found| &found.access))
        };
        AccessOfAll {
            organizations: self.organizations().collect(),
            repositories: self.each().map(access).collect(),
        }
    }

    /// The accounts that each repository is shared with, of those that tell.
    pub fn shared(&self) -> impl Iterator<Item = (&'a RepositoryPath, &'a [SharedAccount])> {
        self.each().filter_map(|known| known.shared())
    }

    /// Of how many of the listed repositories it is told whether everyone can pull.
    #[must_use]
    pub fn public_part(&self) -> Part {
        let listed = self.lists.listed.iter();
        Part {
            read: listed.filter(|it| it.is_public.is_some()).count() as u64,
            total: self.lists.listed.len() as u64,
        }
    }

    /// How many repositories told the accounts that they are shared with, of those that are listed: only
    /// whoever may manage one is told them.
    #[must_use]
    pub fn shared_part(&self) -> Part {
        Part {
            read: self.shared().count() as u64,
            total: (self.lists.places.len() + self.lists.unnameable.len()) as u64,
        }
    }

    /// Whether a repository told its accounts to nobody without Manage.
    #[must_use]
    pub fn hides_shared(&self) -> bool {
        self.each().any(|known| {
            let shared = known.access.found.and_then(|found| found.shared.as_ref());
            let error = shared.and_then(|shared| shared.as_ref().err());
            error.is_some_and(|error| error.meaning() == Some(Meaning::NoRight))
        })
    }

    /// When the oldest of what the scans hold was read, also while everything is read anew.
    #[must_use]
    pub fn oldest(&self) -> Option<Timestamp> {
        let held = |reading: Option<&Reading>| reading?.held_from();
        let organizations = self.access.places();
        let organizations = organizations.filter(|it| matches!(it, Owner::Organization(_)));
        let organizations = organizations.filter_map(|it| held(self.access.reading(it)));
        let repositories = self
            .each()
            .flat_map(|known| [held(known.access.reading), held(known.tasks.flatten())]);
        organizations.chain(repositories.flatten()).min()
    }
}
