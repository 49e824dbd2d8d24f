//! Target registries as the service answers.

use std::collections::BTreeMap;

use cloud_api::ApiError;
use cloud_api::Operation;
use cloud_api::enterprise::{
    ListTargetRegistries, RegistryStatus, RegistryType, ShowTargetRegistry, TargetRegistry,
};
use proptest::prelude::*;

use super::support::{moment, registries};
use crate::support::{answer, decoded};

/// The rows of examples §4.2.
const REGISTRIES: &str = r#"[
 {"id":11,"name":"old-harbor","description":"","type":"swr-pro","url":"https://harbor.acme.example","credential":{"type":"basic","access_key":"robot$sync"},"dns_conf":{"hosts":{"harbor.acme.example":"10.0.1.20"}},"insecure":true,"status":"healthy","created_at":"2026-03-01T08:00:00.000Z","updated_at":"2026-03-01T08:00:00.000Z"},
 {"id":12,"name":"ee-nl","description":"","type":"swr-pro-internal","url":"https://acme-nl.swr-pro.myhuaweicloud.com","project_id":"a2b4c6d8e0f24680b1d3f5a7c9e0b2d4","region_id":"eu-west-101","instance_id":"4b5a6978-8796-4a5b-9c8d-7e6f5a4b3c2d","credential":{"type":"basic","access_key":"user","access_secret":""},"insecure":false,"status":"unhealthy","created_at":"2026-03-02T08:00:00.000Z","updated_at":"2026-03-02T08:00:00.000Z"},
 {"id":13,"name":"swr-shared","description":"","type":"huawei-SWR","url":"https://swr-api.eu-west-101.myhuaweicloud.eu","region_id":"eu-west-101","credential":{"type":"basic","access_key":"eu-west-101@HPUA"},"dns_conf":null,"insecure":false,"status":"healthy"}]"#;

#[test]
fn the_registries_of_the_example_are_read() {
    let rows = registries(REGISTRIES);
    let expected = TargetRegistry {
        id: "11".parse().ok(),
        name: "old-harbor".to_owned(),
        registry_type: "swr-pro".to_owned(),
        url: "https://harbor.acme.example".to_owned(),
        access_key: "robot$sync".to_owned(),
        hosts: Some(BTreeMap::from([(
            "harbor.acme.example".to_owned(),
            "10.0.1.20".to_owned(),
        )])),
        insecure: Some(true),
        status: "healthy".to_owned(),
        created_at: moment("2026-03-01T08:00:00Z"),
        updated_at: moment("2026-03-01T08:00:00Z"),
        ..TargetRegistry::default()
    };
    assert_eq!(rows[0], expected);
    let types: Vec<_> = rows.iter().map(TargetRegistry::known_type).collect();
    assert_eq!(types, RegistryType::ALL.map(Some));
    let stand: Vec<_> = rows.iter().map(TargetRegistry::known_status).collect();
    let [healthy, unhealthy] = RegistryStatus::ALL.map(Some);
    assert_eq!(stand, [healthy, unhealthy, healthy]);
    let instance = "4b5a6978-8796-4a5b-9c8d-7e6f5a4b3c2d";
    assert_eq!((&*rows[1].instance_id, &rows[1].hosts), (instance, &None));
    assert_eq!(rows[1].project_id, "a2b4c6d8e0f24680b1d3f5a7c9e0b2d4");
}

#[test]
fn unknown_words_are_kept_as_they_are() {
    let row = decoded::<ShowTargetRegistry>(r#"{"type":"docker-hub","status":"unknown"}"#);
    assert_eq!((row.known_type(), row.known_status()), (None, None));
    assert_eq!(
        (&*row.registry_type, &*row.status),
        ("docker-hub", "unknown")
    );
    assert_eq!(RegistryType::named("SWR-PRO"), None);
}

#[test]
fn hosts_that_are_not_all_told_are_as_good_as_left_out() {
    for odd in [
        "{}",
        r#"{"dns_conf":{}}"#,
        r#"{"dns_conf":[]}"#,
        r#"{"dns_conf":{"hosts":null}}"#,
        r#"{"dns_conf":{"hosts":["a"]}}"#,
        r#"{"dns_conf":{"hosts":{"a":"10.0.0.1","b":7}}}"#,
    ] {
        assert_eq!(decoded::<ShowTargetRegistry>(odd).hosts, None, "{odd}");
    }
    let none = decoded::<ShowTargetRegistry>(r#"{"dns_conf":{"hosts":{}}}"#);
    assert_eq!(none.hosts, Some(BTreeMap::new()));
}

#[test]
fn a_secret_that_comes_back_all_the_same_is_not_kept() {
    let body = r#"{"credential":{"access_key":"a","access_secret":"top-secret"}}"#;
    let row = decoded::<ShowTargetRegistry>(body);
    assert!(!format!("{row:?}").contains("top-secret"));
}

#[test]
fn a_list_that_is_none_is_unreadable_and_a_missing_one_empty() {
    for body in [
        "",
        "[]",
        "null",
        r#"{"registries":7}"#,
        r#"{"registries":{}}"#,
    ] {
        let read = ListTargetRegistries::decode(&answer(200, body));
        assert!(matches!(read, Err(ApiError::Unreadable(_))), "{body}");
    }
    for body in ["{}", r#"{"registries":null}"#] {
        let page = decoded::<ListTargetRegistries>(body);
        assert_eq!((page.rows.received(), page.total), (0, None), "{body}");
    }
}

proptest! {
    #[test]
    fn any_registry_with_scalars_for_fields_is_read(
        name in ".{0,40}",
        number in any::<f64>(),
        flag in any::<bool>(),
    ) {
        let rows = serde_json::json!([
            {"name": name, "id": number, "type": flag, "url": number, "credential": name, "insecure": flag},
            {"name": name, "id": flag, "dns_conf": number, "insecure": name, "created_at": flag},
        ]);
        let rows = registries(&rows.to_string());
        prop_assert_eq!((rows.len(), &rows[1].name), (2, &name));
        prop_assert_eq!((rows[0].insecure, rows[1].insecure), (Some(flag), None));
    }
}
