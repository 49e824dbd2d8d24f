//! Regions that images can be copied to.

use serde::Deserialize;

use crate::request::Method;
use crate::{ApiError, Operation, RegionId, Request, Response, body};

/// Reads the regions that take part in syncing, the own one too: `GET /v2/manage/regions` (examples
/// §2.6). Many sites do not offer it and answer with [`crate::Meaning::WrongPath`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListSyncRegions;

/// A region, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct SyncRegion {
    #[serde(default, rename = "regionID")]
    camel: Option<String>,
    #[serde(default, rename = "region_id")]
    snake: Option<String>,
}

impl SyncRegion {
    /// The region's ID, whichever of its two names it came under; untrusted text.
    #[must_use]
    pub fn id(&self) -> &str {
        self.camel
            .as_deref()
            .or(self.snake.as_deref())
            .unwrap_or_default()
    }

    /// The region, where it has the documented form; only then can it be a target.
    #[must_use]
    pub fn region(&self) -> Option<RegionId> {
        self.id().parse().ok()
    }
}

impl Operation for ListSyncRegions {
    type Output = Vec<SyncRegion>;

    fn request(&self) -> Request {
        Request::swr(Method::Get, "/v2/manage/regions".to_owned())
    }

    fn decode(response: &Response) -> Result<Vec<SyncRegion>, ApiError> {
        body::decode(response).map(Option::unwrap_or_default)
    }
}
