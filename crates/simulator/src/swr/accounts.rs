//! What SWR remembers of each account: neither sees anything of the other's.

use crate::gateway::account::Account;

use super::seed_data::{self, Beginning};
use super::state::State;

/// The state of every account.
pub struct Accounts {
    /// Of the account that most of the data belongs to.
    pub acme: State,
    partner: State,
}

impl Accounts {
    /// What each begins with.
    pub fn begin(beginning: &Beginning) -> Self {
        Self {
            acme: seed_data::begin(beginning),
            partner: seed_data::begin_partner(),
        }
    }

    /// What an account has, and the names of organizations that the other has taken.
    pub fn of(&mut self, account: Account) -> &mut State {
        let (own, other) = match account {
            Account::Acme => (&mut self.acme, &self.partner),
            Account::Partner => (&mut self.partner, &self.acme),
        };
        own.taken_elsewhere = other.organizations().keys().cloned().collect();
        own
    }
}
