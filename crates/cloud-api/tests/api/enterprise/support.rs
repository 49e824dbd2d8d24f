//! Values that these tests share.

use cloud_api::enterprise::{
    Execution, ListExecutions, ListPolicies, ListTargetRegistries, Moment, ReplicationPolicy,
    TargetRegistry,
};
use cloud_api::{Listed, Timestamp};

use crate::support::decoded;

pub const INSTANCE: &str = "0c9b8a7d-6e5f-4d3c-b2a1-0f9e8d7c6b5a";

/// The ID that JavaScript's numbers cannot hold.
pub const BEYOND: &str = "9007199254740993";

pub fn at(text: &str) -> Timestamp {
    match Timestamp::parse(text) {
        Some(time) => time,
        None => panic!("{text} is no time"),
    }
}

pub fn moment(text: &str) -> Moment {
    Moment::At(at(text))
}

pub fn registries(rows: &str) -> Listed<TargetRegistry> {
    decoded::<ListTargetRegistries>(&format!(r#"{{"registries":{rows}}}"#)).rows
}

pub fn registry(row: &str) -> TargetRegistry {
    registries(&format!("[{row}]")).rows.remove(0)
}

pub fn policies(rows: &str) -> Listed<ReplicationPolicy> {
    decoded::<ListPolicies>(&format!(r#"{{"policies":{rows}}}"#)).rows
}

pub fn executions(rows: &str) -> Vec<Execution> {
    decoded::<ListExecutions>(&format!(r#"{{"executions":{rows}}}"#))
        .rows
        .rows
}
