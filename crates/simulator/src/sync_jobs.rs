//! Sync jobs: started by hand or by a push, and listed (examples §2.4 and §2.5).

use cloud_api::{Response, Timestamp};
use serde_json::{Value, json};

use crate::identities::{ACCOUNT_ID, ACCOUNT_NAME, FAILING_REGION};
use crate::incoming::Incoming;
use crate::organizations::filter_pairs;
use crate::paging;
use crate::refusal::{json_answer, no_right, swr};
use crate::repositories::{find, find_mut, level};
use crate::signature::Caller;
use crate::state::{Repository, State};
use crate::sync_regions::{Target, flag};
use crate::sync_tasks::is_refused;
use crate::written_time::written_at;

/// Milliseconds until a job's turn comes.
const WAITS: i64 = 2_000;
/// Milliseconds after its start until a job ends.
const TAKES: i64 = 6_000;

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

/// Starts copying a tag. What an earlier job copies counts as being there.
pub fn start(
    repository: &mut Repository,
    id: u64,
    tag: &str,
    target: &Target,
    overwrite: bool,
    operator_id: &str,
    now: Timestamp,
) {
    let is_there = repository.sync_jobs.iter().any(|job| {
        job.tag == tag && job.target == *target && matches!(job.end, End::Success | End::Existed)
    });
    let end = if target.region == FAILING_REGION {
        End::Failed
    } else if is_there && !overwrite {
        End::Existed
    } else {
        End::Success
    };
    repository.sync_jobs.push(SyncJob {
        id,
        tag: tag.to_owned(),
        target: target.clone(),
        overwrite,
        operator_id: operator_id.to_owned(),
        created_at: now,
        end,
    });
}

/// Tags that are missing are named in the answer; when all are, nothing is done.
pub fn start_by_hand(
    state: &mut State,
    caller: &Caller,
    organization_name: &str,
    repository_name: &str,
    body: &[u8],
    now: Timestamp,
) -> Result<Response, Response> {
    let (organization, repository) = find(state, organization_name, repository_name)?;
    if level(organization, repository, caller) < 3 || is_refused(repository_name) {
        return Err(no_right());
    }
    let body: Value = serde_json::from_slice(body).unwrap_or(Value::Null);
    let tags: Option<Vec<&str>> = body["imageTag"]
        .as_array()
        .and_then(|tags| tags.iter().map(Value::as_str).collect());
    let Some(tags) = tags.filter(|tags| !tags.is_empty()) else {
        return Err(swr(
            400,
            "SVCSTG.SWR.4000014",
            "imageTag must be an array of tags",
        ));
    };
    let target = Target::read(&body)?;
    let overwrite = flag(&body, "override")?;
    target.check(state)?;
    let (there, missing): (Vec<&str>, Vec<&str>) = tags
        .into_iter()
        .partition(|tag| repository.tags.find(tag).is_some());
    if there.is_empty() {
        return Err(swr(404, "SVCSTG.SWR.4040115", "The tag was not found"));
    }
    for tag in there {
        let id = state.next_id();
        let repository = find_mut(state, organization_name, repository_name)?;
        start(
            repository,
            id,
            tag,
            &target,
            overwrite,
            &caller.user_id,
            now,
        );
    }
    Ok(json_answer(200, &json!(missing)))
}

/// The oldest first unless the newest are asked for first.
pub fn list(
    state: &State,
    caller: &Caller,
    organization: &str,
    repository: &str,
    request: &Incoming,
    now: Timestamp,
) -> Result<Response, Response> {
    let (organization, repository) = find(state, organization, repository)?;
    if level(organization, repository, caller) == 0 || is_refused(&repository.name) {
        return Err(no_right());
    }
    let filter = request.parameter("filter").unwrap_or_default();
    let pairs = filter_pairs(&filter)
        .ok_or_else(|| swr(400, "SVCSTG.SWR.4009014", "limit and offset are mandatory"))?;
    if pairs
        .iter()
        .any(|(key, _)| !["limit", "offset", "order"].contains(key))
    {
        return Err(swr(400, "SVCSTG.SWR.4001035", "Invalid filter"));
    }
    let value = |key: &str| {
        pairs
            .iter()
            .find(|(name, _)| *name == key)
            .map(|(_, value)| *value)
    };
    let Some(page) = paging::page(value("offset"), value("limit"))? else {
        return Err(swr(
            400,
            "SVCSTG.SWR.4009014",
            "limit and offset are mandatory",
        ));
    };
    let mut rows: Vec<&SyncJob> = repository.sync_jobs.iter().collect();
    rows.sort_by_key(|job| job.id);
    match value("order") {
        None | Some("asc") => {}
        Some("desc") => rows.reverse(),
        Some(_) => return Err(swr(400, "SVCSTG.SWR.4001035", "Invalid order")),
    }
    Ok(paging::answer(rows, Some(page), |job| {
        let (status, since) = job.status(now);
        json!({
            "id": job.id,
            "namespace": organization.name,
            "repoName": repository.name,
            "tag": job.tag,
            "remoteRegionId": job.target.region,
            "remoteNamespace": job.target.organization,
            "override": job.overwrite,
            "status": status,
            "syncOperatorId": job.operator_id,
            "syncOperatorName": state.user_name(&job.operator_id),
            "domainID": ACCOUNT_ID,
            "domainName": ACCOUNT_NAME,
            "createdAt": written_at(job.created_at),
            "updatedAt": written_at(since),
        })
    }))
}
