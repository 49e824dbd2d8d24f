//! Tags: lists of both versions, deleting by name.

use serde_json::{Value, json};
use simulator::Simulator;

use super::support::*;

const SHOP: &str = "namespaces/acme-web/repos/shop$api";

fn v2(query: &str) -> String {
    format!("/v2/manage/{SHOP}/tags?{query}")
}

fn v3(query: &str) -> String {
    format!("/v3/manage/{SHOP}/tags?{query}")
}

fn get(cloud: &mut Simulator, address: &str) -> Value {
    read(&ask(cloud, "GET", address, ANNA, Value::Null))
}

fn names(rows: &Value, key: &str) -> Vec<String> {
    rows.as_array()
        .unwrap()
        .iter()
        .map(|row| row[key].as_str().unwrap().to_owned())
        .collect()
}

const NAMES: [&str; 12] = [
    "1.4.2", "latest", "stable", "1.4.1", "1.4", "1.4.0", "1.3.9", "1.3", "1.3.8", "1.2.0",
    "1.1.0", "1.0.0",
];

#[test]
fn the_second_version_has_a_capital_letter_and_its_range() {
    let mut cloud = cloud();
    let response = ask(
        &mut cloud,
        "GET",
        &v2("offset=0&limit=100"),
        ANNA,
        Value::Null,
    );
    assert_eq!(response.header("Content-Range"), Some("0-12/12"));
    let rows = read(&response);
    assert_eq!(names(&rows, "Tag"), NAMES);
    assert_eq!(rows[0]["tag"], Value::Null);
    assert_eq!(rows[0]["deleted"], Value::Null);
    assert!(rows[0]["manifest"].is_string());
    assert_eq!(
        rows[0]["path"],
        "swr.eu-de.example.com/acme-web/shop/api:1.4.2"
    );
}

#[test]
fn three_tags_of_the_shop_are_one_image() {
    let rows = get(&mut cloud(), &v2("offset=0&limit=100"));
    let digests = names(&rows, "digest");
    assert_eq!(digests[0].len(), "sha256:".len() + 64);
    let same: Vec<&str> = NAMES
        .into_iter()
        .zip(&digests)
        .filter(|(_, digest)| **digest == digests[0])
        .map(|(name, _)| name)
        .collect();
    assert_eq!(same, ["1.4.2", "latest", "stable"]);
}

#[test]
fn tags_are_paged_filtered_and_ordered() {
    let mut cloud = cloud();
    for (query, expected) in [
        ("offset=1&limit=2", vec!["latest", "stable"]),
        ("offset=0&limit=10&tag=1.3.", vec!["1.3.9", "1.3.8"]),
        (
            "filter=offset::0|limit::2|tag::1.3.&offset=5",
            vec!["1.3.9", "1.3.8"],
        ),
        (
            "offset=0&limit=1&order_column=updated_at&order_type=asc",
            vec!["1.0.0"],
        ),
    ] {
        assert_eq!(
            names(&get(&mut cloud, &v2(query)), "Tag"),
            expected,
            "{query}"
        );
    }
}

#[test]
fn what_the_list_of_tags_does_not_know_is_refused() {
    let mut cloud = cloud();
    for (query, code) in [
        ("offset=0&limit=1001", "SVCSTG.SWR.4000056"),
        ("offset=-1&limit=10", "SVCSTG.SWR.4000056"),
        ("order_column=colour", "SVCSTG.SWR.4001035"),
        ("order_type=up", "SVCSTG.SWR.4001035"),
        ("filter=tag", "SVCSTG.SWR.4009014"),
        ("filter=colour::red", "SVCSTG.SWR.4001035"),
    ] {
        let response = ask(&mut cloud, "GET", &v2(query), ANNA, Value::Null);
        assert_eq!(refusal(&response), expected(400, code), "{query}");
    }
}

#[test]
fn the_third_version_turns_pages_by_marker_and_overlaps_nowhere() {
    let mut cloud = cloud();
    let mut found = Vec::new();
    let mut query = "limit=5".to_owned();
    loop {
        let page = get(&mut cloud, &v3(&query));
        found.extend(names(&page["tags"], "tag"));
        if page["has_more"] == json!(false) {
            break;
        }
        query = format!("limit=5&marker={}", page["nextMarker"].as_str().unwrap());
    }
    assert_eq!(found, NAMES);
}

#[test]
fn a_tag_that_goes_between_two_pages_shifts_nothing() {
    let mut cloud = cloud();
    let first = get(&mut cloud, &v3("limit=5"));
    for name in ["1.4.2", "1.4"] {
        let address = format!("/v2/manage/{SHOP}/tags/{name}");
        assert_eq!(
            ask(&mut cloud, "DELETE", &address, ANNA, Value::Null).status,
            204
        );
    }
    let marker = first["nextMarker"].as_str().unwrap();
    let second = get(&mut cloud, &v3(&format!("limit=5&marker={marker}")));
    assert_eq!(names(&second["tags"], "tag"), NAMES[5..10]);
}

#[test]
fn the_third_version_refuses_sizes_and_markers_that_are_none() {
    let mut cloud = cloud();
    for (query, code) in [
        ("limit=0", "SVCSTG.SWR.4000056"),
        ("limit=1001", "SVCSTG.SWR.4000056"),
        ("limit=5&marker=x", "SVCSTG.SWR.4000014"),
    ] {
        let response = ask(&mut cloud, "GET", &v3(query), ANNA, Value::Null);
        assert_eq!(refusal(&response), expected(400, code), "{query}");
    }
}

