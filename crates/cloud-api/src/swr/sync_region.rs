//! Regions that images can be copied to.

use crate::wire::fields::{Fields, read_array};
use crate::{ApiError, Endpoint, Listed, Method, Operation, RegionId, Request, Response};

const LIST: Endpoint = Endpoint::swr(Method::Get, "/v2/manage/regions", "ListSyncRegions");

/// Reads the regions that take part in syncing, the own one too: `GET /v2/manage/regions` (examples
/// §2.6). Many sites do not offer it and answer with [`crate::Meaning::WrongPath`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListSyncRegions;

/// A region, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncRegion {
    id: String,
}

impl SyncRegion {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            id: fields.text_of(&["regionID", "region_id"]),
        }
    }

    /// The region's ID, whichever of its two names it came under; untrusted text.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The region, where a request can carry it; only then can it be a target.
    #[must_use]
    pub fn region(&self) -> Option<RegionId> {
        RegionId::listed(self.id())
    }
}

impl Operation for ListSyncRegions {
    type Output = Listed<SyncRegion>;

    fn request(&self) -> Request {
        Request::new(&LIST, &[])
    }

    fn decode(response: &Response) -> Result<Listed<SyncRegion>, ApiError> {
        read_array(response, SyncRegion::read)
    }
}
