//! The users of both accounts.

use std::collections::BTreeMap;

use cloud_api::UserId;

use super::account::Account;
use super::identities::PAULA;
use super::members::{self, DISABLED};

/// A user of an account, as IAM knows them.
#[derive(Clone, Debug)]
pub struct User {
    pub name: String,
    pub enabled: bool,
    pub account: Account,
}

/// All users by ID.
pub struct Users {
    by_id: BTreeMap<String, User>,
}

impl Users {
    /// Those of the beginning.
    pub fn new() -> Self {
        let mut users = Self {
            by_id: BTreeMap::new(),
        };
        for (id, name) in members::all() {
            let enabled = name != DISABLED;
            users.put(id, name, enabled, Account::Acme);
        }
        users.put(
            PAULA.id.to_owned(),
            PAULA.name.to_owned(),
            true,
            Account::Partner,
        );
        users
    }

    fn put(&mut self, id: String, name: String, enabled: bool, account: Account) {
        let user = User {
            name,
            enabled,
            account,
        };
        self.by_id.insert(id, user);
    }

    /// Those of an account, by ID.
    pub fn of(&self, account: Account) -> impl Iterator<Item = (&String, &User)> {
        let users = self.by_id.iter();
        users.filter(move |(_, user)| user.account == account)
    }

    /// The name of a user; empty for one that IAM does not know.
    pub fn name(&self, id: &str) -> &str {
        self.by_id.get(id).map_or("", |user| &user.name)
    }

    /// Whether the account has such a user.
    pub fn has(&self, id: &str, account: Account) -> bool {
        let user = self.by_id.get(id);
        user.is_some_and(|user| user.account == account)
    }

    /// Adds a user to the account that most of the data belongs to.
    pub fn add(&mut self, id: &UserId, name: &str) {
        self.put(id.to_string(), name.to_owned(), true, Account::Acme);
    }
}
