//! A request on its way to be signed.

use super::super::endpoint::Service;
use super::super::request::{HeaderValue, Request};
use super::super::secret::Secret;
use super::super::timestamp::Timestamp;
use super::{Signable, authorization, string_to_sign};
use crate::ProjectId;
use crate::iam::AccessKeyId;

/// In whose name, where and when a request is signed.
#[derive(Clone, Debug)]
pub struct SignedAs<'a> {
    /// The access key.
    pub key: &'a AccessKeyId,
    /// What comes with a temporary key.
    pub security_token: Option<&'a Secret>,
    /// The host that the service itself sees, which a proxy may put in the place of the one that the
    /// browser names.
    pub host: &'a str,
    /// What the service itself sees before the path of the request, such as `/gateway`; mostly nothing.
    pub path_before: &'a str,
    /// The project, for services of a region.
    pub project: Option<&'a ProjectId>,
    /// ID of the account, for IAM; nothing before it is known.
    pub account_id: Option<&'a str>,
    /// The time now by this computer's clock.
    pub time: Timestamp,
}

/// A request with everything but its signature.
#[derive(Clone, Debug)]
pub struct Unsigned {
    request: Request,
    key: AccessKeyId,
    signed_headers: String,
    to_sign: String,
}

impl Unsigned {
    /// Adds what the gateway wants beside the request's own headers, all of which are signed (corrections
    /// §6). What the browser and proxies write themselves is not.
    #[must_use]
    pub fn new(mut request: Request, signed_as: &SignedAs<'_>) -> Self {
        let date = date(signed_as.time);
        let mut add = |name, value: &str| {
            request
                .headers
                .push((name, HeaderValue::Plain(value.to_owned())));
        };
        add("X-Sdk-Date", &date);
        match request.endpoint.service {
            Service::Iam => {
                if let Some(account) = signed_as.account_id {
                    add("X-Domain-Id", account);
                }
            }
            Service::Swr | Service::Hss | Service::Ims | Service::Enterprise => {
                if let Some(project) = signed_as.project {
                    add("X-Project-Id", project.as_str());
                }
            }
        }
        if let Some(token) = signed_as.security_token {
            let token = HeaderValue::Secret(token.clone());
            request.headers.push(("X-Security-Token", token));
        }
        let own = |(name, value): &(&'static str, HeaderValue)| {
            ((*name).to_owned(), value.reveal().to_owned())
        };
        let mut headers: Vec<(String, String)> = request.headers.iter().map(own).collect();
        headers.push(("Host".to_owned(), signed_as.host.to_owned()));
        let pair = |(key, value): &(&'static str, String)| ((*key).to_owned(), value.clone());
        let path = signed_as.path_before.to_owned() + &request.path();
        let signable = Signable {
            method: request.method().as_str(),
            path: &path,
            query: request.query.iter().map(pair).collect(),
            headers,
            body: &request.body,
        };
        Self {
            signed_headers: signable.signed_headers(),
            to_sign: string_to_sign(&date, &signable.canonical_request()),
            key: signed_as.key.clone(),
            request,
        }
    }

    /// The text whose keyed hash is the signature.
    #[must_use]
    pub fn to_sign(&self) -> &str {
        &self.to_sign
    }

    /// The request as it is sent. The signature is in lower-case hexadecimal digits.
    #[must_use]
    pub fn signed(self, signature: &str) -> Request {
        let mut request = self.request;
        let value = authorization(self.key.as_str(), &self.signed_headers, signature);
        request.headers.push(("Authorization", value));
        request
    }
}

/// `20240301T081530Z`.
fn date(time: Timestamp) -> String {
    let (date, time) = time.date_and_time();
    let digits = |text: String| text.replace(['-', ':'], "");
    format!("{}T{}Z", digits(date), digits(time))
}
