//! Where images are copied to.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{OrganizationName, RegionId, TextError};

/// Where a sync task or a manual sync copies to. Among the tasks of one repository it tells them
/// apart: the delete call knows no other identifier (seed page on deleting a sync task).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SyncTarget {
    /// The target region.
    pub region: RegionId,
    /// The target organization, which must exist there.
    pub organization: OrganizationName,
}

/// Why a text is no target region.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TargetRegionError {
    /// It is no region at all.
    #[error("{0}")]
    NoRegion(TextError),
    /// Images are copied to other regions only (examples §2.2).
    #[error("{0} is the region of the repository itself")]
    SameAsSource(RegionId),
}

impl SyncTarget {
    /// Reads the region that a person wants to copy to from `source`.
    ///
    /// # Errors
    /// When the text is no region, or is the source.
    pub fn region_outside(source: &RegionId, text: &str) -> Result<RegionId, TargetRegionError> {
        let region = text.parse().map_err(TargetRegionError::NoRegion)?;
        if region == *source {
            Err(TargetRegionError::SameAsSource(region))
        } else {
            Ok(region)
        }
    }

    /// The target as both JSON bodies name it.
    pub(super) fn is_named(&self, region: &str, organization: &str) -> bool {
        self.region.as_str() == region && self.organization.as_str() == organization
    }
}

/// As it stands in lists: `eu-nl/acme-web-nl`.
impl fmt::Display for SyncTarget {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.region, self.organization)
    }
}
