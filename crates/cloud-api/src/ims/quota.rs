//! How many machine images, shares and recipients there may be.

use crate::wire::fields::{Fields, read_object};
use crate::{ApiError, Endpoint, Listed, Method, Operation, Request, Response};

const SHOW: Endpoint = Endpoint::ims(Method::Get, "/v1/cloudimages/quota", "ShowImageQuota");

/// Reads the quotas of the project: `GET /v1/cloudimages/quota` (examples §3.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShowImageQuota;

/// What is counted (corrections §4). Some sites send the first alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImageQuotaKind {
    /// Private images.
    Image,
    /// Images that others share and the project has accepted.
    ImageShared,
    /// Recipients of an image.
    ImageMember,
}

/// One quota, as the service gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImageQuota {
    /// What is counted; not always a word that is known.
    pub quota_type: String,
    /// How many there are.
    pub used: Option<i64>,
    /// How many there may be; -1 for no bound.
    pub quota: Option<i64>,
}

/// All quotas that the service tells; one that is absent is not told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImageQuotas(Listed<ImageQuota>);

impl ImageQuotaKind {
    /// The API's word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::ImageShared => "image_shared",
            Self::ImageMember => "image_member",
        }
    }
}

impl ImageQuotas {
    /// The quota of a kind, where the service tells it.
    #[must_use]
    pub fn of(&self, kind: ImageQuotaKind) -> Option<&ImageQuota> {
        let is_of = |quota: &&ImageQuota| quota.quota_type.eq_ignore_ascii_case(kind.name());
        self.0.iter().find(is_of)
    }

    /// How many recipients an image may have, where the service tells; the largest number for no bound.
    #[must_use]
    pub fn most_recipients(&self) -> Option<u64> {
        let quota = self.of(ImageQuotaKind::ImageMember)?.quota?;
        Some(u64::try_from(quota).unwrap_or(u64::MAX))
    }
}

impl ImageQuota {
    fn read(fields: Fields<'_>) -> Self {
        Self {
            quota_type: fields.text("type"),
            used: fields.number("used"),
            quota: fields.number("quota"),
        }
    }
}

impl Operation for ShowImageQuota {
    type Output = ImageQuotas;

    fn request(&self) -> Request {
        Request::new(&SHOW, &[])
    }

    fn decode(response: &Response) -> Result<ImageQuotas, ApiError> {
        read_object(response, |answer| {
            let quotas = answer.object("quotas");
            if quotas.is_none() {
                answer.spoil("quotas");
            }
            let rows = quotas.map(|quotas| quotas.rows("resources", ImageQuota::read));
            ImageQuotas(rows.unwrap_or_default())
        })
    }
}
