//! An organization.

use std::collections::BTreeMap;

use crate::gateway::account::Account;
use crate::gateway::caller::Caller;

use super::grant::{Grant, granted};
use super::repository::Repository;

/// An organization with what it holds.
pub struct Organization {
    pub id: u64,
    pub name: String,
    pub creator_id: String,
    pub creator_name: String,
    pub grants: Vec<Grant>,
    pub repositories: BTreeMap<String, Repository>,
}

impl Organization {
    /// The account that it belongs to.
    pub fn account(&self) -> Account {
        Account::of_user(&self.creator_id)
    }

    /// The caller's level; 0 without one.
    pub fn level(&self, caller: &Caller) -> i64 {
        if caller.is_administrator() || self.creator_id == caller.user_id {
            return 7;
        }
        granted(&self.grants, &caller.user_id)
    }

    /// The caller's level on one of its repositories: the higher of the two.
    pub fn level_on(&self, repository: &Repository, caller: &Caller) -> i64 {
        let direct = granted(&repository.grants, &caller.user_id);
        self.level(caller).max(direct)
    }

    /// Whether the caller was granted one of its repositories directly.
    pub fn has_repository_of(&self, caller: &Caller) -> bool {
        self.repositories
            .values()
            .any(|repository| granted(&repository.grants, &caller.user_id) > 0)
    }
}
