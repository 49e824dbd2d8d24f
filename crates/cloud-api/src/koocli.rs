//! "Copy as KooCLI": a request as a line for `hcloud`, the cloud's own command line.

use percent_encoding::percent_decode_str;

use crate::request::Method::{self, Delete, Get, Patch, Post};
use crate::shell::quoted;
use crate::{HeaderValue, RegionId, Request, Service};

/// Paths and the API's own names of the operations there (reference §13).
const OPERATIONS: &[(&str, &[(Method, &str)])] = &[
    (
        "/v2/manage/namespaces",
        &[(Get, "ListNamespaces"), (Post, "CreateNamespace")],
    ),
    (
        "/v2/manage/namespaces/{namespace}",
        &[(Get, "ShowNamespace"), (Delete, "DeleteNamespaces")],
    ),
    (
        "/v2/manage/namespaces/{namespace}/access",
        &[
            (Get, "ShowNamespaceAuth"),
            (Post, "CreateNamespaceAuth"),
            (Patch, "UpdateNamespaceAuth"),
            (Delete, "DeleteNamespaceAuth"),
        ],
    ),
    ("/v2/manage/repos", &[(Get, "ListReposDetails")]),
    ("/v3/manage/repos", &[(Get, "ListRepoDetails")]),
    (
        "/v2/manage/namespaces/{namespace}/repos",
        &[(Post, "CreateRepo")],
    ),
    (
        "/v2/manage/namespaces/{namespace}/repos/{repository}",
        &[
            (Get, "ShowRepository"),
            (Patch, "UpdateRepo"),
            (Delete, "DeleteRepo"),
        ],
    ),
    (
        "/v2/manage/namespaces/{namespace}/repos/{repository}/access",
        &[
            (Get, "ShowUserRepositoryAuth"),
            (Post, "CreateUserRepositoryAuth"),
            (Patch, "UpdateUserRepositoryAuth"),
            (Delete, "DeleteUserRepositoryAuth"),
        ],
    ),
    (
        "/v2/manage/namespaces/{namespace}/repos/{repository}/tags",
        &[(Get, "ListRepositoryTags")],
    ),
    (
        "/v3/manage/namespaces/{namespace}/repos/{repository}/tags",
        &[(Get, "ListRepositoryTag")],
    ),
    (
        "/v2/manage/namespaces/{namespace}/repos/{repository}/tags/{tag}",
        &[(Get, "ShowRepoTag"), (Delete, "DeleteRepoTag")],
    ),
    (
        "/v2/manage/namespaces/{namespace}/repos/{repository}/sync_repo",
        &[
            (Get, "ListImageAutoSyncReposDetails"),
            (Post, "CreateImageSyncRepo"),
            (Delete, "DeleteImageSyncRepo"),
        ],
    ),
    (
        "/v2/manage/namespaces/{namespace}/repos/{repository}/sync_images",
        &[(Post, "CreateManualImageSyncRepo")],
    ),
    (
        "/v2/manage/namespaces/{namespace}/repos/{repository}/sync_job",
        &[(Get, "ShowSyncJob")],
    ),
    ("/v2/manage/regions", &[(Get, "ListSyncRegions")]),
    (
        "/v2/manage/projects/{project_id}/quotas",
        &[(Get, "ListQuotas")],
    ),
    ("/v2/manage/overview", &[(Get, "ShowDomainOverview")]),
    (
        "/v2/manage/projects/{project_id}/feature-gates",
        &[(Get, "ShowShareFeatureGates")],
    ),
    (
        "/v5/{project_id}/image/tasks",
        &[(Get, "ListImageScanTask")],
    ),
    (
        "/v5/{project_id}/image/image-sync/tasks",
        &[(Post, "CreateImageSynchronizeTask")],
    ),
    (
        "/v5/{project_id}/image/image-sync/tasks/{task_id}/registries",
        &[(Get, "ListAssociateRegistries")],
    ),
    (
        "/v5/{project_id}/image/registries",
        &[(Get, "ListRegistry")],
    ),
    (
        "/v5/{project_id}/image/registries/statistics",
        &[(Get, "ListRegistryStatistics")],
    ),
];

