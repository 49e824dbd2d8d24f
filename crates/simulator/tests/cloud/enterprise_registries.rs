//! Target registries of SWR Enterprise.

use serde_json::{Value, json};
use simulator::{ReferringPolicies, Settings, Simulator};

use super::enterprise_support::*;
use super::support::*;

fn internal() -> Value {
    json!({
        "name": "other-ee",
        "type": "swr-pro-internal",
        "url": "https://other.swr-pro.myhuaweicloud.com",
        "credential": { "type": "basic", "access_key": "user", "access_secret": "secret" },
        "project_id": "p", "region_id": "eu-nl", "instance_id": "i",
        "insecure": true,
    })
}

#[test]
fn a_registry_of_each_type_is_created_shown_changed_and_deleted() {
    let mut cloud = small_cloud();
    let mut shared = with(harbor("shared"), "dns_conf", Value::Null);
    shared["type"] = json!("huawei-SWR");
    for body in [harbor("new-harbor"), internal(), shared] {
        let made = ask(&mut cloud, "POST", &at("registries"), ANNA, body.clone());
        assert_eq!(made.status, 201, "{body}");
        let part = format!("registries/{}", read(&made)["id"]);
        let shown = read(&get(&mut cloud, &at(&part), ANNA));
        assert_eq!(
            (&shown["name"], &shown["type"]),
            (&body["name"], &body["type"])
        );
        assert_eq!(shown["credential"]["access_secret"], "");
        assert!(shown.get("project_id").is_none() && shown.get("dns_conf").is_none());
        let changed = with(body, "description", json!("changed"));
        assert_eq!(write(&mut cloud, "PUT", &part, changed), 200);
        assert_eq!(
            read(&get(&mut cloud, &at(&part), ANNA))["description"],
            "changed"
        );
        assert_eq!(write(&mut cloud, "DELETE", &part, Value::Null), 204);
        assert_eq!(get(&mut cloud, &at(&part), ANNA).status, 404);
    }
}

#[test]
fn what_is_missing_or_wrong_is_refused_on_create_and_on_update() {
    let mut cloud = small_cloud();
    let mut bodies = vec![
        with(harbor("x"), "dns_conf", Value::Null),
        with(harbor("x"), "dns_conf", json!({ "hosts": {} })),
        with(
            harbor("x"),
            "dns_conf",
            json!({ "hosts": { "a": "not-an-address" } }),
        ),
        with(harbor("x"), "name", json!("<b>")),
        with(harbor("x"), "name", json!("n".repeat(65))),
        with(harbor("x"), "url", json!("harbor")),
        with(harbor("x"), "insecure", Value::Null),
        with(harbor("x"), "credential", Value::Null),
        with(harbor("x"), "type", json!("quay")),
        with(harbor("x"), "name", json!("fault-400-unhealthy")),
        with(internal(), "insecure", json!(false)),
        Value::Null,
        json!([]),
    ];
    for field in ["type", "access_key", "access_secret"] {
        let mut body = harbor("x");
        body["credential"][field] = json!("");
        bodies.push(body);
    }
    for field in ["project_id", "region_id", "instance_id"] {
        bodies.push(with(internal(), field, Value::Null));
    }
    let before = rows(&mut cloud, "registries?limit=100", "registries");
    for body in bodies {
        assert_eq!(
            write(&mut cloud, "POST", "registries", body.clone()),
            400,
            "{body}"
        );
        assert_eq!(
            write(&mut cloud, "PUT", "registries/16", body.clone()),
            400,
            "{body}"
        );
    }
    assert_eq!(
        write(&mut cloud, "POST", "registries", harbor("unused")),
        409
    );
    assert_eq!(
        rows(&mut cloud, "registries?limit=100", "registries"),
        before
    );
}

#[test]
fn the_type_of_a_registry_cannot_change() {
    let mut cloud = small_cloud();
    assert_eq!(
        write(&mut cloud, "PUT", "registries/12", harbor("ee-nl")),
        400
    );
    assert_eq!(
        write(&mut cloud, "PUT", "registries/11", harbor("old-harbor")),
        200
    );
}

#[test]
fn a_disabled_policy_alone_keeps_its_registry_from_being_deleted() {
    let mut cloud = small_cloud();
    let large = "registries/9007199254740993";
    assert_eq!(write(&mut cloud, "DELETE", large, Value::Null), 400);
    assert_eq!(
        write(&mut cloud, "DELETE", "replication/policies/28", Value::Null),
        204
    );
    assert_eq!(write(&mut cloud, "DELETE", large, Value::Null), 204);
    let left = rows(&mut cloud, "registries?limit=100", "registries");
    assert!(
        left.iter()
            .all(|one| one["id"] != 9_007_199_254_740_993_u64)
    );
}

