//! Who is asking.

use super::identities::{ENTERPRISE_PROJECT_ID, PEOPLE};

/// The enterprise project of what was put into none.
pub const DEFAULT_ENTERPRISE_PROJECT: &str = "0";

/// What a token is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The main project.
    Main,
    /// The sub-project: SWR refuses it (examples §0, row 3).
    Sub,
    /// The whole account: the gateway refuses it (examples §0, row 4).
    Account,
}

/// Who is asking, and in which scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    pub user_id: String,
    pub scope: Scope,
}

impl Caller {
    /// Whether it is the administrator, who has every right without being listed.
    pub fn is_administrator(&self) -> bool {
        PEOPLE
            .iter()
            .any(|person| person.is_administrator && person.id == self.user_id)
    }

    /// The enterprise projects that they were granted: the administrator all, `carla` the one that she
    /// is restricted to, everybody else the default one. The sub-project has the default one only.
    pub fn enterprise_projects(&self) -> Vec<&'static str> {
        const DEFAULT: &str = DEFAULT_ENTERPRISE_PROJECT;
        if self.scope == Scope::Sub {
            vec![DEFAULT]
        } else if self.is_administrator() {
            vec![DEFAULT, ENTERPRISE_PROJECT_ID]
        } else if self.user_id == PEOPLE[2].id {
            vec![ENTERPRISE_PROJECT_ID]
        } else {
            vec![DEFAULT]
        }
    }
}
