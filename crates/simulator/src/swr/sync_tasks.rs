//! Automatic sync tasks: list, create, delete (examples §2.1 to §2.3).

use cloud_api::Timestamp;
use serde_json::{Value, json};

use crate::gateway::answer::{Answer, Response, empty, json_answer};
use crate::gateway::written_time::written_at;

use super::call::Call;
use super::fault::is_sync_refused;
use super::place::Place;
use super::refusal::{no_right, refused};
use super::state::State;
use super::sync_target::{Target, flag};

/// A sync task; a repository keeps a list of them.
#[derive(Clone, Debug)]
pub struct SyncTask {
    pub id: u64,
    pub target: Target,
    pub automatic: bool,
    pub overwrite: bool,
    pub created_at: Timestamp,
}

pub fn list(state: &mut State, call: &Call<'_>, place: &Place) -> Answer {
    let (organization, repository) = state.repository(place)?;
    if organization.level_on(repository, call.caller) == 0 || is_sync_refused(&repository.name) {
        return Err(no_right());
    }
    let rows: Vec<Value> = repository
        .lists
        .of::<SyncTask>()
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
                "domainID": organization.account().id(),
                "domainName": organization.account().name(),
                "createdAt": written_at(task.created_at),
                "updatedAt": written_at(task.created_at),
            })
        })
        .collect();
    Ok(json_answer(200, &Value::Array(rows)))
}

/// Only the account and administrators manage sync tasks, whatever their level.
fn check_writable(state: &State, call: &Call<'_>, place: &Place) -> Result<(), Response> {
    state.repository(place)?;
    if call.caller.is_administrator() && !is_sync_refused(&place.repository) {
        Ok(())
    } else {
        Err(no_right())
    }
}

pub fn create(state: &mut State, call: &Call<'_>, place: &Place) -> Answer {
    check_writable(state, call, place)?;
    let body = call.body();
    let target = Target::read(&body)?;
    let (automatic, overwrite) = (flag(&body, "syncAuto")?, flag(&body, "override")?);
    target.check(state)?;
    let task = SyncTask {
        id: state.next_id(),
        target,
        automatic,
        overwrite,
        created_at: call.now,
    };
    let lists = &mut state.repository_mut(place)?.lists;
    lists.change(|tasks: &mut Vec<SyncTask>| {
        if tasks.iter().any(|other| other.target == task.target) {
            return Err(refused(
                409,
                "SVCSTG.SWR.4090089",
                "The synchronization task already exists",
            ));
        }
        tasks.push(task);
        Ok(empty(200))
    })
}

/// The target need not exist any more.
pub fn delete(state: &mut State, call: &Call<'_>, place: &Place) -> Answer {
    check_writable(state, call, place)?;
    let body = call.body();
    let target = Target::listed(&body);
    let has = state.repository(place)?.1.lists.of::<SyncTask>();
    if !has.iter().any(|task| task.target == target) {
        Target::read(&body)?;
    }
    let lists = &mut state.repository_mut(place)?.lists;
    lists.change(|tasks: &mut Vec<SyncTask>| {
        let Some(index) = tasks.iter().position(|task| task.target == target) else {
            return Err(refused(
                400,
                "SVCSTG.SWR.4001158",
                "The synchronization task does not exist",
            ));
        };
        tasks.remove(index);
        Ok(empty(200))
    })
}
