//! The accounts of two customers; each has people, projects and data of its own.

use super::identities::{
    ACCOUNT_ID, ACCOUNT_NAME, OTHER_ACCOUNT_ID, OTHER_ACCOUNT_NAME, OTHER_PROJECT_ID, PAULA,
    PEOPLE, PROJECT_ID, Person,
};

/// An account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Account {
    /// The one that most of the data belongs to.
    Acme,
    /// Another customer, whom machine images come from and go to.
    Partner,
}

impl Account {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Acme, Self::Partner];

    /// Its ID.
    pub fn id(self) -> &'static str {
        match self {
            Self::Acme => ACCOUNT_ID,
            Self::Partner => OTHER_ACCOUNT_ID,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Acme => ACCOUNT_NAME,
            Self::Partner => OTHER_ACCOUNT_NAME,
        }
    }

    /// ID of its main project, which is called like the region.
    pub fn main_project(self) -> &'static str {
        match self {
            Self::Acme => PROJECT_ID,
            Self::Partner => OTHER_PROJECT_ID,
        }
    }

    /// Its people who can sign in.
    pub fn people(self) -> &'static [Person] {
        match self {
            Self::Acme => &PEOPLE,
            Self::Partner => &[PAULA],
        }
    }

    /// The account of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|account| account.name() == name)
    }

    /// Whose user it is.
    pub fn of_user(id: &str) -> Self {
        match id == PAULA.id {
            true => Self::Partner,
            false => Self::Acme,
        }
    }
}
