//! Who has access: read, add, change, cancel (examples §1.7, §1.8, §1.12 and §1.13).

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::gateway::answer::{Answer, Response, empty, json_answer};

use super::call::Call;
use super::grant_write::{List, Write};
use super::place::Place;
use super::refusal::{no_right, refused};
use super::state::grant::Grant;
use super::state::{Once, State};

pub fn read_organization(state: &mut State, call: &Call<'_>, name: &str) -> Answer {
    let organization = state.organization(name)?;
    let mine = organization.level(call.caller);
    if mine < 3 {
        return Err(no_right());
    }
    // The creator has no row of their own; other callers see them with manage.
    let creator = Grant {
        user_id: organization.creator_id.clone(),
        user_name: organization.creator_name.clone(),
        auth: 7,
    };
    let others = std::iter::once(&creator)
        .chain(&organization.grants)
        .filter(|grant| grant.user_id != call.caller.user_id);
    let mut body = describe(call, mine, others);
    body["id"] = json!(organization.id);
    body["name"] = json!(organization.name);
    body["creator_name"] = json!(organization.creator_name);
    Ok(json_answer(200, &body))
}

pub fn write_organization(state: &mut State, call: &Call<'_>, name: &str) -> Answer {
    let organization = state.organization(name)?;
    if organization.level(call.caller) < 7 {
        return Err(no_right());
    }
    let list = List {
        grants: &organization.grants,
        creator_id: Some(&organization.creator_id),
        may_leave: false,
        missing: "SVCSTG.SWR.4040078",
        existing: "SVCSTG.SWR.4090076",
    };
    let write = Write::read(call, &list)?;
    let broken = broken_at(call, &write, &mut state.happened);
    write.apply(&mut state.organization_mut(name)?.grants, broken);
    answered(&write, broken, 200)
}

/// The caller's level on a repository whose list of access they may read and write.
fn listed(state: &State, call: &Call<'_>, place: &Place) -> Result<i64, Response> {
    let (organization, repository) = state.repository(place)?;
    let mine = organization.level_on(repository, call.caller);
    if organization.level(call.caller) >= 3 || mine == 7 {
        Ok(mine)
    } else {
        Err(no_right())
    }
}

pub fn read_repository(state: &mut State, call: &Call<'_>, place: &Place) -> Answer {
    let mine = listed(state, call, place)?;
    let (_, repository) = state.repository(place)?;
    // A caller's own direct grant stands among the others: it can (examples §0, row 7).
    let mut body = describe(call, mine, &repository.grants);
    body["id"] = json!(repository.id);
    body["name"] = json!(repository.name);
    Ok(json_answer(200, &body))
}

pub fn write_repository(state: &mut State, call: &Call<'_>, place: &Place) -> Answer {
    listed(state, call, place)?;
    let (_, repository) = state.repository(place)?;
    let list = List {
        grants: &repository.grants,
        creator_id: None,
        may_leave: true,
        missing: "SVCSTG.SWR.4040091",
        existing: "SVCSTG.SWR.4090089",
    };
    let write = Write::read(call, &list)?;
    let broken = broken_at(call, &write, &mut state.happened);
    write.apply(&mut state.repository_mut(place)?.grants, broken);
    answered(&write, broken, 201)
}

fn describe<'a>(call: &Call<'_>, mine: i64, grants: impl IntoIterator<Item = &'a Grant>) -> Value {
    let me = &call.caller.user_id;
    let others: Vec<Value> = grants
        .into_iter()
        .map(|grant| json!({ "user_id": grant.user_id, "user_name": grant.user_name, "auth": grant.auth }))
        .collect();
    json!({
        "self_auth": { "user_id": me, "user_name": call.users.name(me), "auth": mine },
        "others_auths": others,
    })
}

/// Where a write breaks off, in the order of its body: a fault goes by the name of a user whom it
/// covers. What stands before that user is applied.
fn broken_at(call: &Call<'_>, write: &Write, happened: &mut BTreeSet<Once>) -> Option<usize> {
    write
        .users()
        .iter()
        .position(|user_id| match call.users.name(user_id) {
            "fault-500-always" => true,
            "fault-500-once" => happened.insert(Once::User),
            _ => false,
        })
}

fn answered(write: &Write, broken: Option<usize>, added: u16) -> Answer {
    match broken {
        None => Ok(empty(write.success(added))),
        Some(_) => Err(refused(500, write.fault_code(), "Internal error")),
    }
}
