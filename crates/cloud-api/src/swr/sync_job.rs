//! Sync jobs of a repository: each copies one tag to one target.

use super::repository_list::{PageSize, SortDirection};
use super::sync_target::SyncTarget;
use crate::wire::fields::{Fields, read_array};
use crate::{
    ApiError, Before, Collection, ContentRange, Endpoint, Kind, Listed, Meaning, Method, Operation,
    Owner, RepositoryPath, Request, Response,
};

const LIST: Endpoint = Endpoint::swr(
    Method::Get,
    "/v2/manage/namespaces/{namespace}/repos/{repository}/sync_job",
    "ShowSyncJob",
);

/// Reads a page of sync jobs: `GET …/repos/{repository}/sync_job` (examples §2.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListSyncJobs {
    /// Of which repository.
    pub repository: RepositoryPath,
    /// Rows to pass over.
    pub offset: u64,
    /// Rows to read.
    pub limit: PageSize,
    /// By age; the newest come first when descending.
    pub order: SortDirection,
}

/// One page of sync jobs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncJobPage {
    /// The rows.
    pub jobs: Listed<SyncJob>,
    /// How many there are in all, where the header `Content-Range` tells.
    pub total: Option<u64>,
}

/// A sync job, as the service gave it. It never says why it failed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SyncJob {
    /// Its number; a later job has a higher one.
    pub id: Option<u64>,
    /// The tag that is copied; untrusted text.
    pub tag: String,
    /// The target region; untrusted text.
    pub target_region: String,
    /// The target organization; untrusted text.
    pub target_organization: String,
    /// Whether a tag that is already at the target is overwritten, where the service says so.
    pub overwrite: Option<bool>,
    /// How far it is.
    pub status: SyncStatus,
    operator_id: Box<str>,
    operator_name: Box<str>,
    /// When it was made, RFC 3339 in UTC.
    pub created_at: String,
    /// When it last changed, RFC 3339 in UTC.
    pub updated_at: String,
}

/// How far a sync job is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SyncStatus {
    /// `waiting`: its turn has not come.
    Waiting,
    /// `running`: it is being copied.
    Running,
    /// `success`: it was copied.
    Success,
    /// `failed`: it was not copied.
    Failed,
    /// `timeout`: it took too long.
    Timeout,
    /// `cancel`: it was called off.
    Cancel,
    /// `existed`: the target had the tag and nothing was copied.
    Existed,
    /// What no document knows, or nothing at all; untrusted text.
    Unknown(String),
}

impl SyncStatus {
    /// The API's word, as it came; empty where the service told none.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Success => "success",
            Self::Failed => "failed",
            Self::Timeout => "timeout",
            Self::Cancel => "cancel",
            Self::Existed => "existed",
            Self::Unknown(text) => text,
        }
    }

    /// Whether the job stays as it is. An unknown status may still change.
    #[must_use]
    pub fn is_terminal(&self) -> bool {
        match self {
            Self::Success | Self::Failed | Self::Timeout | Self::Cancel | Self::Existed => true,
            Self::Waiting | Self::Running | Self::Unknown(_) => false,
        }
    }
}

impl From<String> for SyncStatus {
    fn from(text: String) -> Self {
        match text.as_str() {
            "waiting" => Self::Waiting,
            "running" => Self::Running,
            "success" => Self::Success,
            "failed" => Self::Failed,
            "timeout" => Self::Timeout,
            "cancel" => Self::Cancel,
            "existed" => Self::Existed,
            _ => Self::Unknown(text),
        }
    }
}

impl Default for SyncStatus {
    fn default() -> Self {
        Self::Unknown(String::new())
    }
}

impl SyncJob {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            id: fields.count("id"),
            tag: fields.text("tag"),
            target_region: fields.text("remoteRegionId"),
            target_organization: fields.text("remoteNamespace"),
            overwrite: fields.flag("override"),
            status: fields.text("status").into(),
            operator_id: fields.text("syncOperatorId").into(),
            operator_name: fields.text("syncOperatorName").into(),
            created_at: fields.text("createdAt"),
            updated_at: fields.text("updatedAt"),
        }
    }

    /// Whether the user of this ID started it.
    pub(super) fn is_of(&self, user_id: &str) -> bool {
        !user_id.is_empty() && *self.operator_id == *user_id
    }

    /// Who started it, by name (untrusted text); `None` when a push did.
    #[must_use]
    pub fn operator(&self) -> Option<&str> {
        Some(&*self.operator_name).filter(|name| !name.is_empty())
    }

    /// Whether it copies to this target.
    #[must_use]
    pub fn is_for(&self, target: &SyncTarget) -> bool {
        target.is_named(&self.target_region, &self.target_organization)
    }
}

