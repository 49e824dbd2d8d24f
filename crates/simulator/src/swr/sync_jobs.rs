//! Sync jobs: started by hand or by a push, and listed (examples §2.4 and §2.5).

use cloud_api::Timestamp;
use serde_json::{Value, json};

use crate::gateway::answer::{Answer, json_answer};
use crate::gateway::identities::FAILING_REGION;
use crate::gateway::written_time::written_at;

use super::call::Call;
use super::fault::is_sync_refused;
use super::filter::filter_pairs;
use super::paging;
use super::place::Place;
use super::refusal::{invalid, no_right, no_tag, refused};
use super::state::State;
use super::state::repository::Repository;
use super::sync_target::{Target, flag};

/// Milliseconds until a job's turn comes.
const WAITS: i64 = 2_000;
/// Milliseconds after its start until a job ends.
const TAKES: i64 = 6_000;

/// A sync job; a repository keeps a list of them.
#[derive(Clone, Debug)]
pub struct SyncJob {
    pub id: u64,
    pub tag: String,
    pub target: Target,
    pub overwrite: bool,
    /// Empty when a push started it.
    pub operator_id: String,
    pub created_at: Timestamp,
    pub end: End,
}

/// How a job ends; what it is until then follows from its age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Success,
    Failed,
    Timeout,
    Cancel,
    Existed,
}

impl SyncJob {
    /// The status at a time, and since when it has it.
    fn status(&self, now: Timestamp) -> (&'static str, Timestamp) {
        let began = self.created_at.plus_milliseconds(WAITS);
        let ended = self.created_at.plus_milliseconds(TAKES);
        match (self.end, now) {
            (_, now) if now < began => ("waiting", self.created_at),
            (End::Existed, _) => ("existed", began),
            (_, now) if now < ended => ("running", began),
            (End::Success, _) => ("success", ended),
            (End::Failed, _) => ("failed", ended),
            (End::Timeout, _) => ("timeout", ended),
            (End::Cancel, _) => ("cancel", ended),
        }
    }
}

/// What a job is started with.
pub struct Start<'a> {
    pub id: u64,
    pub tag: &'a str,
    pub target: &'a Target,
    pub overwrite: bool,
    /// Empty when a push starts it.
    pub operator_id: &'a str,
    pub now: Timestamp,
}

/// Starts copying a tag. What an earlier job copies counts as being there.
pub fn start(repository: &mut Repository, start: &Start<'_>) {
    let &Start { tag, target, .. } = start;
    repository.lists.change(|jobs: &mut Vec<SyncJob>| {
        let is_there = jobs.iter().any(|job| {
            job.tag == tag
                && job.target == *target
                && matches!(job.end, End::Success | End::Existed)
        });
        let end = if target.region == FAILING_REGION {
            End::Failed
        } else if is_there && !start.overwrite {
            End::Existed
        } else {
            End::Success
        };
        jobs.push(SyncJob {
            id: start.id,
            tag: tag.to_owned(),
            target: target.clone(),
            overwrite: start.overwrite,
            operator_id: start.operator_id.to_owned(),
            created_at: start.now,
            end,
        });
    });
}

/// Tags that are missing are named in the answer; when all are, nothing is done.
pub fn start_by_hand(state: &mut State, call: &Call<'_>, place: &Place) -> Answer {
    if state.level(call.caller, place)? < 3 || is_sync_refused(&place.repository) {
        return Err(no_right());
    }
    let body = call.body();
    let tags: Option<Vec<&str>> = body["imageTag"]
        .as_array()
        .and_then(|tags| tags.iter().map(Value::as_str).collect());
    let Some(tags) = tags.filter(|tags| !tags.is_empty()) else {
        return Err(invalid("imageTag must be an array of tags"));
    };
    let target = Target::read(&body)?;
    let overwrite = flag(&body, "override")?;
    target.check(state)?;
    let (_, repository) = state.repository(place)?;
    let (there, missing): (Vec<&str>, Vec<&str>) = tags
        .into_iter()
        .partition(|tag| repository.tags.find(tag).is_some());
    if there.is_empty() {
        return Err(no_tag());
    }
    for tag in there {
        let begun = Start {
            id: state.next_id(),
            tag,
            target: &target,
            overwrite,
            operator_id: &call.caller.user_id,
            now: call.now,
        };
        start(state.repository_mut(place)?, &begun);
    }
    Ok(json_answer(200, &json!(missing)))
}

/// The oldest first unless the newest are asked for first.
pub fn list(state: &mut State, call: &Call<'_>, place: &Place) -> Answer {
    let (organization, repository) = state.repository(place)?;
    if organization.level_on(repository, call.caller) == 0 || is_sync_refused(&repository.name) {
        return Err(no_right());
    }
    let filter = call.request.parameter("filter").unwrap_or_default();
    let pairs = filter_pairs(&filter)
        .ok_or_else(|| refused(400, "SVCSTG.SWR.4009014", "limit and offset are mandatory"))?;
    if pairs
        .iter()
        .any(|(key, _)| !["limit", "offset", "order"].contains(key))
    {
        return Err(refused(400, "SVCSTG.SWR.4001035", "Invalid filter"));
    }
    let value = |key: &str| {
        pairs
            .iter()
            .find(|(name, _)| *name == key)
            .map(|(_, value)| *value)
    };
    let Some(page) = paging::page(value("offset"), value("limit"))? else {
        return Err(refused(
            400,
            "SVCSTG.SWR.4009014",
            "limit and offset are mandatory",
        ));
    };
    let mut rows: Vec<&SyncJob> = repository.lists.of::<SyncJob>().iter().collect();
    rows.sort_by_key(|job| job.id);
    match value("order") {
        None | Some("asc") => {}
        Some("desc") => rows.reverse(),
        Some(_) => return Err(refused(400, "SVCSTG.SWR.4001035", "Invalid order")),
    }
    paging::answer(&rows, Some(page), |job| {
        let (status, since) = job.status(call.now);
        Ok(json!({
            "id": job.id,
            "namespace": organization.name,
            "repoName": repository.name,
            "tag": job.tag,
            "remoteRegionId": job.target.region,
            "remoteNamespace": job.target.organization,
            "override": job.overwrite,
            "status": status,
            "syncOperatorId": job.operator_id,
            "syncOperatorName": call.users.name(&job.operator_id),
            "domainID": organization.account().id(),
            "domainName": organization.account().name(),
            "createdAt": written_at(job.created_at),
            "updatedAt": written_at(since),
        }))
    })
}
