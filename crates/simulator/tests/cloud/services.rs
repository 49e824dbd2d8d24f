//! A region that does not offer a service.

use cloud_api::Service;
use serde_json::{Value, json};
use simulator::{Settings, Simulator};

use super::support::*;

fn without(services: Vec<Service>) -> Simulator {
    Simulator::new(Settings {
        without: services,
        ..settings()
    })
}

fn registries(cloud: &mut Simulator) -> simulator::Response {
    ask(
        cloud,
        "GET",
        &format!("/api/hss{HSS}/registries"),
        0,
        Value::Null,
    )
}

fn order(cloud: &mut Simulator, body: Value) -> u16 {
    ask(cloud, "POST", "/_simulator/services", 0, body).status
}

#[test]
fn the_gateway_knows_no_path_of_a_service_that_is_not_offered() {
    let mut cloud = without(vec![Service::Hss]);
    assert_eq!(
        refusal(&registries(&mut cloud)),
        expected(404, "APIGW.0101")
    );
    let at_root = ask(
        &mut cloud,
        "GET",
        &format!("{HSS}/tasks?type=image_sync"),
        0,
        Value::Null,
    );
    assert_eq!(refusal(&at_root), expected(404, "APIGW.0101"));
}

#[test]
fn the_other_services_are_still_offered() {
    let mut cloud = without(vec![Service::Hss]);
    for path in ["/v2/manage/namespaces", "/v3/auth/projects"] {
        let response = ask(&mut cloud, "GET", path, 0, Value::Null);
        assert_eq!(response.status, 200, "{path}");
    }
}

#[test]
fn a_service_can_be_taken_away_and_given_back() {
    let mut cloud = small_cloud();
    assert_eq!(registries(&mut cloud).status, 200);
    assert_eq!(order(&mut cloud, json!({ "without": ["hss"] })), 204);
    assert_eq!(registries(&mut cloud).status, 404);
    assert_eq!(order(&mut cloud, json!({ "without": [] })), 204);
    assert_eq!(registries(&mut cloud).status, 200);
}

#[test]
fn every_service_can_be_left_out() {
    for (segment, path) in [
        ("iam", "/v3/auth/projects"),
        ("swr", "/v2/manage/namespaces"),
        ("ims", "/v2/cloudimages"),
    ] {
        let mut cloud = small_cloud();
        let address = format!("/api/{segment}{path}");
        assert_eq!(get(&mut cloud, &address, 0).status, 200, "{segment}");
        order(&mut cloud, json!({ "without": [segment] }));
        let refused = get(&mut cloud, &address, 0);
        assert_eq!(refusal(&refused), expected(404, "APIGW.0101"), "{segment}");
    }
}

#[test]
fn a_reset_brings_back_what_the_region_offers_from_the_start() {
    let mut with = small_cloud();
    order(&mut with, json!({ "without": ["hss", "swr"] }));
    let mut lacking = without(vec![Service::Hss]);
    order(&mut lacking, json!({ "without": [] }));
    for cloud in [&mut with, &mut lacking] {
        ask(cloud, "POST", "/_simulator/reset", 0, Value::Null);
    }
    assert_eq!(registries(&mut with).status, 200);
    assert_eq!(registries(&mut lacking).status, 404);
}

#[test]
fn an_order_that_names_no_known_service_changes_nothing() {
    let mut cloud = small_cloud();
    for body in [
        json!({ "without": ["hss", "ims2"] }),
        json!({ "without": "hss" }),
        json!({ "without": [7] }),
        json!({}),
        Value::Null,
    ] {
        assert_eq!(order(&mut cloud, body.clone()), 400, "{body}");
    }
    assert_eq!(registries(&mut cloud).status, 200);
}
