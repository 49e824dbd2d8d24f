//! Who is asking.

use super::identities::PEOPLE;

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
}
