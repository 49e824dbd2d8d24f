//! The accounts that somebody can work in.

use super::token::Named;
use crate::wire::fields::read_object;
use crate::{ApiError, Endpoint, Listed, Method, Operation, Request, Response};

const LIST: Endpoint = Endpoint::iam(Method::Get, "/v3/auth/domains");

/// Reads the accounts of the caller: `GET /v3/auth/domains`, which needs no right (corrections §6). A key
/// has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListDomains;

impl Operation for ListDomains {
    type Output = Listed<Named>;

    fn request(&self) -> Request {
        Request::new(&LIST, &[])
    }

    fn decode(response: &Response) -> Result<Listed<Named>, ApiError> {
        read_object(response, |answer| {
            answer.rows("domains", |domain| Named {
                id: domain.text("id"),
                name: domain.text("name"),
            })
        })
    }
}