impl SyncJobPage {
    /// Whether there are no older jobs than those on the page, when it is the first of the newest.
    /// Where the service tells no total, only a page without jobs is: it may give less at once than
    /// it is asked for.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let count = self.jobs.received();
        self.total.map_or(count == 0, |total| total <= count)
    }

    /// The highest number on the page: what is made later has a higher one.
    #[must_use]
    pub fn newest(&self) -> Option<u64> {
        self.jobs.iter().filter_map(|job| job.id).max()
    }

    /// What the jobs of a write are told from that this user is about to send, when this is the page of the
    /// newest. Nothing where a job has no number that can be read, or where an older job may have a
    /// higher one than all on the page: then no job proves that the write began.
    #[must_use]
    pub fn before(&self, user_id: &str) -> Before {
        let newest = self.newest();
        let is_numbered = self.jobs.left_out == 0 && self.jobs.iter().all(|job| job.id.is_some());
        match is_numbered && (self.is_whole() || self.begins_with_newest()) {
            true => Before::SyncJobs {
                newest,
                caller: user_id.to_owned(),
            },
            false => Before::Nothing,
        }
    }

    /// Whether every job that was made after the one of this number is on the page, when it is the first
    /// of the newest; `None` where there was none. A page holds no more than the service gives at once.
    #[must_use]
    pub fn shows_all_after(&self, known: Option<u64>) -> bool {
        let is_known = |number: u64| known.is_some_and(|known| number <= known);
        let reaches_back = self.jobs.iter().filter_map(|job| job.id).any(is_known);
        self.is_whole() || (reaches_back && self.begins_with_newest())
    }

    fn begins_with_newest(&self) -> bool {
        self.jobs.first().and_then(|job| job.id) == self.newest()
    }
}

impl ListSyncJobs {
    /// The newest jobs of a repository, as many as one answer holds.
    #[must_use]
    pub fn newest(repository: &RepositoryPath) -> Self {
        Self {
            repository: repository.clone(),
            offset: 0,
            limit: PageSize::LARGEST,
            order: SortDirection::Descending,
        }
    }

    /// No maximum of `limit` is documented for this list (corrections §2).
    fn request_for(&self, limit: PageSize) -> Request {
        let order = self.order.word();
        let filter = format!(
            "limit::{}|offset::{}|order::{order}",
            limit.rows(),
            self.offset
        );
        Request::new(&LIST, &self.repository.parameters()).with_query("filter", filter)
    }
}

impl Operation for ListSyncJobs {
    type Output = SyncJobPage;

    fn request(&self) -> Request {
        let request = self.request_for(self.limit);
        match self.limit.rows() > PageSize::USUAL.rows() {
            true => request.or_instead(self.request_for(PageSize::USUAL)),
            false => request,
        }
    }

    fn collection(&self) -> Option<Collection> {
        let of = Owner::Repository(self.repository.clone());
        Some(Collection::new(Kind::ManualSync, of))
    }

    fn decode(response: &Response) -> Result<SyncJobPage, ApiError> {
        let jobs = match read_array(response, SyncJob::read) {
            Err(error) if is_without_jobs(&error) => return Ok(SyncJobPage::default()),
            read => read?,
        };
        Ok(SyncJobPage {
            jobs,
            total: response
                .content_range()
                .map(|ContentRange { total, .. }| total),
        })
    }
}

/// The page lists a 404 for "task not found", which is a list without jobs; the same status with
/// these codes says that there is no such organization or repository.
fn is_without_jobs(error: &ApiError) -> bool {
    const NO_REPOSITORY: [&str; 4] = [
        "SVCSTG.SWR.4040010",
        "SVCSTG.SWR.4040058",
        "SVCSTG.SWR.4040113",
        "SVCSTG.SWR.4041061",
    ];
    matches!(error, ApiError::Refused(refusal) if refusal.status == 404
        && refusal.meaning == Meaning::AlreadyGone
        && !NO_REPOSITORY.contains(&refusal.code.as_str()))
}