#[test]
fn a_cloud_that_orphans_policies_deletes_the_registry_they_refer_to() {
    let mut cloud = Simulator::new(Settings {
        referring_policies: ReferringPolicies::Orphan,
        ..settings()
    });
    assert_eq!(
        write(&mut cloud, "DELETE", "registries/13", Value::Null),
        204
    );
    let policy = read(&get(&mut cloud, &at("replication/policies/24"), ANNA));
    assert_eq!(policy["dest_registry"]["id"], 13);
    let id = run(&mut cloud, 24);
    advance(&mut cloud, 5);
    assert_eq!(
        execution(&mut cloud, id)["status_text"],
        "failed to fetch artifacts"
    );
}

#[test]
fn a_test_orders_what_becomes_of_referring_policies() {
    let mut cloud = small_cloud();
    for (orphan, status) in [(true, 204), (false, 400)] {
        let order = json!({ "orphan": orphan });
        let ordered = ask(
            &mut cloud,
            "POST",
            "/_simulator/referring-policies",
            0,
            order,
        );
        assert_eq!(ordered.status, 204);
        let id = if orphan { 13 } else { 12 };
        let part = format!("registries/{id}");
        assert_eq!(write(&mut cloud, "DELETE", &part, Value::Null), status);
    }
    let wrong = ask(
        &mut cloud,
        "POST",
        "/_simulator/referring-policies",
        0,
        json!({}),
    );
    assert_eq!(wrong.status, 400);
}

#[test]
fn refusals_of_a_deletion_come_in_the_short_form_with_their_status() {
    let mut cloud = small_cloud();
    for (id, status) in [
        ("17", 403),
        ("18", 500),
        ("987654321", 404),
        ("x", 400),
        ("11", 400),
    ] {
        let response = ask(
            &mut cloud,
            "DELETE",
            &at(&format!("registries/{id}")),
            ANNA,
            Value::Null,
        );
        assert_eq!(response.status, status, "{id}");
        let body = read(&response);
        assert!(body["error_code"].as_str().unwrap().starts_with("SWR."));
        assert!(body.get("errors").is_none());
        assert_eq!(
            body.get("encoded_authorization_message").is_some(),
            status == 403
        );
    }
    assert_eq!(
        write(&mut cloud, "DELETE", "registries/18", Value::Null),
        204
    );
    let expired = ask_with(&mut cloud, "DELETE", &at("registries/16"), "unknown");
    assert_eq!(expired.status, 401);
}

#[test]
fn a_reader_reads_and_is_refused_every_write_in_the_combined_form() {
    let mut cloud = small_cloud();
    assert_eq!(get(&mut cloud, &at("registries"), CARLA).status, 200);
    for (method, part) in [
        ("POST", "registries"),
        ("PUT", "registries/16"),
        ("DELETE", "registries/16"),
        ("POST", "replication/executions"),
    ] {
        let response = ask(&mut cloud, method, &at(part), CARLA, harbor("x"));
        assert_eq!(
            refusal(&response),
            expected(403, "SVCSTG.SWR.4030170"),
            "{method} {part}"
        );
        let body = read(&response);
        assert!(body["errors"].is_array() && body["encoded_authorization_message"].is_string());
    }
}

#[test]
fn lists_take_a_limit_of_one_to_a_hundred_and_offsets_that_are_multiples_of_it() {
    let mut cloud = small_cloud();
    for (query, status) in [
        ("limit=0", 400),
        ("limit=101", 400),
        ("limit=3&offset=4", 400),
        ("offset=5", 400),
        ("limit=x", 400),
        ("order_column=url", 400),
        ("type=quay", 400),
        ("limit=3&offset=3", 200),
        ("limit=100&offset=0&order_column=name&order_type=asc", 200),
        ("limit=3&offset=18446744073709551615", 200),
    ] {
        let address = at(&format!("registries?{query}"));
        assert_eq!(get(&mut cloud, &address, ANNA).status, status, "{query}");
    }
    let first = rows(&mut cloud, "registries?limit=3", "registries");
    let second = rows(&mut cloud, "registries?limit=3&offset=3", "registries");
    assert_eq!((first.len(), second.len()), (3, 3));
    assert_ne!(first, second);
    let unhealthy = rows(&mut cloud, "registries?name=lab", "registries");
    assert_eq!(texts(&unhealthy, "status"), ["unhealthy"]);
}
