//! Automatic sync tasks: list, create, delete (examples §2.1 to §2.3).

use cloud_api::{Response, Timestamp};
use serde_json::{Value, json};

use crate::control::empty;
use crate::identities::{ACCOUNT_ID, ACCOUNT_NAME};
use crate::refusal::{json_answer, no_right, swr};
use crate::repositories::{find, find_mut, level};
use crate::signature::Caller;
use crate::state::State;
use crate::sync_regions::{Target, flag};
use crate::written_time::written_at;

/// A repository whose sync calls nobody may make.
pub const FAULT_403: &str = "fault-403-sync";

#[derive(Clone, Debug)]
pub struct SyncTask {
    pub id: u64,
    pub target: Target,
    pub automatic: bool,
    pub overwrite: bool,
    pub created_at: Timestamp,
}

pub fn list(
    state: &State,
    caller: &Caller,
    organization: &str,
    repository: &str,
) -> Result<Response, Response> {
    let (organization, repository) = find(state, organization, repository)?;
    if level(organization, repository, caller) == 0 || is_refused(&repository.name) {
        return Err(no_right());
    }
    let rows: Vec<Value> = repository
        .sync_tasks
        .iter()
        .map(|task| {
            json!({
                "id": task.id,
                "namespace": organization.name,
                "repoName": repository.name,
                "remoteRegionId": task.target.region,
                "remoteNamespace": task.target.organization,
                "syncAuto": task.automatic,
                "override": task.overwrite,
                "domainID": ACCOUNT_ID,
                "domainName": ACCOUNT_NAME,
                "createdAt": written_at(task.created_at),
                "updatedAt": written_at(task.created_at),
            })
        })
        .collect();
    Ok(json_answer(200, &Value::Array(rows)))
}

/// Whether it is the repository that refuses everything about syncing.
pub fn is_refused(repository: &str) -> bool {
    repository.rsplit('/').next() == Some(FAULT_403)
}

/// Only the account and administrators manage sync tasks, whatever their level.
fn writable(
    state: &State,
    caller: &Caller,
    organization: &str,
    repository: &str,
) -> Result<(), Response> {
    find(state, organization, repository)?;
    if caller.is_administrator() && !is_refused(repository) {
        Ok(())
    } else {
        Err(no_right())
    }
}

pub fn create(
    state: &mut State,
    caller: &Caller,
    organization: &str,
    repository: &str,
    body: &[u8],
    now: Timestamp,
) -> Result<Response, Response> {
    writable(state, caller, organization, repository)?;
    let body: Value = serde_json::from_slice(body).unwrap_or(Value::Null);
    let target = Target::read(&body)?;
    let (automatic, overwrite) = (flag(&body, "syncAuto")?, flag(&body, "override")?);
    target.check(state)?;
    let id = state.next_id();
    let tasks = &mut find_mut(state, organization, repository)?.sync_tasks;
    if tasks.iter().any(|task| task.target == target) {
        return Err(swr(
            409,
            "SVCSTG.SWR.4090089",
            "The synchronization task already exists",
        ));
    }
    tasks.push(SyncTask {
        id,
        target,
        automatic,
        overwrite,
        created_at: now,
    });
    Ok(empty(200))
}

/// The target need not exist any more.
pub fn delete(
    state: &mut State,
    caller: &Caller,
    organization: &str,
    repository: &str,
    body: &[u8],
) -> Result<Response, Response> {
    writable(state, caller, organization, repository)?;
    let body: Value = serde_json::from_slice(body).unwrap_or(Value::Null);
    let target = Target::read(&body)?;
    let tasks = &mut find_mut(state, organization, repository)?.sync_tasks;
    let Some(place) = tasks.iter().position(|task| task.target == target) else {
        return Err(swr(
            400,
            "SVCSTG.SWR.4001158",
            "The synchronization task does not exist",
        ));
    };
    tasks.remove(place);
    Ok(empty(200))
}
