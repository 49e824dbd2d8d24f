//! "Copy as KooCLI": a request as a line for `hcloud`, the cloud's own command line.

use super::shell::quoted_lacking;
use crate::{HeaderValue, RegionId, Request, Service};

/// The line, or `None` for an operation that KooCLI does not know or a value with a character that
/// nobody sees.
///
/// Parameters of letters, digits, `-`, `_` and `.` stand in the line. KooCLI wants everything else,
/// and bodies, in a JSON file, which the line writes first into the folder where it is run (KooCLI's
/// user guide, "Passing API Parameters with JSON File"). The credential is the one that KooCLI is
/// configured with; another secret is taken from the environment variable `SECRET`.
#[must_use]
pub fn command(request: &Request, region: &RegionId) -> Option<String> {
    let service = match request.service() {
        Service::Iam => return None,
        Service::Swr | Service::Enterprise => "SWR",
        Service::Hss => "HSS",
        Service::Ims => "IMS",
    };
    let operation = request.endpoint.operation?;
    // It stands in the line as it is.
    let region = Some(region.as_str()).filter(|region| is_plain(region))?;
    let path = request.path_parameters();
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
    let mut place = None;
    if !request.body.is_empty() {
        let body = std::str::from_utf8(&request.body).ok()?;
        let before: usize = parts.iter().map(|part| part.len() + 1).sum();
        // Behind the brace that comes first.
        let begins = 1 + before + r#""body":"#.len();
        place = request.lacks_secret_at.map(|place| begins + place);
        parts.push(format!(r#""body":{body}"#));
    }
    let input = quoted_lacking(&format!("{{{}}}", parts.join(",")), place)?;
    let file = format!("{service}_{operation}.json");
    Some(format!(
        "printf '%s' {input} > {file} && {line} --cli-jsonInput={file}"
    ))
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
