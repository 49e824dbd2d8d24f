//! What the first instances hold: namespaces, repositories, and who pulled and deleted.

use cloud_api::Timestamp;

use crate::gateway::identities::PEOPLE;

use super::super::instance::{AuditLog, Namespace};
use super::super::repository::Repository;
use super::pieces::{DAY, HOUR};

pub fn namespaces(start: Timestamp) -> Vec<Namespace> {
    const NAMES: [(&str, bool); 4] = [
        ("library", true),
        ("shop", false),
        ("data", false),
        ("empty", false),
    ];
    let names = NAMES.into_iter().zip(1..);
    names
        .map(|((name, is_public), id)| Namespace {
            id,
            name,
            is_public,
            made: start.plus_milliseconds((id as i64 - 150) * DAY),
        })
        .collect()
}

pub fn repositories(start: Timestamp) -> Vec<Repository> {
    const NAMED: [(&str, u64, &str, u64); 5] = [
        ("library", 1, "nginx", 6),
        ("library", 1, "base/debian", 3),
        ("shop", 2, "api", 4),
        ("shop", 2, "web/front", 2),
        ("data", 3, "empty-one", 0),
    ];
    let named = NAMED
        .into_iter()
        .map(|(namespace, of, name, artifacts)| (namespace, of, name.to_owned(), artifacts));
    let many = (0..130).map(|place| ("data", 3, format!("job-{place:03}"), 1));
    let all = named.chain(many).zip(1..);
    all.map(
        |((namespace, namespace_id, name, artifacts), id)| Repository {
            id,
            namespace,
            namespace_id,
            name,
            description: match id {
                3 => "<img src=x onerror=alert(1)>".to_owned(),
                _ => String::new(),
            },
            artifacts,
            created: start.plus_milliseconds(id as i64 * HOUR - 100 * DAY),
            updated: start.plus_milliseconds(id as i64 * HOUR - 50 * DAY),
        },
    )
    .collect()
}

/// One an hour, the newest first.
pub fn audit_logs(start: Timestamp) -> Vec<AuditLog> {
    (0..330_i64)
        .map(|hour| AuditLog {
            id: 6_000 - hour as u64,
            operation: match hour % 10 {
                3 => "delete",
                6 => "create",
                _ => "pull",
            },
            resource: format!("library/nginx:v1.{}", hour % 6),
            username: match hour % 4 {
                0 => PEOPLE[1].id.to_owned(),
                1 => "robot$sync".to_owned(),
                2 if hour == 2 => "=HYPERLINK(\"http://evil.invalid\")".to_owned(),
                _ => PEOPLE[0].id.to_owned(),
            },
            time: start.plus_milliseconds(-hour * HOUR),
        })
        .collect()
}
