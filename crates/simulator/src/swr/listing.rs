//! Which repositories a list has, in which order. A list is read page by page, and looking through a hundred thousand
//! repositories for each of its pages takes longer than all else: what was found once is kept until something changes.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::gateway::caller::Caller;

use super::place::Place;
use super::state::grant::granted;
use super::state::organization::Organization;
use super::state::repository::Repository;

/// What the repositories of a list are put in order by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Organizations by name, and the repositories of each by name.
    #[default]
    Organization,
    Name,
    Updated,
    Tags,
    /// The newest first.
    Newest,
}

/// What a list was asked for, but for its pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    pub namespace: Option<String>,
    pub name: Option<String>,
    pub category: Option<String>,
    pub is_public: Option<bool>,
    pub order: Order,
    pub is_descending: bool,
}

impl Selection {
    fn has(&self, repository: &Repository) -> bool {
        is_part(self.name.as_ref(), &repository.name)
            && self
                .category
                .as_ref()
                .is_none_or(|wanted| *wanted == repository.category)
            && self
                .is_public
                .is_none_or(|wanted| wanted == repository.is_public)
    }

    /// Where the repositories are that the caller has a level on.
    fn gathered(
        &self,
        organizations: &BTreeMap<String, Organization>,
        caller: &Caller,
    ) -> Arc<[Place]> {
        let mut rows: Vec<(&Organization, &Repository)> = Vec::new();
        for organization in organizations.values() {
            if !is_part(self.namespace.as_ref(), &organization.name) {
                continue;
            }
            let has_all = organization.level(caller) > 0;
            let repositories = organization.repositories.values();
            let seen = repositories.filter(|repository| {
                self.has(repository)
                    && (has_all || granted(&repository.grants, &caller.user_id) > 0)
            });
            rows.extend(seen.map(|repository| (organization, repository)));
        }
        match self.order {
            Order::Organization => {}
            Order::Name => rows.sort_by_key(|(_, repository)| &repository.name),
            Order::Updated => rows.sort_by_key(|(_, repository)| &repository.updated_at),
            Order::Tags => rows.sort_by_key(|(_, repository)| repository.num_images),
            Order::Newest => rows.sort_by_key(|(_, repository)| Reverse(repository.id)),
        }
        if self.is_descending {
            rows.reverse();
        }
        let places = rows.into_iter().map(|(organization, repository)| Place {
            organization: organization.name.clone(),
            repository: repository.name.clone(),
        });
        places.collect()
    }
}

fn is_part(wanted: Option<&String>, text: &str) -> bool {
    wanted.is_none_or(|wanted| text.contains(wanted))
}

struct Listing {
    selection: Selection,
    user_id: String,
    places: Arc<[Place]>,
}

/// Lists that are kept at once: that of a page, and that of what is read beside it.
const MOST_KEPT: usize = 2;

/// The lists that were asked for last.
#[derive(Default)]
pub struct Listings {
    kept: Vec<Listing>,
}

impl Listings {
    /// Forgets all of them, as something changes.
    pub fn forget(&mut self) {
        self.kept.clear();
    }

    /// The list that this caller asked for.
    pub fn of(
        &mut self,
        selection: &Selection,
        caller: &Caller,
        organizations: &BTreeMap<String, Organization>,
    ) -> Arc<[Place]> {
        let known = self.kept.iter().position(|listing| {
            listing.user_id == caller.user_id && listing.selection == *selection
        });
        let listing = match known {
            Some(place) => self.kept.remove(place),
            None => Listing {
                selection: selection.clone(),
                user_id: caller.user_id.clone(),
                places: selection.gathered(organizations, caller),
            },
        };
        let places = Arc::clone(&listing.places);
        self.kept.truncate(MOST_KEPT - 1);
        self.kept.insert(0, listing);
        places
    }
}
