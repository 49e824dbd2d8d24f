//! Accounts that a repository is shared with: list, show, create, delete (examples §2.11).

use cloud_api::Timestamp;
use cloud_api::swr::{AccountName, Deadline, ShareDescription};
use serde_json::{Value, json};

use crate::gateway::answer::{Answer, Response, empty, json_answer};
use crate::gateway::written_time::written_at;

use super::call::Call;
use super::place::Place;
use super::refusal::{invalid, no_right, refused};
use super::state::State;

/// Accounts of other customers; the caller's own is not among them.
const ACCOUNTS: [&str; 5] = [
    "PARTNER-GMBH",
    "acme-us",
    "Example Logistics",
    "müller_söhne",
    "shared with ops",
];

/// Whether there is such an account: beside those with names there are `account-1`, `account-2`, and
/// so on, as many as a test needs.
fn is_known(account: &str) -> bool {
    let number = account.strip_prefix("account-");
    ACCOUNTS.contains(&account) || number.is_some_and(|number| number.parse::<u16>().is_ok())
}

/// Rows that a list has at most; there is no way to ask for others.
const MOST_LISTED: usize = 100;
/// Accounts that a repository can be shared with.
const MOST: usize = 500;

/// A share with an account; a repository keeps a list of them.
#[derive(Clone, Debug)]
pub struct SharedAccount {
    pub account: String,
    pub deadline: Deadline,
    pub description: String,
    pub creator_id: String,
    pub creator_name: String,
    pub created_at: Timestamp,
}

impl SharedAccount {
    fn described(&self, place: &Place, now: Timestamp) -> Value {
        json!({
            "namespace": place.organization,
            "repository": place.repository,
            "access_domain": self.account,
            "permit": "read",
            "deadline": self.deadline,
            "description": self.description,
            "creator_id": self.creator_id,
            "creator_name": self.creator_name,
            "created": written_at(self.created_at),
            "updated": written_at(self.created_at),
            "status": is_ahead(&self.deadline, now),
        })
    }
}

fn is_ahead(deadline: &Deadline, now: Timestamp) -> bool {
    deadline.time().is_none_or(|end| end > now)
}

/// Only who manages the repository sees and changes with whom it is shared.
fn check_right(state: &State, call: &Call<'_>, place: &Place) -> Result<(), Response> {
    match state.level(call.caller, place)? {
        7 => Ok(()),
        _ => Err(no_right()),
    }
}

pub fn list(state: &mut State, call: &Call<'_>, place: &Place) -> Answer {
    check_right(state, call, place)?;
    let (_, repository) = state.repository(place)?;
    let shared = repository.lists.of::<SharedAccount>().iter();
    let rows = shared.map(|shared| shared.described(place, call.now));
    let rows: Vec<Value> = rows.take(MOST_LISTED).collect();
    Ok(json_answer(200, &Value::Array(rows)))
}

/// An account that it is not shared with is no fault here.
pub fn show(state: &mut State, call: &Call<'_>, place: &Place, account: &str) -> Answer {
    check_right(state, call, place)?;
    let (_, repository) = state.repository(place)?;
    let mut shared = repository.lists.of::<SharedAccount>().iter();
    let shared = shared.find(|shared| shared.account == account);
    let body = match shared {
        None => json!({ "exist": false, "namespace": "", "repository": "", "access_domain": "" }),
        Some(shared) => {
            let mut body = shared.described(place, call.now);
            body["exist"] = json!(true);
            body
        }
    };
    Ok(json_answer(200, &body))
}

pub fn create(state: &mut State, call: &Call<'_>, place: &Place) -> Answer {
    check_right(state, call, place)?;
    let (_, repository) = state.repository(place)?;
    if repository.is_public {
        let message = "Only private images can be shared";
        return Err(refused(403, "SVCSTG.SWR.4037020", message));
    }
    let shared = read(call)?;
    let lists = &mut state.repository_mut(place)?.lists;
    lists.change(|all: &mut Vec<SharedAccount>| {
        if all.iter().any(|other| other.account == shared.account) {
            let message = "The image is shared with the account already";
            return Err(refused(409, "SVCSTG.SWR.4090089", message));
        }
        if all.len() >= MOST {
            return Err(invalid("At most 500 accounts"));
        }
        all.push(shared);
        Ok(empty(201))
    })
}

/// What a body wants to share, checked.
fn read(call: &Call<'_>) -> Result<SharedAccount, Response> {
    let body = call.body();
    let account = body["access_domain"].as_str().unwrap_or_default();
    if account.parse::<AccountName>().is_err()
        || !is_known(account)
        || account == call.caller.account().name()
    {
        let message = "Invalid account";
        return Err(refused(400, "SVCSTG.SWR.4001041", message));
    }
    if body["permit"] != "read" {
        return Err(refused(400, "SVCSTG.SWR.4001091", "permit must be read"));
    }
    let deadline = body["deadline"].as_str().unwrap_or_default();
    let deadline = deadline.parse::<Deadline>();
    let deadline = deadline.map_err(|_| invalid("Invalid deadline"))?;
    if !is_ahead(&deadline, call.now) {
        return Err(invalid("The deadline has passed"));
    }
    let description = match &body["description"] {
        Value::Null => String::new(),
        Value::String(text) if text.parse::<ShareDescription>().is_ok() => text.clone(),
        _ => return Err(invalid("Invalid description")),
    };
    let creator_id = call.caller.user_id.clone();
    Ok(SharedAccount {
        account: account.to_owned(),
        deadline,
        description,
        creator_name: call.users.name(&creator_id).to_owned(),
        creator_id,
        created_at: call.now,
    })
}

pub fn delete(state: &mut State, call: &Call<'_>, place: &Place, account: &str) -> Answer {
    check_right(state, call, place)?;
    let lists = &mut state.repository_mut(place)?.lists;
    lists.change(|all: &mut Vec<SharedAccount>| {
        let Some(index) = all.iter().position(|shared| shared.account == account) else {
            // A form of its own, without a list around it (examples §2.11).
            let body = json!({
                "errorCode": "SVCSTG.SWR.4001090",
                "errorMessage": "The shared account does not exist",
            });
            return Err(json_answer(400, &body));
        };
        all.remove(index);
        Ok(empty(204))
    })
}