/// The line, or `None` for an operation that is not in the list or a value with a control character.
///
/// Parameters of letters, digits, `-`, `_` and `.` stand in the line. KooCLI wants everything else,
/// and bodies, in a JSON file, which the line writes first into the folder where it is run (KooCLI's
/// user guide, "Passing API Parameters with JSON File"). The credential is the one that KooCLI is
/// configured with.
#[must_use]
pub fn command(request: &Request, region: &RegionId) -> Option<String> {
    let service = match request.service {
        Service::Iam => return None,
        Service::Swr => "SWR",
        Service::Hss => "HSS",
    };
    let (operation, path) = operation(request)?;
    let query = request.query.iter();
    let query: Vec<_> = query.map(|(name, value)| (*name, value.clone())).collect();
    let line = format!("hcloud {service} {operation} --cli-region={region}");
    let mut values = path.iter().chain(&query);
    if request.body.is_empty() && values.all(|(_, value)| is_plain(value)) {
        let parameters = path.iter().chain(&query);
        return Some(parameters.fold(line, |line, (name, value)| {
            format!("{line} --{name}={value}")
        }));
    }
    let mut parts = Vec::new();
    for (place, parameters) in [
        ("header", header(request)),
        ("path", path),
        ("query", query),
    ] {
        if !parameters.is_empty() {
            parts.push(format!(r#""{place}":{}"#, object(parameters)?));
        }
    }
    if !request.body.is_empty() {
        let body = std::str::from_utf8(&request.body).ok()?;
        parts.push(format!(r#""body":{body}"#));
    }
    let input = quoted(&format!("{{{}}}", parts.join(",")))?;
    let file = format!("{service}_{operation}.json");
    Some(format!(
        "printf '%s' {input} > {file} && {line} --cli-jsonInput={file}"
    ))
}

/// The operation's name and its path parameters, unescaped.
fn operation(request: &Request) -> Option<(&'static str, Vec<(&'static str, String)>)> {
    OPERATIONS.iter().find_map(|(template, methods)| {
        let path = parameters(template, &request.path)?;
        let (_, name) = methods
            .iter()
            .find(|(method, _)| *method == request.method)?;
        Some((*name, path))
    })
}

/// The headers that are parameters of the operation. Only writes have any, so they always stand in
/// the file: in the line `region` is a parameter of KooCLI itself.
fn header(request: &Request) -> Vec<(&'static str, String)> {
    let headers = request.headers.iter();
    headers
        .filter_map(|(name, value)| match value {
            HeaderValue::Plain(text) if *name == "region" => Some((*name, text.clone())),
            HeaderValue::Plain(_) | HeaderValue::Secret(_) => None,
        })
        .collect()
}

fn parameters(template: &'static str, path: &str) -> Option<Vec<(&'static str, String)>> {
    let mut found = Vec::new();
    let mut given = path.split('/');
    for expected in template.split('/') {
        let given = given.next()?;
        match expected
            .strip_prefix('{')
            .and_then(|name| name.strip_suffix('}'))
        {
            Some(name) => {
                let value = percent_decode_str(given).decode_utf8().ok()?;
                found.push((name, value.into_owned()));
            }
            None if expected == given => {}
            None => return None,
        }
    }
    given.next().is_none().then_some(found)
}

fn is_plain(value: &str) -> bool {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "-_.".contains(character);
    !value.is_empty() && value.chars().all(is_plain)
}

/// A JSON object of texts; the names are ours and need no escaping.
fn object(parameters: Vec<(&str, String)>) -> Option<String> {
    let mut pairs = Vec::new();
    for (name, value) in parameters {
        let value = serde_json::to_string(&value).ok()?;
        pairs.push(format!(r#""{name}":{value}"#));
    }
    Some(format!("{{{}}}", pairs.join(",")))
}