#[test]
fn a_tag_is_deleted_by_name_and_its_image_keeps_the_other_names() {
    let mut cloud = cloud();
    let address = format!("/v2/manage/{SHOP}/tags/1.4.2");
    let shown = get(&mut cloud, &address);
    assert_eq!(shown["tag"], "1.4.2");
    let deleted = ask(&mut cloud, "DELETE", &address, ANNA, Value::Null);
    assert_eq!((deleted.status, deleted.body.len()), (204, 0));
    for method in ["GET", "DELETE"] {
        let gone = ask(&mut cloud, method, &address, ANNA, Value::Null);
        assert_eq!(refusal(&gone), expected(404, "SVCSTG.SWR.4040115"));
    }
    let rows = get(&mut cloud, &v2("offset=0&limit=100"));
    assert_eq!(names(&rows, "Tag"), NAMES[1..]);
}

#[test]
fn the_repository_counts_and_weighs_its_tags() {
    let mut cloud = cloud();
    for repository in [SHOP, "namespaces/acme-web/repos/shop$public-page"] {
        let address = format!("/v2/manage/{repository}");
        let tags = get(&mut cloud, &format!("{address}/tags?offset=0&limit=1000"));
        let rows = tags.as_array().unwrap();
        let size: u64 = rows.iter().map(|tag| tag["size"].as_u64().unwrap()).sum();
        let before = get(&mut cloud, &address);
        assert_eq!(
            (before["num_images"].as_u64(), before["size"].as_u64()),
            (Some(rows.len() as u64), Some(size))
        );
        let tag = rows[0]["Tag"].as_str().unwrap();
        let tag_address = format!("{address}/tags/{tag}");
        ask(&mut cloud, "DELETE", &tag_address, ANNA, Value::Null);
        let after = get(&mut cloud, &address);
        assert_eq!(
            (after["num_images"].as_u64(), after["size"].as_u64()),
            (
                Some(rows.len() as u64 - 1),
                Some(size - rows[0]["size"].as_u64().unwrap())
            )
        );
    }
}

#[test]
fn every_repository_has_as_many_tags_as_it_says_each_with_its_own_name() {
    let mut cloud = cloud();
    let rows = get(&mut cloud, "/v2/manage/repos?offset=0&limit=60");
    for row in rows.as_array().unwrap() {
        if row["name"].as_str().unwrap().contains('<') {
            continue;
        }
        let (organization, name) = (&row["namespace"], row["name"].as_str().unwrap());
        if name == "fault-500-always" {
            continue;
        }
        let address = format!(
            "/v2/manage/namespaces/{}/repos/{}/tags?offset=0&limit=100",
            organization.as_str().unwrap(),
            name.replace('/', "$")
        );
        let mut found = names(&get(&mut cloud, &address), "Tag");
        assert_eq!(
            row["num_images"].as_u64(),
            Some(found.len() as u64),
            "{name}"
        );
        match row["tags"].as_array() {
            None => assert!(found.is_empty(), "{name}"),
            Some(newest) => assert_eq!(json!(newest), json!(found[..newest.len()]), "{name}"),
        }
        found.sort();
        found.dedup();
        assert_eq!(
            row["num_images"].as_u64(),
            Some(found.len() as u64),
            "{name}"
        );
    }
}

#[test]
fn deleting_a_tag_needs_manage_and_reading_needs_any_level() {
    let mut cloud = cloud();
    let address = format!("/v2/manage/{SHOP}/tags/latest");
    for person in [BEN, CARLA] {
        let deleted = ask(&mut cloud, "DELETE", &address, person, Value::Null);
        assert_eq!(refusal(&deleted), expected(403, "SVCSTG.SWR.4030170"));
        assert_eq!(
            ask(&mut cloud, "GET", &address, person, Value::Null).status,
            200
        );
    }
}

#[test]
fn everyone_sees_the_tags_of_a_public_repository_and_nobody_else_those_of_a_private_one() {
    let mut cloud = cloud();
    for (name, status) in [("shop$public-page", 200), ("shop$own", 403)] {
        for address in [v2("offset=0&limit=1"), v3("limit=1")] {
            let address = address.replace("shop$api", name);
            assert_eq!(
                ask(&mut cloud, "GET", &address, CARLA, Value::Null).status,
                status,
                "{address}"
            );
        }
    }
}

#[test]
fn a_pushed_tag_comes_first_and_moves_when_it_is_pushed_again() {
    let mut cloud = cloud();
    let push = |cloud: &mut Simulator, tag: &str| {
        let order = json!({ "organization": "acme-web", "repository": "shop/api", "tag": tag });
        assert_eq!(
            ask(cloud, "POST", "/_simulator/push", ANNA, order).status,
            204
        );
        get(cloud, &v2("offset=0&limit=100"))
    };
    let once = push(&mut cloud, "1.4.3");
    assert_eq!(
        (&once[0]["Tag"], &once[1]["Tag"]),
        (&json!("1.4.3"), &json!("1.4.2"))
    );
    let twice = push(&mut cloud, "latest");
    assert_eq!(twice[0]["Tag"], "latest");
    assert_eq!(twice.as_array().unwrap().len(), 13);
    assert_ne!(twice[0]["digest"], once[0]["digest"]);
}
