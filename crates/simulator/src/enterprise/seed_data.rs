//! The first instances: one in use, one that is nearly empty; the sub-project has none.

mod pieces;
mod replication;
mod stock;

use cloud_api::Timestamp;

use crate::gateway::identities::PROJECT_ID;

use super::instance::Instance;
use super::registry::{Registry, Settings};
use pieces::{DAY, LARGE_ID};

pub fn instances(start: Timestamp) -> Vec<Instance> {
    let mut used = instance("0c9b8a7d-6e5f-4d3c-b2a1-0f9e8d7c6b5a", "acme-ee", start);
    used.description = "Images of all teams";
    used.registries = registries(start);
    used.policies = replication::policies(start);
    used.executions = replication::executions(start);
    used.namespaces = stock::namespaces(start);
    used.repositories = stock::repositories(start);
    used.audit_logs = stock::audit_logs(start);
    let mut spare = instance("5d4c3b2a-1f0e-4a9b-8c7d-6e5f4a3b2c1d", "acme-spare", start);
    spare.namespaces.truncate(1);
    vec![used, spare]
}

fn instance(id: &str, name: &'static str, start: Timestamp) -> Instance {
    Instance {
        id: id.to_owned(),
        name,
        description: "",
        project: PROJECT_ID,
        made: start.plus_milliseconds(-200 * DAY),
        registries: Vec::new(),
        policies: Vec::new(),
        executions: Vec::new(),
        namespaces: stock::namespaces(start),
        repositories: Vec::new(),
        audit_logs: Vec::new(),
        failed_once: false,
        last_id: 1_000,
    }
}

/// An instance of the main project with a registry of ID 1.
pub fn with_one_registry(id: String, now: Timestamp) -> Instance {
    let mut added = instance(&id, "added", now);
    let url = "https://swr.cn-north-4.myhuaweicloud.com";
    added.registries = vec![registry((1, "added", "huawei-SWR", url, ""), 0, now)];
    added
}

/// ID, name, type, URL and description.
type Row = (u64, &'static str, &'static str, &'static str, &'static str);

fn registries(start: Timestamp) -> Vec<Registry> {
    const ROWS: [Row; 10] = [
        (
            11,
            "old-harbor",
            "swr-pro",
            "https://harbor.acme.example",
            "To be switched off",
        ),
        (
            12,
            "ee-nl",
            "swr-pro-internal",
            "https://acme-nl.swr-pro.myhuaweicloud.com",
            "",
        ),
        (
            13,
            "swr-shared",
            "huawei-SWR",
            "https://swr.eu-west-101.myhuaweicloud.eu",
            "",
        ),
        (
            14,
            "harbor-lab",
            "swr-pro",
            "https://harbor.lab.invalid:8443",
            "Nobody answers there",
        ),
        (
            15,
            "ee-gone",
            "swr-pro-internal",
            "https://gone.swr-pro.invalid",
            "",
        ),
        (16, "unused", "swr-pro", "https://unused.acme.example", ""),
        (
            17,
            "fault-403-delete",
            "huawei-SWR",
            "https://swr.eu-de.myhuaweicloud.eu",
            "",
        ),
        (
            18,
            "fault-500-once",
            "swr-pro",
            "https://faults.acme.example",
            "",
        ),
        (
            19,
            "<img src=x onerror=alert(1)>",
            "swr-pro",
            "javascript:alert(1)",
            "left\u{202E}thgir\u{0007}\tend",
        ),
        (
            LARGE_ID,
            "large-id",
            "swr-pro",
            "https://large.acme.example",
            "=HYPERLINK(\"http://evil.invalid\")",
        ),
    ];
    let rows = ROWS.into_iter().zip(1..);
    rows.map(|(row, day)| registry(row, day, start)).collect()
}

fn registry(row: Row, day: i64, start: Timestamp) -> Registry {
    let (id, name, kind, url, description) = row;
    let made = start.plus_milliseconds((day - 100) * DAY);
    let is_internal = kind == "swr-pro-internal";
    let region_id = if kind == "swr-pro" { "" } else { "eu-west-101" };
    let instance_id = match is_internal {
        true => "4b5a6978-8796-4a5b-9c8d-7e6f5a4b3c2d",
        false => "",
    };
    let access_key = match kind {
        "huawei-SWR" => "eu-west-101@DEMOACCESSKEY0000001",
        _ => "robot$sync",
    };
    Registry {
        id,
        settings: Settings {
            name: name.to_owned(),
            description: description.to_owned(),
            kind,
            url: url.to_owned(),
            access_key: access_key.to_owned(),
            region_id: region_id.to_owned(),
            instance_id: instance_id.to_owned(),
            insecure: is_internal,
        },
        created: made,
        updated: made,
    }
}
