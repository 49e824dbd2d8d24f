//! Escaping of paths and queries, one rule a service.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::endpoint::{Endpoint, Segment, Service};

/// Everything but RFC 3986's unreserved characters.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// Escapes one path segment or query text.
pub(super) fn escape(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// A parameter of a path as the service reads it: SWR has `$` for each `/` of a repository's name,
/// which the official SDK sends as `%24`, and the enterprise edition reads an escaped name, so that
/// `/` is sent as `%252F` (reference §3).
fn as_read(service: Service, text: &str) -> String {
    match service {
        Service::Swr => text.replace('/', "$"),
        Service::Enterprise => escape(text),
        Service::Iam | Service::Hss | Service::Ims => text.to_owned(),
    }
}

/// The parameters of a path by name, as the service reads them.
pub(super) fn named(endpoint: &Endpoint, parameters: &[String]) -> Vec<(&'static str, String)> {
    let names = endpoint.segments().filter_map(|segment| match segment {
        Segment::Parameter(name) => Some(name),
        Segment::Fixed(_) => None,
    });
    names
        .zip(parameters)
        .map(|(name, text)| (name, as_read(endpoint.service, text)))
        .collect()
}

/// The escaped path.
pub(super) fn of(endpoint: &Endpoint, parameters: &[String]) -> String {
    let mut parameters = parameters.iter();
    let segments: Vec<String> = endpoint
        .segments()
        .map(|segment| match segment {
            Segment::Fixed(text) => text.to_owned(),
            Segment::Parameter(_) => parameters
                .next()
                .map(|text| escape(&as_read(endpoint.service, text)))
                .unwrap_or_default(),
        })
        .collect();
    segments.join("/")
}

/// The query as it is signed and sent: pairs sorted by key, then value, each escaped.
#[must_use]
pub fn canonical_query<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut sorted: Vec<(&str, &str)> = Vec::new();
    for pair in pairs {
        let place = sorted.partition_point(|before| *before <= pair);
        sorted.insert(place, pair);
    }
    let escaped: Vec<String> = sorted
        .iter()
        .map(|(key, value)| format!("{}={}", escape(key), escape(value)))
        .collect();
    escaped.join("&")
}
