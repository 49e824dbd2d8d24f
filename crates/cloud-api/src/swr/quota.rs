//! How much an account may have.

use serde::Deserialize;

use crate::request::Method;
use crate::{ApiError, Operation, ProjectId, Request, Response, body, path};

/// Reads the quotas: `GET /v2/manage/projects/{project_id}/quotas` (examples §2.12).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListQuotas {
    /// The region's main project.
    pub project: ProjectId,
}

/// One quota, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Quota {
    /// What is counted: `namespace` for organizations; other values are not documented.
    #[serde(default)]
    pub quota_key: String,
    /// How many there may be.
    #[serde(default)]
    pub quota_limit: Option<i64>,
    /// How many there are.
    #[serde(default)]
    pub used: Option<i64>,
}

impl Quota {
    /// Whether organizations are counted.
    #[must_use]
    pub fn counts_organizations(&self) -> bool {
        self.quota_key == "namespace"
    }
}

impl Operation for ListQuotas {
    type Output = Vec<Quota>;

    fn request(&self) -> Request {
        Request::swr(
            Method::Get,
            format!("{}/quotas", path::project(&self.project)),
        )
    }

    fn decode(response: &Response) -> Result<Vec<Quota>, ApiError> {
        #[derive(Deserialize)]
        struct Body {
            #[serde(default)]
            quotas: Option<Vec<Quota>>,
        }
        let body: Body = body::decode_object(response)?;
        Ok(body.quotas.unwrap_or_default())
    }
}
