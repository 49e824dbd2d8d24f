//! Repositories: creating, deleting, and the list by marker.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use simulator::identities::PEOPLE;
use simulator::{Response, Simulator};

use super::support::*;

const WEB: &str = "/v2/manage/namespaces/acme-web/repos";

fn create(cloud: &mut Simulator, person: usize, body: Value) -> Response {
    ask(cloud, "POST", WEB, person, body)
}

fn show(cloud: &mut Simulator, name: &str) -> Response {
    ask(cloud, "GET", &format!("{WEB}/{name}"), ANNA, Value::Null)
}

fn delete(cloud: &mut Simulator, person: usize, name: &str) -> Response {
    ask(
        cloud,
        "DELETE",
        &format!("{WEB}/{name}"),
        person,
        Value::Null,
    )
}

#[test]
fn a_new_repository_has_what_was_sent_and_nothing_in_it() {
    let mut cloud = small_cloud();
    let body = json!({
        "repository": "shop/new", "is_public": true, "category": "linux", "description": "text",
    });
    let response = create(&mut cloud, BEN, body);
    assert_eq!((response.status, read(&response)), (200, json!({})));
    let shown = read(&show(&mut cloud, "shop$new"));
    assert_eq!(shown["is_public"], true);
    assert_eq!(shown["category"], "linux");
    assert_eq!(shown["description"], "text");
    assert_eq!(shown["num_images"], 0);
    assert_eq!(shown["created"], "2026-11-20T18:40:01Z");
}

#[test]
fn category_and_description_of_a_new_repository_may_be_left_out() {
    let mut cloud = small_cloud();
    let body = json!({"repository": "new", "is_public": false});
    assert_eq!(create(&mut cloud, BEN, body).status, 200);
    assert_eq!(read(&show(&mut cloud, "new"))["category"], "");
}

#[test]
fn creating_needs_the_level_edit_on_the_organization() {
    let mut cloud = small_cloud();
    let body = json!({"repository": "new", "is_public": false});
    let response = create(&mut cloud, CARLA, body.clone());
    assert_eq!(refusal(&response), expected(403, "SVCSTG.SWR.4037017"));
    let data = "/v2/manage/namespaces/acme-data/repos";
    let response = ask(&mut cloud, "POST", data, BEN, body);
    assert_eq!(refusal(&response), expected(403, "SVCSTG.SWR.4037017"));
}

#[test]
fn a_new_repository_that_cannot_be_is_refused_with_its_code() {
    for (body, refused) in [
        (
            json!({"repository": "shop/api", "is_public": false}),
            expected(409, "SVCSTG.SWR.4090006"),
        ),
        (
            json!({"repository": "Shop", "is_public": false}),
            expected(400, "SVCSTG.SWR.4001029"),
        ),
        (
            json!({"is_public": false}),
            expected(400, "SVCSTG.SWR.4001029"),
        ),
        (Value::Null, expected(400, "SVCSTG.SWR.4001029")),
        (
            json!({"repository": "new"}),
            expected(400, "SVCSTG.SWR.4001009"),
        ),
        (
            json!({"repository": "new", "is_public": false, "category": "toys"}),
            expected(400, "SVCSTG.SWR.4000014"),
        ),
        (
            json!({"repository": "new", "is_public": false, "description": "x".repeat(30_001)}),
            expected(413, "SVCSTG.SWR.4131012"),
        ),
    ] {
        let mut cloud = small_cloud();
        assert_eq!(refusal(&create(&mut cloud, ANNA, body)), refused);
        assert_eq!(show(&mut cloud, "new").status, 404);
    }
}

#[test]
fn an_organization_that_is_not_there_takes_no_repository() {
    let body = json!({"repository": "new", "is_public": false});
    let address = "/v2/manage/namespaces/gone/repos";
    let response = ask(&mut small_cloud(), "POST", address, ANNA, body);
    assert_eq!(refusal(&response), expected(404, "SVCSTG.SWR.4040058"));
}

#[test]
fn a_repository_is_deleted_once_with_every_tag() {
    let mut cloud = small_cloud();
    let response = delete(&mut cloud, ANNA, "shop$api");
    assert_eq!((response.status, response.body.len()), (204, 0));
    assert_eq!(show(&mut cloud, "shop$api").status, 404);
    let again = delete(&mut cloud, ANNA, "shop$api");
    assert_eq!(refusal(&again), expected(404, "SVCSTG.SWR.4040010"));
}

