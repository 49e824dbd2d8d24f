//! Who is asking.

use super::account::Account;
use super::identities::{ENTERPRISE_PROJECT_ID, PEOPLE, SUB_PROJECT_ID};

/// The enterprise project of what was put into none.
pub const DEFAULT_ENTERPRISE_PROJECT: &str = "0";

/// What a token is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The main project of the account.
    Main,
    /// The sub-project: SWR refuses it (examples §0, row 3).
    Sub,
    /// The whole account: the gateway refuses it (examples §0, row 4).
    Account,
}

/// Who is asking, and in which scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// IAM user ID.
    pub user_id: String,
    /// What the credential is good for.
    pub scope: Scope,
}

impl Caller {
    /// Whose people they belong to.
    pub fn account(&self) -> Account {
        Account::of_user(&self.user_id)
    }

    /// ID of the project; none where it is the whole account.
    pub fn project(&self) -> Option<&'static str> {
        match self.scope {
            Scope::Main => Some(self.account().main_project()),
            Scope::Sub => Some(SUB_PROJECT_ID),
            Scope::Account => None,
        }
    }

    /// Whether it is the administrator of the account, who has every right without being listed.
    pub fn is_administrator(&self) -> bool {
        let people = self.account().people();
        people
            .iter()
            .any(|person| person.is_administrator && person.id == self.user_id)
    }

    /// Whether it is `carla`, who may change nothing.
    pub fn is_reader(&self) -> bool {
        self.user_id == PEOPLE[2].id
    }

    /// The enterprise projects that they were granted: the administrator all, `carla` the one that she
    /// is restricted to, everybody else the default one. The sub-project and the other account have the
    /// default one only.
    pub fn enterprise_projects(&self) -> Vec<&'static str> {
        const DEFAULT: &str = DEFAULT_ENTERPRISE_PROJECT;
        if self.scope == Scope::Sub || self.account() == Account::Partner {
            vec![DEFAULT]
        } else if self.is_administrator() {
            vec![DEFAULT, ENTERPRISE_PROJECT_ID]
        } else if self.is_reader() {
            vec![ENTERPRISE_PROJECT_ID]
        } else {
            vec![DEFAULT]
        }
    }
}
