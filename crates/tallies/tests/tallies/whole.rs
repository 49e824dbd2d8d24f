//! The same numbers counted over everything at once, as simply as it can be written.

use std::collections::BTreeMap;

use cloud_api::swr::{AccessOfAll, CopyArrow, CopyMap, RegionCopies};
use cloud_api::{Meaning, Owner, Timestamp};
use reads::Reading;
use tallies::{Asked, Figures, Organizations};

use crate::world::{World, counted};

/// What is told of everything, in the words of [`Figures`].
#[derive(Debug, PartialEq)]
pub struct Whole {
    read: [u64; 3],
    refused: [u64; 3],
    tell_shared: u64,
    hides_shared: bool,
    hold_copies: u64,
    tells_access: bool,
    organizations: Organizations,
    shares: u64,
    reaches: Vec<(String, String, u64)>,
    people: u64,
    copies: CopyMap,
    oldest: Option<Timestamp>,
}

impl From<Figures> for Whole {
    fn from(figures: Figures) -> Self {
        let reaches = figures.widest.iter().map(|it| {
            (
                it.user_id.clone(),
                it.shown_name().to_owned(),
                it.repositories,
            )
        });
        Self {
            read: Asked::ALL.map(|asked| figures.read(asked)),
            refused: Asked::ALL.map(|asked| figures.refused(asked)),
            tell_shared: figures.tell_shared(),
            hides_shared: figures.hides_shared(),
            hold_copies: figures.hold_copies(),
            tells_access: figures.tells_access(),
            organizations: figures.organizations,
            shares: figures.shares,
            reaches: reaches.collect(),
            people: figures.people,
            copies: figures.copies.clone(),
            oldest: figures.oldest,
        }
    }
}

fn has_failed(reading: Option<&Reading>) -> bool {
    reading.is_some_and(|it| it.error().is_some())
}

fn is_read(reading: Option<&Reading>) -> bool {
    reading.is_some_and(|it| it.read_at().is_some())
}

impl Whole {
    pub fn of(world: &World) -> Self {
        let mut whole = Self::of_organizations(world);
        let mut times: Vec<Timestamp> = whole.oldest.into_iter().collect();
        let mut copies: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for place in &world.places {
            let owner = Owner::Repository(place.clone());
            let access = world.access.reading(&owner);
            let found = world.access.found_of(&owner);
            let tasks = world.tasks.as_ref();
            let of_tasks = tasks.and_then(|tasks| tasks.reading(&owner));
            times.extend(access.and_then(Reading::held_from));
            times.extend(of_tasks.and_then(Reading::held_from));
            let shared = found.and_then(|(_, shared)| shared.as_ref());
            let hides = |it: &&cloud_api::ApiError| it.meaning() == Some(Meaning::NoRight);
            let failed = shared.and_then(|shared| shared.as_ref().err());
            whole.hides_shared |= failed.as_ref().is_some_and(hides);
            let lacks_access = has_failed(access) || failed.is_some_and(|it| !hides(&it));
            let lacks_tasks = has_failed(of_tasks);
            let has_tasks = tasks.is_none() || is_read(of_tasks);
            let lacks = [lacks_access, lacks_tasks, lacks_access || lacks_tasks];
            let has = [is_read(access), has_tasks, is_read(access) && has_tasks];
            for asked in 0..3 {
                whole.refused[asked] += u64::from(lacks[asked]);
                whole.read[asked] += u64::from(!lacks[asked] && has[asked]);
            }
            whole.tells_access |= found.is_some();
            if let Some(Ok(accounts)) = shared.filter(|_| !has_failed(access)) {
                whole.tell_shared += 1;
                let valid = accounts.iter().filter(|it| !it.has_expired());
                whole.shares += valid.count() as u64;
            }
            if let Some(tasks) = tasks.and_then(|tasks| tasks.found_of(&owner)) {
                whole.hold_copies += 1;
                let of_one = copies.entry(place.organization.as_str()).or_default();
                of_one.extend(tasks.iter().map(counted));
            }
        }
        whole.oldest = times.into_iter().min();
        let every = copies.values().flatten().copied();
        whole.copies.regions = RegionCopies::by_region(every);
        for (organization, tasks) in copies {
            let regions = RegionCopies::by_region(tasks).into_iter();
            whole.copies.arrows.extend(regions.map(|copies| CopyArrow {
                organization: organization.to_owned(),
                copies,
            }));
        }
        whole
    }

    fn of_organizations(world: &World) -> Self {
        let mut organizations = Organizations::default();
        let mut told = Vec::new();
        let mut times = Vec::new();
        for owner in world.access.places() {
            let Owner::Organization(name) = owner else {
                continue;
            };
            let reading = world.access.reading(owner);
            organizations.total += 1;
            times.extend(reading.and_then(Reading::held_from));
            match world.access.found_of(owner) {
                _ if has_failed(reading) => organizations.refused += 1,
                Some((list, _)) => {
                    organizations.told += 1;
                    organizations.grants += list.grants().len() as u64;
                    told.push((name, list));
                }
                None => {}
            }
        }
        let list = |place: &cloud_api::RepositoryPath| {
            let found = world.access.found_of(&Owner::Repository(place.clone()));
            found.map(|(list, _)| list)
        };
        let repositories = world.places.iter().map(|place| (place, list(place)));
        let all = AccessOfAll {
            organizations: told,
            repositories: repositories.collect(),
        };
        let reaches = all.reaches().into_iter();
        let reaches = reaches.map(|it| (it.user_id, it.user_name, it.repositories));
        let reaches: Vec<(String, String, u64)> = reaches.collect();
        Self {
            read: [0; 3],
            refused: [0; 3],
            tell_shared: 0,
            hides_shared: false,
            hold_copies: 0,
            tells_access: organizations.told > 0,
            organizations,
            shares: 0,
            people: reaches.len() as u64,
            reaches,
            copies: CopyMap::default(),
            oldest: times.into_iter().min(),
        }
    }
}