#[test]
fn deleting_a_repository_needs_the_level_manage() {
    let mut cloud = small_cloud();
    for person in [BEN, CARLA] {
        let response = delete(&mut cloud, person, "shop$api");
        assert_eq!(refusal(&response), expected(403, "SVCSTG.SWR.4030170"));
    }
    let raise = json!([{"user_id": PEOPLE[CARLA].id, "user_name": "carla", "auth": 7}]);
    assert_eq!(ask(&mut cloud, "PATCH", API, ANNA, raise).status, 201);
    assert_eq!(delete(&mut cloud, CARLA, "shop$api").status, 204);
}

#[test]
fn a_repository_with_a_fault_is_not_deleted_the_first_time() {
    let mut cloud = small_cloud();
    let address = "/v2/manage/namespaces/acme-lab/repos/fault-500-once";
    let statuses = [0, 1].map(|_| ask(&mut cloud, "DELETE", address, ANNA, Value::Null).status);
    assert_eq!(statuses, [500, 204]);
}

fn page(cloud: &mut Simulator, person: usize, query: &str) -> Value {
    let address = format!("/v3/manage/repos?{query}");
    read(&ask(cloud, "GET", &address, person, Value::Null))
}

#[test]
fn pages_by_marker_overlap_nowhere_and_end_without_one() {
    let mut cloud = cloud();
    let mut seen = BTreeSet::new();
    let mut marker = String::new();
    loop {
        let page = page(
            &mut cloud,
            ANNA,
            &format!("limit=50&namespace=acme-web{marker}"),
        );
        let rows = page["repos"].as_array().unwrap();
        assert!((1..=50).contains(&rows.len()));
        for row in rows {
            assert_eq!(row["namespace_name"], "acme-web");
            assert!(seen.insert(row["id"].as_u64().unwrap()), "{row}");
        }
        match page["nextMarker"].as_u64() {
            Some(next) => marker = format!("&marker={next}"),
            None => break,
        }
    }
    assert_eq!(seen.len(), 300);
}

#[test]
fn a_page_by_marker_that_holds_the_very_last_row_names_no_next() {
    let mut cloud = small_cloud();
    let page = page(&mut cloud, ANNA, "limit=3&namespace=acme-data");
    assert_eq!(page["repos"].as_array().unwrap().len(), 3);
    assert!(page.get("nextMarker").is_none());
}

#[test]
fn a_list_by_marker_shows_what_the_caller_may_read() {
    let page = page(&mut small_cloud(), CARLA, "limit=1000");
    let names: Vec<_> = page["repos"].as_array().unwrap().iter().collect();
    assert_eq!(names.len(), 1);
    assert_eq!(names[0]["name"], "shop/api");
}

#[test]
fn a_list_by_marker_refuses_other_sizes_and_markers() {
    for (query, code) in [
        ("limit=0", "SVCSTG.SWR.4000056"),
        ("limit=1001", "SVCSTG.SWR.4000056"),
        ("limit=x", "SVCSTG.SWR.4000056"),
        ("marker=x", "SVCSTG.SWR.4001025"),
        ("marker=-1", "SVCSTG.SWR.4001025"),
        ("is_public=x", "SVCSTG.SWR.4001009"),
    ] {
        let address = format!("/v3/manage/repos?{query}");
        let response = ask(&mut small_cloud(), "GET", &address, ANNA, Value::Null);
        assert_eq!(refusal(&response), expected(400, code), "{query}");
    }
}

#[test]
fn without_a_token_the_list_by_marker_is_refused_by_the_gateway() {
    let response = ask_with(&mut small_cloud(), "GET", "/v3/manage/repos", "nobody");
    assert_eq!(refusal(&response), expected(401, "APIGW.0301"));
}

#[test]
fn a_repository_made_again_has_nothing_of_the_one_before() {
    let mut cloud = small_cloud();
    let address = |end: &str| format!("{WEB}/shop$api{end}");
    let held = |cloud: &mut Simulator| {
        [
            "/sync_repo",
            "/sync_job?filter=limit::9|offset::0",
            "/tags",
            "/access",
        ]
        .map(|end| {
            let list = read(&get(cloud, &address(end), ANNA));
            let rows = list.get("others_auths").unwrap_or(&list);
            rows.as_array().unwrap().len()
        })
    };
    assert!(held(&mut cloud).iter().all(|count| *count > 0));
    assert_eq!(delete(&mut cloud, ANNA, "shop$api").status, 204);
    let again = json!({ "repository": "shop/api", "is_public": false });
    assert_eq!(create(&mut cloud, ANNA, again).status, 200);
    assert_eq!(held(&mut cloud), [0, 0, 0, 0]);
}
