//! Tokens that were given out.

use std::collections::BTreeMap;

use cloud_api::Timestamp;

use super::access_keys::AccessKeys;
use super::account::Account;
use super::caller::{Caller, Scope};
use super::identities::{EXPIRED_TOKEN, GLOBAL_TOKEN, PEOPLE, SUB_PROJECT_TOKEN};

/// How long a token lives.
const LIFE: i64 = 24 * 3_600 * 1_000;

/// A token that was given out.
#[derive(Clone, Debug)]
pub struct Issued {
    pub user_id: String,
    pub scope: Scope,
    pub issued_at: Timestamp,
    pub expires_at: Timestamp,
}

/// Why a token tells of nobody.
pub enum Unaccepted {
    Unknown,
    Expired,
}

/// All tokens, also those whose time is over, and what else the gateway knows people by.
pub struct Tokens {
    pub access_keys: AccessKeys,
    by_text: BTreeMap<String, Issued>,
    issued: u64,
}

impl Tokens {
    /// The tokens that are known beforehand, issued at the start.
    pub fn new(start: Timestamp) -> Self {
        let forever = Timestamp::from_milliseconds(i64::MAX / 2);
        let long_ago = Timestamp::from_milliseconds(0);
        let administrator = PEOPLE[0].id;
        let end = start.plus_milliseconds(LIFE);
        let people = Account::ALL.into_iter().flat_map(Account::people);
        let known = people
            .map(|person| (person.token, person.id, Scope::Main, end))
            .chain([
                (EXPIRED_TOKEN, administrator, Scope::Main, long_ago),
                (SUB_PROJECT_TOKEN, administrator, Scope::Sub, forever),
                (GLOBAL_TOKEN, administrator, Scope::Main, end),
            ]);
        let by_text = known
            .map(|(token, user_id, scope, expires_at)| {
                let issued = Issued {
                    user_id: user_id.to_owned(),
                    scope,
                    issued_at: start,
                    expires_at,
                };
                (token.to_owned(), issued)
            })
            .collect();
        Self {
            access_keys: AccessKeys::new(),
            by_text,
            issued: 0,
        }
    }

    /// Gives out a token.
    pub fn issue(&mut self, user_id: &str, scope: Scope, now: Timestamp) -> (String, Issued) {
        self.issued += 1;
        let token = format!("DEMO-TOKEN-{:06}-{user_id}", self.issued);
        let issued = Issued {
            user_id: user_id.to_owned(),
            scope,
            issued_at: now,
            expires_at: now.plus_milliseconds(LIFE),
        };
        self.by_text.insert(token.clone(), issued.clone());
        (token, issued)
    }

    /// Ends a token before its time.
    pub fn revoke(&mut self, token: &str) {
        self.by_text.remove(token);
    }

    /// A token that is good now.
    pub fn find(&self, token: &str, now: Timestamp) -> Result<&Issued, Unaccepted> {
        match self.by_text.get(token) {
            None => Err(Unaccepted::Unknown),
            Some(issued) if issued.expires_at <= now => Err(Unaccepted::Expired),
            Some(issued) => Ok(issued),
        }
    }

    /// Who comes with a token.
    pub fn caller(&self, token: &str, now: Timestamp) -> Result<Caller, Unaccepted> {
        self.find(token, now).map(|issued| Caller {
            user_id: issued.user_id.clone(),
            scope: issued.scope,
        })
    }
}
