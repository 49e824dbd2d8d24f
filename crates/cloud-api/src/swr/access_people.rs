//! Who can get the images of a place: its own list and the organization's above it, joined by person.

use std::collections::{BTreeMap, BTreeSet};

use super::access::{AccessList, AccessRow, Protected};
use super::access_place::AccessPlace;
use crate::UserId;

/// From where somebody has access to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccessSource {
    /// A grant on the place itself.
    Direct,
    /// A grant on the organization in which a repository is.
    Organization,
}

impl AccessSource {
    /// Both, the nearer one first.
    pub const ALL: [Self; 2] = [Self::Direct, Self::Organization];

    /// Where that grant is, of somebody with access to `place`.
    #[must_use]
    pub fn place(self, place: &AccessPlace) -> AccessPlace {
        match (self, place) {
            (Self::Organization, AccessPlace::Repository(repository)) => {
                AccessPlace::Organization(repository.organization.clone())
            }
            (Self::Direct, _) | (Self::Organization, AccessPlace::Organization(_)) => place.clone(),
        }
    }
}

/// What a source gives to somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Held {
    /// Nothing: its list does not name them, or there is no such source.
    #[default]
    Nothing,
    /// Its list was not read.
    NotRead,
    /// A grant.
    Grant {
        /// The level's number, where the service tells.
        auth: Option<i64>,
        /// Why nobody takes it away, where that is so.
        protection: Option<Protected>,
    },
}

/// What somebody has once some of it is taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Afterwards {
    /// No grant that a list names.
    Nothing,
    /// This level from this source.
    Level {
        /// The level's number, where the service tells.
        auth: Option<i64>,
        /// From where.
        from: AccessSource,
    },
    /// Nothing tells: a list was not read, or it is the caller, whose own rights no list names.
    NotTold,
}

/// Somebody with access, whatever gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct AccessPerson {
    /// ID as the service gave it; untrusted text.
    pub user_id: String,
    /// Name; untrusted text.
    pub user_name: String,
    /// What the list of the place gives.
    pub direct: Held,
    /// What the list of the organization above gives.
    pub organization: Held,
    /// Whether it is the person who asks.
    pub is_caller: bool,
    /// The caller's level, whatever gives it, where the service tells.
    pub told: Option<i64>,
}

impl AccessPerson {
    /// The ID, where a request can carry it.
    #[must_use]
    pub fn id(&self) -> Option<UserId> {
        UserId::listed(&self.user_id)
    }

    /// The name, or the ID where there is none.
    #[must_use]
    pub fn shown_name(&self) -> &str {
        if self.user_name.is_empty() {
            &self.user_id
        } else {
            &self.user_name
        }
    }

    /// What a source gives.
    #[must_use]
    pub fn held(&self, source: AccessSource) -> Held {
        match source {
            AccessSource::Direct => self.direct,
            AccessSource::Organization => self.organization,
        }
    }

    /// Whether a source gives something.
    #[must_use]
    pub fn has(&self, source: AccessSource) -> bool {
        matches!(self.held(source), Held::Grant { .. })
    }

    /// The number of the level that counts: what the service tells the caller of themselves, of others
    /// the highest of their grants.
    #[must_use]
    pub fn effective(&self) -> Option<i64> {
        let granted = AccessSource::ALL.map(|source| match self.held(source) {
            Held::Grant { auth, .. } => auth,
            Held::Nothing | Held::NotRead => None,
        });
        self.told.or(granted.into_iter().max().flatten())
    }

    /// Whether what a source gives can be taken away, as far as is known.
    #[must_use]
    pub fn can_lose(&self, source: AccessSource) -> bool {
        let is_free = matches!(
            self.held(source),
            Held::Grant {
                protection: None,
                ..
            }
        );
        is_free && self.id().is_some()
    }

    /// Whether anything can be taken away.
    #[must_use]
    pub fn can_lose_any(&self) -> bool {
        let mut sources = AccessSource::ALL.into_iter();
        sources.any(|source| self.can_lose(source))
    }

    /// Why nothing can be taken away, where there is a reason: the creator's grant on an organization
    /// stays, and so does what the caller has without a grant or on an organization.
    #[must_use]
    pub fn protection(&self) -> Option<Protected> {
        if self.can_lose_any() {
            return None;
        }
        let mut sources = AccessSource::ALL.into_iter();
        let protection = sources.find_map(|source| match self.held(source) {
            Held::Grant { protection, .. } => protection,
            Held::Nothing | Held::NotRead => None,
        });
        protection.or(self.is_caller.then_some(Protected::Oneself))
    }

