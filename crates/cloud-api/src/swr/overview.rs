//! How much the account has in a region.

use crate::wire::fields::read_object;
use crate::{ApiError, Endpoint, Method, Operation, Request, Response};

const SHOW: Endpoint = Endpoint::swr(Method::Get, "/v2/manage/overview", "ShowDomainOverview");

/// Reads the account's counts: `GET /v2/manage/overview` (examples §2.12).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShowOverview;

/// The account's counts, where the service tells. Storage and traffic are left out: their unit is
/// not documented.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// Organizations; the API writes the name so.
    pub namspace_num: Option<u64>,
    /// Repositories.
    pub repo_num: Option<u64>,
    /// Images, in all repositories.
    pub image_num: Option<u64>,
}

impl Operation for ShowOverview {
    type Output = Overview;

    fn request(&self) -> Request {
        Request::new(&SHOW, &[])
    }

    fn decode(response: &Response) -> Result<Overview, ApiError> {
        read_object(response, |fields| Overview {
            namspace_num: fields.count("namspace_num"),
            repo_num: fields.count("repo_num"),
            image_num: fields.count("image_num"),
        })
    }
}
