//! The registries of HSS: list, filters, numbers.

use serde_json::Value;

use super::support::*;

fn total(query: &str) -> u64 {
    let address = format!("{HSS}/registries?{query}");
    page(&mut cloud(), &address, 0).1
}

#[test]
fn all_types_of_registries_are_there_and_one_that_nobody_knows() {
    let (rows, _) = page(&mut cloud(), &format!("{HSS}/registries?limit=200"), 0);
    let mut types = texts(&rows, "registry_type");
    types.sort_unstable();
    types.dedup();
    assert_eq!(
        types,
        [
            "Harbor",
            "Jfrog",
            "Other",
            "Quay",
            "SwrEnterprise",
            "SwrPrivate",
            "SwrShared"
        ]
    );
}

#[test]
fn pages_come_one_after_the_other_without_gap_or_repetition() {
    let mut cloud = cloud();
    let (all, total) = page(&mut cloud, &format!("{HSS}/registries?limit=200"), 0);
    assert_eq!(all.len() as u64, total);
    let mut turned = Vec::new();
    for offset in (0..total).step_by(10) {
        let address = format!("{HSS}/registries?offset={offset}");
        turned.extend(page(&mut cloud, &address, 0).0);
    }
    let id = |row: &Value| row["id"].as_str().unwrap().to_owned();
    let ids: Vec<String> = turned.iter().map(id).collect();
    assert_eq!(ids, all.iter().map(id).collect::<Vec<_>>());
    assert!(total > 20);
}

#[test]
fn filters_narrow_the_list() {
    let all = total("limit=10");
    let of_type = |types: &str| total(&format!("registry_type={types}"));
    assert_eq!(
        of_type("Harbor,Jfrog"),
        of_type("Harbor") + of_type("Jfrog")
    );
    assert!(of_type("Harbor,Jfrog") < all);
    assert_eq!(total("registry_name=harbor-a"), 1);
    assert_eq!(total("registry_addr=acme-ee.swr-pro"), 1);
    assert_eq!(total("status=accessing"), 1);
    assert_eq!(total("registry_name=harbor-a&status=fail"), 0);
}

#[test]
fn one_registry_is_found_by_its_id() {
    let mut cloud = cloud();
    let id = named(&mut cloud, "ee-a")["registry_id"].clone();
    let address = format!("{HSS}/registries?registry_id={}", id.as_str().unwrap());
    let (rows, _) = page(&mut cloud, &address, 0);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["registry_name"], "ee-a");
}

#[test]
fn values_that_are_not_documented_are_invalid() {
    let mut cloud = cloud();
    for query in [
        "limit=9",
        "limit=201",
        "limit=-10",
        "limit=ten",
        "limit=",
        "offset=-1",
        "offset=2000001",
        "registry_type=Quay",
        "registry_type=",
        "registry_type=Harbor,",
        "registry_type=harbor",
        "status=failed",
        "registry_name=",
    ] {
        let address = format!("{HSS}/registries?{query}");
        let response = ask(&mut cloud, "GET", &address, 0, Value::Null);
        assert_eq!(refusal(&response), expected(400, "HSS.0001"), "{query}");
    }
}

#[test]
fn a_refusal_has_both_texts_at_once() {
    let address = format!("{HSS}/registries?limit=9");
    let body = read(&ask(&mut cloud(), "GET", &address, 0, Value::Null));
    assert_eq!(body["error_msg"], body["error_description"]);
    assert!(body["error_msg"].as_str().unwrap().contains("limit"));
}

#[test]
fn the_furthest_page_is_empty_and_still_tells_the_total() {
    let address = format!("{HSS}/registries?offset=2000000&limit=200");
    let (rows, total) = page(&mut cloud(), &address, 0);
    assert_eq!(rows, Vec::<Value>::new());
    assert!(total > 0);
}

#[test]
fn only_a_registry_that_cannot_be_reached_has_a_cause() {
    let (rows, _) = page(&mut cloud(), &format!("{HSS}/registries?limit=200"), 0);
    for row in rows {
        assert_eq!(row["status"] == "fail", row["fail_reason"].is_string());
    }
}

#[test]
fn names_that_would_do_harm_are_given_as_they_are() {
    let (rows, _) = page(&mut cloud(), &format!("{HSS}/registries?limit=200"), 0);
    for name in [
        "<img src=x onerror=alert(1)>",
        "=HYPERLINK(\"http://evil.invalid\")",
    ] {
        assert!(
            rows.iter().any(|row| row["registry_name"] == name),
            "{name}"
        );
    }
}

#[test]
fn the_statistics_count_what_the_list_shows() {
    let mut cloud = cloud();
    for query in ["", "registry_type=Harbor,SwrEnterprise"] {
        let address = format!("{HSS}/registries/statistics?{query}");
        let numbers = read(&ask(&mut cloud, "GET", &address, 0, Value::Null));
        let shown = |status: &str| total(&format!("status={status}&{query}"));
        assert_eq!(numbers["success_num"], shown("success"), "{query}");
        assert_eq!(numbers["fail_num"], shown("fail"), "{query}");
    }
}

#[test]
fn the_time_of_the_latest_sync_moves_with_the_newest_task() {
    let mut cloud = cloud();
    let latest = |cloud: &mut simulator::Simulator| {
        let address = format!("{HSS}/registries?registry_name=mirror-15");
        page(cloud, &address, 0).0[0]["latest_sync_time"]
            .as_i64()
            .unwrap()
    };
    let before = latest(&mut cloud);
    advance(&mut cloud, 300);
    assert!(before > 0);
    assert!(latest(&mut cloud) > before);
}
