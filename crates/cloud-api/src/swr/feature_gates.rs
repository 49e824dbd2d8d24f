//! What a region offers.

use crate::wire::fields::read_object;
use crate::{ApiError, Endpoint, Method, Operation, ProjectId, Request, Response};

const SHOW: Endpoint = Endpoint::swr(
    Method::Get,
    "/v2/manage/projects/{project_id}/feature-gates",
    "ShowShareFeatureGates",
);

/// Reads what the region offers: `GET /v2/manage/projects/{project_id}/feature-gates`
/// (examples §2.12).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShowFeatureGates {
    /// The region's main project.
    pub project: ProjectId,
}

/// What the region offers, of what the console uses; `None` where the service does not tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeatureGates {
    /// Whether images can be synchronized to other regions.
    pub enable_image_sync: Option<bool>,
    /// Whether there are lists by marker.
    pub enable_list_v3: Option<bool>,
}

impl Operation for ShowFeatureGates {
    type Output = FeatureGates;

    fn request(&self) -> Request {
        Request::new(&SHOW, &[self.project.as_str()])
    }

    fn decode(response: &Response) -> Result<FeatureGates, ApiError> {
        read_object(response, |fields| FeatureGates {
            enable_image_sync: fields.flag("enable_image_sync"),
            enable_list_v3: fields.flag("enable_list_v3"),
        })
    }
}
