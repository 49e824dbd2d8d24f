//! How much an account may have.

use crate::wire::fields::{Fields, read_object};
use crate::{ApiError, Endpoint, Listed, Method, Operation, ProjectId, Request, Response};

const LIST: Endpoint = Endpoint::swr(
    Method::Get,
    "/v2/manage/projects/{project_id}/quotas",
    "ListQuotas",
);

/// Reads the quotas: `GET /v2/manage/projects/{project_id}/quotas` (examples §2.12).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListQuotas {
    /// The region's main project.
    pub project: ProjectId,
}

/// One quota, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quota {
    /// What is counted: `namespace` for organizations; other values are not documented.
    pub quota_key: String,
    /// How many there may be.
    pub quota_limit: Option<i64>,
    /// How many there are.
    pub used: Option<i64>,
}

impl Quota {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            quota_key: fields.text("quota_key"),
            quota_limit: fields.number("quota_limit"),
            used: fields.number("used"),
        }
    }

    /// Whether organizations are counted.
    #[must_use]
    pub fn counts_organizations(&self) -> bool {
        self.quota_key == "namespace"
    }
}

impl Operation for ListQuotas {
    type Output = Listed<Quota>;

    fn request(&self) -> Request {
        Request::new(&LIST, &[self.project.as_str()])
    }

    fn decode(response: &Response) -> Result<Listed<Quota>, ApiError> {
        read_object(response, |answer| answer.rows("quotas", Quota::read))
    }
}
