//! Escaping of paths and queries, one rule a service.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{OrganizationName, ProjectId, RepositoryName};

/// Everything but RFC 3986's unreserved characters.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// Escapes one path segment or query text.
pub(crate) fn escape(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
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

/// Path of the list of organizations of the shared edition.
pub(crate) const ORGANIZATIONS: &str = "/v2/manage/namespaces";

/// Path of the list of repositories of the shared edition, whichever organization they are in.
pub(crate) const REPOSITORIES: &str = "/v2/manage/repos";

/// Path of an organization of the shared edition.
pub(crate) fn organization(name: &OrganizationName) -> String {
    format!("{ORGANIZATIONS}/{}", escape(name.as_str()))
}

/// Path of a repository of the shared edition: each `/` of the name becomes `$`, which the official
/// SDK sends as `%24` (reference §3).
pub(crate) fn repository(organization_name: &OrganizationName, name: &RepositoryName) -> String {
    let dollars = name.as_str().replace('/', "$");
    format!(
        "{}/repos/{}",
        organization(organization_name),
        escape(&dollars)
    )
}

/// The same in the third version, which has only lists.
pub(crate) fn repository_v3(organization: &OrganizationName, name: &RepositoryName) -> String {
    repository(organization, name).replacen("/v2/", "/v3/", 1)
}

/// Path of a project's facts of the shared edition.
pub(crate) fn project(id: &ProjectId) -> String {
    format!("/v2/manage/projects/{}", escape(id.as_str()))
}

/// Path of what HSS knows of a project's images. HSS escapes segment by segment.
pub(crate) fn image(project: &ProjectId) -> String {
    format!("/v5/{project}/image")
}
