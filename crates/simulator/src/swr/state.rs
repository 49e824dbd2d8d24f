//! What SWR remembers.

pub mod grant;
pub mod lists;
pub mod organization;
pub mod repository;
pub mod seeded_tags;
pub mod tag;
pub mod tags;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use cloud_api::{OrganizationName, RegionId};

use crate::gateway::answer::Response;
use crate::gateway::caller::Caller;

use super::listing::{Listings, Selection};
use super::place::Place;
use super::refusal::{no_image, no_right, refused};
use organization::Organization;
use repository::Repository;

/// Organizations that may be made beside those of the beginning.
const QUOTA_LEFT: usize = 3;

/// IDs of the beginning lie below.
const LAST_SEED_ID: u64 = 10_000_000;

/// Names that other customers have: names are unique in a region across all of them.
const TAKEN: [&str; 2] = ["library", "public-images"];

/// What goes wrong once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Once {
    /// A write that covers the user `fault-500-once`.
    User,
    /// A write to a repository of that name.
    Repository(Place),
}

/// Organizations and what they hold.
pub struct State {
    organizations: BTreeMap<String, Organization>,
    /// Of those organizations, forgotten whenever they are reached to change them.
    listings: Listings,
    /// The `…-once` faults that have happened.
    pub happened: BTreeSet<Once>,
    /// How many organizations there may be.
    pub organization_quota: usize,
    /// Organizations of the other regions, by region.
    pub target_organizations: BTreeMap<String, BTreeSet<String>>,
    /// Names of organizations that the other account has.
    pub taken_elsewhere: BTreeSet<String>,
    last_id: u64,
}

impl State {
    /// With these organizations, here and in the other regions.
    pub fn new(
        organizations: BTreeMap<String, Organization>,
        target_organizations: BTreeMap<String, BTreeSet<String>>,
    ) -> Self {
        Self {
            organization_quota: organizations.len() + QUOTA_LEFT,
            organizations,
            listings: Listings::default(),
            happened: BTreeSet::new(),
            target_organizations,
            taken_elsewhere: BTreeSet::new(),
            last_id: LAST_SEED_ID,
        }
    }

    /// The organizations, by name.
    pub fn organizations(&self) -> &BTreeMap<String, Organization> {
        &self.organizations
    }

    /// The same to change them.
    pub fn organizations_mut(&mut self) -> &mut BTreeMap<String, Organization> {
        self.listings.forget();
        &mut self.organizations
    }

    /// Where the repositories of a list are that the caller has a level on, in its order.
    pub fn listing(&mut self, selection: &Selection, caller: &Caller) -> Arc<[Place]> {
        self.listings.of(selection, caller, &self.organizations)
    }

    /// A number that nothing else has.
    pub fn next_id(&mut self) -> u64 {
        self.last_id += 1;
        self.last_id
    }

    /// Whether somebody has an organization of this name.
    pub fn is_taken(&self, name: &str) -> bool {
        self.organizations.contains_key(name) || self.is_elsewhere(name)
    }

    fn is_elsewhere(&self, name: &str) -> bool {
        TAKEN.contains(&name) || self.taken_elsewhere.contains(name)
    }

    /// Why there is no organization of this name.
    fn no_organization(&self, name: &str) -> Response {
        match self.is_elsewhere(name) {
            true => refused(
                401,
                "SVCSTG.SWR.4011064",
                "The resource belongs to another account",
            ),
            false => refused(404, "SVCSTG.SWR.4040058", "The organization was not found"),
        }
    }

    /// An organization of the account.
    pub fn organization(&self, name: &str) -> Result<&Organization, Response> {
        self.organizations
            .get(name)
            .ok_or_else(|| self.no_organization(name))
    }

    /// The same to change it.
    pub fn organization_mut(&mut self, name: &str) -> Result<&mut Organization, Response> {
        let missing = self.no_organization(name);
        self.organizations_mut().get_mut(name).ok_or(missing)
    }

    /// A repository with its organization; the refusal says which of them is missing.
    pub fn repository(&self, place: &Place) -> Result<(&Organization, &Repository), Response> {
        let organization = self.organization(&place.organization)?;
        match organization.repositories.get(&place.repository) {
            Some(repository) => Ok((organization, repository)),
            None => Err(no_image()),
        }
    }

    /// The same to change it.
    pub fn repository_mut(&mut self, place: &Place) -> Result<&mut Repository, Response> {
        self.organization_mut(&place.organization)?
            .repositories
            .get_mut(&place.repository)
            .ok_or_else(no_image)
    }

    /// The caller's level on a repository; 0 without one.
    pub fn level(&self, caller: &Caller, place: &Place) -> Result<i64, Response> {
        let (organization, repository) = self.repository(place)?;
        Ok(organization.level_on(repository, caller))
    }

    /// A repository that the caller may read: everyone reads a public one.
    pub fn readable(
        &self,
        caller: &Caller,
        place: &Place,
    ) -> Result<(&Organization, &Repository), Response> {
        let (organization, repository) = self.repository(place)?;
        if organization.level_on(repository, caller) == 0 && !repository.is_public {
            return Err(no_right());
        }
        Ok((organization, repository))
    }

    /// Adds an organization that images can be copied to in another region.
    pub fn add_target_organization(&mut self, region: &RegionId, name: &OrganizationName) {
        self.target_organizations
            .entry(region.to_string())
            .or_default()
            .insert(name.to_string());
    }
}
