//! What IAM remembers.

use std::collections::BTreeMap;

use cloud_api::Timestamp;
use serde_json::Value;

use crate::gateway::account::Account;
use crate::gateway::identities::{KeyStanding, Person};
use crate::gateway::tokens::Tokens;
use crate::gateway::users::Users;

use super::standing::Standing;

/// Who there is and which tokens were given out; the gateway and the other services are handed both.
pub struct State {
    pub tokens: Tokens,
    pub users: Users,
    standings: BTreeMap<&'static str, Standing>,
}

impl State {
    /// The first users; the tokens that are known beforehand are issued at `start`.
    pub fn new(start: Timestamp) -> Self {
        Self {
            tokens: Tokens::new(start),
            users: Users::new(),
            standings: BTreeMap::new(),
        }
    }

    /// How IAM stands to a person.
    pub fn standing(&self, person: &Person) -> Standing {
        let ordered = self.standings.get(person.id);
        ordered.copied().unwrap_or(Standing::Good)
    }

    /// Lets IAM stand to a person as a test orders it, by name; `false` for orders that name nobody.
    pub fn order_standing(&mut self, order: &Value) -> bool {
        let people = Account::ALL.into_iter().flat_map(Account::people);
        let named = |person: &&Person| order["user"] == person.name;
        let standing = order["standing"].as_str().and_then(Standing::named);
        match (people.into_iter().find(named), standing) {
            (Some(person), Some(standing)) => {
                self.standings.insert(person.id, standing);
                true
            }
            _ => false,
        }
    }

    /// Enables or disables an access key as a test orders it; `false` for orders that name none.
    pub fn order_access_key(&mut self, order: &Value) -> bool {
        let standing = match order["status"].as_str() {
            Some("active") => KeyStanding::Active,
            Some("inactive") => KeyStanding::Inactive,
            _ => return false,
        };
        let id = order["access_key"].as_str().unwrap_or_default();
        self.tokens.access_keys.set(id, standing)
    }
}
