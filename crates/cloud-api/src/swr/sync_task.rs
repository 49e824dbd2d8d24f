//! Automatic sync tasks of a repository.

use serde::{Deserialize, Serialize};

use super::sync_target::SyncTarget;
use crate::wire::fields::{Fields, read_array};
use crate::{
    ApiError, Collection, Endpoint, Kind, Listed, Method, Operation, OrganizationName, Owner,
    RegionId, RepositoryPath, Request, Response,
};

const LIST: Endpoint = Endpoint::swr(
    Method::Get,
    "/v2/manage/namespaces/{namespace}/repos/{repository}/sync_repo",
    "ListImageAutoSyncReposDetails",
);

/// Reads the sync tasks of a repository: `GET …/repos/{repository}/sync_repo` (examples §2.1). Not
/// paged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListSyncTasks {
    /// Of which repository.
    pub repository: RepositoryPath,
}

/// A sync task, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SyncTask {
    /// The target region; untrusted text.
    pub target_region: String,
    /// The target organization; untrusted text.
    pub target_organization: String,
    /// Whether new pushes are copied by themselves, where the service says so.
    pub automatic: Option<bool>,
    /// Whether a tag that is already at the target is overwritten, where the service says so.
    pub overwrite: Option<bool>,
    /// When it was made, RFC 3339 in UTC.
    pub created_at: String,
    /// When it last changed, RFC 3339 in UTC.
    pub updated_at: String,
}

impl SyncTask {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            target_region: fields.text("remoteRegionId"),
            target_organization: fields.text("remoteNamespace"),
            automatic: fields.flag("syncAuto"),
            overwrite: fields.flag("override"),
            created_at: fields.text("createdAt"),
            updated_at: fields.text("updatedAt"),
        }
    }

    /// The target, where a request can carry it; only then can the task be deleted.
    #[must_use]
    pub fn target(&self) -> Option<SyncTarget> {
        Some(SyncTarget {
            region: RegionId::listed(&self.target_region)?,
            organization: OrganizationName::listed(&self.target_organization)?,
        })
    }

    /// Whether it copies to this target.
    #[must_use]
    pub fn is_for(&self, target: &SyncTarget) -> bool {
        target.is_named(&self.target_region, &self.target_organization)
    }
}

impl Operation for ListSyncTasks {
    type Output = Listed<SyncTask>;

    fn request(&self) -> Request {
        Request::new(&LIST, &self.repository.parameters())
    }

    fn collection(&self) -> Option<Collection> {
        let of = Owner::Repository(self.repository.clone());
        Some(Collection::new(Kind::SyncTask, of))
    }

    fn decode(response: &Response) -> Result<Listed<SyncTask>, ApiError> {
        // Without tasks some sites answer null.
        read_array(response, SyncTask::read)
    }
}
