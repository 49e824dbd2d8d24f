//! The users of the account.

use std::collections::BTreeMap;

use cloud_api::UserId;

use super::members::{self, DISABLED};

/// A user of the account, as IAM knows them.
#[derive(Clone, Debug)]
pub struct User {
    pub name: String,
    pub enabled: bool,
}

/// All users by ID.
pub struct Users {
    by_id: BTreeMap<String, User>,
}

impl Users {
    /// Those of the beginning.
    pub fn new() -> Self {
        let by_id = members::all()
            .map(|(id, name)| {
                let enabled = name != DISABLED;
                (id, User { name, enabled })
            })
            .collect();
        Self { by_id }
    }

    /// All, by ID.
    pub fn all(&self) -> impl Iterator<Item = (&String, &User)> {
        self.by_id.iter()
    }

    /// The name of a user; empty for one that IAM does not know.
    pub fn name(&self, id: &str) -> &str {
        self.by_id.get(id).map_or("", |user| &user.name)
    }

    /// Whether IAM knows such a user.
    pub fn has(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }

    /// Adds a user to the account.
    pub fn add(&mut self, id: &UserId, name: &str) {
        let user = User {
            name: name.to_owned(),
            enabled: true,
        };
        self.by_id.insert(id.to_string(), user);
    }
}
