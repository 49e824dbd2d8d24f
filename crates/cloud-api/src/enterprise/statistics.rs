//! What an instance holds, and how much it may hold.

use super::ids::InstanceId;
use crate::wire::fields::{Fields, read_object};
use crate::{ApiError, Endpoint, Method, Operation, ProjectId, Request, Response};

const SHOW: Endpoint = Endpoint::enterprise(
    Method::Get,
    "/v2/{project_id}/instances/{instance_id}/statistics",
    "ListInstanceStatistics",
);

/// Reads the counts and quotas of an instance: `GET …/statistics` (corrections §5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowStatistics {
    /// Of which project.
    pub project: ProjectId,
    /// Of which instance.
    pub instance: InstanceId,
}

/// How many there are of a kind of thing, and how many there may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Quota {
    /// How many there are, where it is told.
    pub count: Option<u64>,
    /// How many there may be, where it is told; a negative number, which tells of no bound, is not.
    pub quota: Option<u64>,
}

/// What an instance holds, as the service counts it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Statistics {
    /// What its images take, in a unit that is not documented.
    pub storage_used: Option<u64>,
    /// Namespaces.
    pub namespaces: Quota,
    /// Repositories of images.
    pub repositories: Quota,
    /// Target registries.
    pub registries: Quota,
    /// Replication policies.
    pub policies: Quota,
}

impl Statistics {
    fn read(fields: Fields<'_>) -> Self {
        let quota = |count, quota| Quota {
            count: fields.count(count),
            quota: fields.count(quota),
        };
        Self {
            storage_used: fields.count("storage_used"),
            namespaces: quota("total_namespace_count", "namespace_quota"),
            repositories: quota("total_image_count", "image_repo_quota"),
            registries: quota("replica_registry_count", "replica_registry_quota"),
            policies: quota("replica_policy_count", "replica_policy_quota"),
        }
    }
}

impl Operation for ShowStatistics {
    type Output = Statistics;

    fn request(&self) -> Request {
        Request::new(&SHOW, &[self.project.as_str(), self.instance.as_str()])
    }

    fn decode(response: &Response) -> Result<Statistics, ApiError> {
        read_object(response, Statistics::read)
    }
}