    /// What they have once what these sources give is taken away.
    #[must_use]
    pub fn after_losing(&self, lost: &BTreeSet<AccessSource>) -> Afterwards {
        let kept = AccessSource::ALL.into_iter();
        let kept: Vec<AccessSource> = kept.filter(|source| !lost.contains(source)).collect();
        let granted = kept.iter().filter_map(|source| match self.held(*source) {
            Held::Grant { auth, .. } => Some((auth, *source)),
            Held::Nothing | Held::NotRead => None,
        });
        // Of two equal levels the nearer one counts.
        let granted = granted.rev().max_by_key(|(auth, _)| *auth);
        let is_unread = |source: &AccessSource| self.held(*source) == Held::NotRead;
        match granted {
            Some((auth, from)) => Afterwards::Level { auth, from },
            None if self.is_caller || kept.iter().any(is_unread) => Afterwards::NotTold,
            None => Afterwards::Nothing,
        }
    }
}

/// Everyone with access to a place whom an API lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhoHasAccess {
    /// Them, each person once.
    pub people: Vec<AccessPerson>,
    /// Whether every list was read to its last row.
    pub is_whole: bool,
}

impl WhoHasAccess {
    /// Joins what was read: the list of the place, and that of the organization above a repository.
    /// `me` is the ID of the caller. Of two rows of one user in a list the first counts; a row
    /// without an ID stays by itself.
    #[must_use]
    pub fn join(
        place: &AccessPlace,
        access: Option<&AccessList>,
        above: Option<&AccessList>,
        me: Option<&str>,
    ) -> Self {
        let (above, not_above) = match place {
            AccessPlace::Organization(_) => (None, Held::Nothing),
            AccessPlace::Repository(_) if above.is_none() => (None, Held::NotRead),
            AccessPlace::Repository(_) => (above, Held::Nothing),
        };
        let not_direct = access.map_or(Held::NotRead, |_| Held::Nothing);
        let nobody = AccessPerson {
            direct: not_direct,
            organization: not_above,
            ..AccessPerson::default()
        };
        let mut joined = Joined {
            nobody,
            people: Vec::new(),
            places: BTreeMap::new(),
        };
        let lists = [
            (AccessSource::Direct, access),
            (AccessSource::Organization, above),
        ];
        for (source, list) in lists {
            let of = source.place(place);
            for row in list.map(AccessList::grants).unwrap_or_default() {
                let protection = list.and_then(|list| list.protection(&of, row));
                let person = joined.person(row);
                person.is_caller |= me == Some(&*row.user_id) && !row.user_id.is_empty();
                person.is_caller |= list.is_some_and(|list| list.is_of_caller(row));
                let held = match source {
                    AccessSource::Direct => &mut person.direct,
                    AccessSource::Organization => &mut person.organization,
                };
                if !matches!(held, Held::Grant { .. }) {
                    *held = Held::Grant {
                        auth: row.auth,
                        protection,
                    };
                }
            }
        }
        if let Some(own) = access.and_then(|access| access.self_auth.as_ref()) {
            let person = joined.person(own);
            person.is_caller = true;
            person.told = own.auth;
        }
        let has_all = |list: Option<&AccessList>| list.is_some_and(|list| list.left_out() == 0);
        let is_whole = has_all(access)
            && (not_above == Held::Nothing && above.is_none_or(|above| above.left_out() == 0));
        let is_known = |person: &AccessPerson| !person.user_id.is_empty();
        Self {
            is_whole: is_whole && joined.people.iter().all(is_known),
            people: joined.people,
        }
    }

    /// How many they are; those without an ID may be others among them, and are not counted.
    #[must_use]
    pub fn count(&self) -> AccessCount {
        let mut count = AccessCount::default();
        for person in self.people.iter().filter(|it| !it.user_id.is_empty()) {
            if person.is_caller {
                count.with_caller = true;
                continue;
            }
            let sources = AccessSource::ALL.map(|source| person.has(source));
            count.direct += u64::from(sources[0]);
            count.organization += u64::from(sources[1]);
            count.both += u64::from(sources == [true, true]);
        }
        count
    }
}

/// How many people can get the images of a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AccessCount {
    /// Others than the caller, with a grant on the place.
    pub direct: u64,
    /// Others than the caller, with one through the organization.
    pub organization: u64,
    /// Of these those who have both.
    pub both: u64,
    /// Whether the caller can as well.
    pub with_caller: bool,
}

impl AccessCount {
    /// All of them, each once.
    #[must_use]
    pub fn all(self) -> u64 {
        self.direct + self.organization - self.both + u64::from(self.with_caller)
    }
}

/// The people found so far, by ID.
struct Joined {
    nobody: AccessPerson,
    people: Vec<AccessPerson>,
    places: BTreeMap<String, usize>,
}

impl Joined {
    fn person(&mut self, row: &AccessRow) -> &mut AccessPerson {
        let place = self.places.get(&row.user_id).copied();
        let place = place.filter(|_| !row.user_id.is_empty());
        let place = place.unwrap_or_else(|| {
            self.places.insert(row.user_id.clone(), self.people.len());
            self.people.push(AccessPerson {
                user_id: row.user_id.clone(),
                user_name: row.user_name.clone(),
                ..self.nobody.clone()
            });
            self.people.len() - 1
        });
        let person = &mut self.people[place];
        if person.user_name.is_empty() {
            person.user_name.clone_from(&row.user_name);
        }
        person
    }
}
