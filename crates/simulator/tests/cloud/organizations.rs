//! The organization's side: its access list, creating and deleting, what the account may have.

use serde_json::{Value, json};
use simulator::identities::{PEOPLE, PROJECT_ID};
use simulator::{Response, Simulator};

use super::support::*;

const LIST: &str = "/v2/manage/namespaces";
const WEB: &str = "/v2/manage/namespaces/acme-web/access";
/// Made by emma, not by the administrator.
const DATA: &str = "/v2/manage/namespaces/acme-data/access";

fn one_grant(user_id: &str, auth: i64) -> Value {
    json!([grant(user_id, auth)])
}

fn create(cloud: &mut Simulator, person: usize, name: &str) -> Response {
    ask(cloud, "POST", LIST, person, json!({"namespace": name}))
}

fn delete(cloud: &mut Simulator, person: usize, name: &str) -> Response {
    let address = format!("{LIST}/{name}");
    ask(cloud, "DELETE", &address, person, Value::Null)
}

fn refused(method: &str, address: &str, person: usize, body: Value) -> (u16, String) {
    refused_write(&mut small_cloud(), method, address, person, body)
}

#[test]
fn granting_changing_and_cancelling_answer_with_codes_of_their_own() {
    let mut cloud = small_cloud();
    let levels = |cloud: &mut Simulator| -> Vec<i64> {
        let rows = granted(cloud, WEB).into_iter();
        rows.filter(|(_, id, _)| id == YUSUF)
            .map(|(_, _, auth)| auth)
            .collect()
    };
    let added = ask(&mut cloud, "POST", WEB, ANNA, one_grant(YUSUF, 1));
    assert_eq!((added.status, levels(&mut cloud)), (200, vec![1]));
    let changed = ask(&mut cloud, "PATCH", WEB, ANNA, one_grant(YUSUF, 7));
    assert_eq!((changed.status, levels(&mut cloud)), (201, vec![7]));
    let cancelled = ask(&mut cloud, "DELETE", WEB, ANNA, json!([YUSUF]));
    assert_eq!((cancelled.status, levels(&mut cloud)), (204, vec![]));
}

#[test]
fn only_those_who_manage_an_organization_may_grant_on_it() {
    for person in [BEN, CARLA] {
        for (method, body) in [
            ("POST", one_grant(YUSUF, 1)),
            ("PATCH", one_grant(PEOPLE[BEN].id, 7)),
            ("DELETE", json!([PEOPLE[BEN].id])),
        ] {
            let refusal = refused(method, WEB, person, body);
            assert_eq!(refusal, expected(403, "SVCSTG.SWR.4030170"), "{method}");
        }
    }
}

#[test]
fn a_member_who_was_made_manager_may_grant() {
    let mut cloud = small_cloud();
    let raise = one_grant(PEOPLE[BEN].id, 7);
    assert_eq!(ask(&mut cloud, "PATCH", WEB, ANNA, raise).status, 201);
    let added = ask(&mut cloud, "POST", WEB, BEN, one_grant(YUSUF, 1));
    assert_eq!(added.status, 200);
}

#[test]
fn one_who_has_a_grant_is_not_added_again() {
    let refusal = refused("POST", WEB, ANNA, one_grant(PEOPLE[BEN].id, 1));
    assert_eq!(refusal, expected(409, "SVCSTG.SWR.4090076"));
}

#[test]
fn one_who_has_no_grant_is_neither_changed_nor_cancelled() {
    for (method, body) in [("PATCH", one_grant(YUSUF, 1)), ("DELETE", json!([YUSUF]))] {
        let refusal = refused(method, WEB, ANNA, body);
        assert_eq!(refusal, expected(404, "SVCSTG.SWR.4040078"), "{method}");
    }
}

#[test]
fn one_missing_grant_keeps_the_others_from_being_cancelled() {
    let refusal = refused("DELETE", WEB, ANNA, json!([PEOPLE[BEN].id, YUSUF]));
    assert_eq!(refusal, expected(404, "SVCSTG.SWR.4040078"));
}

#[test]
fn the_creator_is_neither_added_nor_changed_nor_cancelled() {
    let mut cloud = small_cloud();
    let emma = id_of(&mut cloud, DATA, "emma");
    for (method, body, expected) in [
        (
            "POST",
            one_grant(&emma, 1),
            expected(409, "SVCSTG.SWR.4090076"),
        ),
        (
            "PATCH",
            one_grant(&emma, 1),
            expected(403, "SVCSTG.SWR.4030170"),
        ),
        ("DELETE", json!([emma]), expected(403, "SVCSTG.SWR.4030170")),
    ] {
        assert_eq!(refused(method, DATA, ANNA, body), expected, "{method}");
    }
}

#[test]
fn nobody_touches_their_own_grant_on_an_organization() {
    let mut cloud = small_cloud();
    let ben = PEOPLE[BEN].id;
    ask(&mut cloud, "PATCH", WEB, ANNA, one_grant(ben, 7));
    for (method, body) in [
        ("POST", one_grant(ben, 7)),
        ("PATCH", one_grant(ben, 3)),
        ("DELETE", json!([ben])),
    ] {
        let response = ask(&mut cloud, method, WEB, BEN, body);
        let expected = expected(403, "SVCSTG.SWR.4030170");
        assert_eq!(refusal(&response), expected, "{method}");
    }
    assert!(has(&mut cloud, WEB, "somebody"));
}

#[test]
fn a_body_that_is_no_array_of_grants_is_refused() {
    for method in ["POST", "PATCH", "DELETE"] {
        for body in [Value::Null, json!([]), json!({}), json!([{}]), json!(["x"])] {
            let (status, _) = refused(method, WEB, ANNA, body.clone());
            assert_eq!(status, 400, "{method} {body}");
        }
    }
}

#[test]
fn an_organization_that_is_not_there_has_no_access_list() {
    let mut cloud = small_cloud();
    for method in ["GET", "POST", "PATCH", "DELETE"] {
        let address = "/v2/manage/namespaces/gone/access";
        let response = ask(&mut cloud, method, address, ANNA, one_grant(YUSUF, 1));
        let expected = expected(404, "SVCSTG.SWR.4040058");
        assert_eq!(refusal(&response), expected, "{method}");
    }
}

#[test]
fn a_user_with_a_fault_breaks_a_write_off_half_way() {
    let mut cloud = small_cloud();
    let fault = id_of(
        &mut cloud,
        "/v2/manage/namespaces/acme-web/repos/shop$fault/access",
        "fault-500-once",
    );
    let body = json!([
        {"user_id": YUSUF, "user_name": "yusuf", "auth": 1},
        {"user_id": fault, "user_name": "fault-500-once", "auth": 1},
    ]);
    let response = ask(&mut cloud, "POST", WEB, ANNA, body);
    assert_eq!(refusal(&response), expected(500, "SVCSTG.SWR.5000093"));
    assert!(has(&mut cloud, WEB, "yusuf"));
    assert!(!has(&mut cloud, WEB, "fault-500-once"));
}

#[test]
fn a_new_organization_is_empty_and_its_creator_manages_it() {
    let mut cloud = small_cloud();
    let response = create(&mut cloud, ANNA, "acme-new");
    assert_eq!((response.status, read(&response)), (201, json!({})));
    let shown = ask(
        &mut cloud,
        "GET",
        "/v2/manage/namespaces/acme-new",
        ANNA,
        Value::Null,
    );
    assert_eq!(read(&shown)["creator_name"], "anna");
    assert_eq!(read(&shown)["auth"], 7);
    assert_eq!(
        granted(&mut cloud, "/v2/manage/namespaces/acme-new/access"),
        []
    );
}

#[test]
fn only_an_administrator_creates_organizations() {
    for person in [BEN, CARLA] {
        let response = create(&mut small_cloud(), person, "acme-new");
        assert_eq!(refusal(&response), expected(403, "SVCSTG.SWR.4030170"));
    }
}

#[test]
fn a_name_that_the_account_or_another_customer_has_is_taken() {
    for name in ["acme-web", "library"] {
        let response = create(&mut small_cloud(), ANNA, name);
        assert_eq!(
            refusal(&response),
            expected(409, "SVCSTG.SWR.4090060"),
            "{name}"
        );
    }
}

#[test]
fn an_organization_of_another_customer_is_in_no_list_and_shown_to_nobody() {
    let mut cloud = small_cloud();
    let list = read(&ask(&mut cloud, "GET", LIST, ANNA, Value::Null));
    let rows = list["namespaces"].as_array().unwrap();
    assert!(rows.iter().all(|row| row["name"] != "library"));
    for (method, address) in [
        ("GET", "/v2/manage/namespaces/library"),
        ("DELETE", "/v2/manage/namespaces/library"),
        ("GET", "/v2/manage/namespaces/library/access"),
        ("GET", "/v2/manage/namespaces/library/repos/nginx"),
    ] {
        let response = ask(&mut cloud, method, address, ANNA, Value::Null);
        let expected = expected(401, "SVCSTG.SWR.4011064");
        assert_eq!(refusal(&response), expected, "{method} {address}");
    }
}

#[test]
fn a_name_against_the_rules_is_refused() {
    for body in [
        Value::Null,
        json!({}),
        json!({"namespace": ""}),
        json!({"namespace": 7}),
        json!({"namespace": "Acme"}),
        json!({"namespace": "a--b"}),
    ] {
        let response = ask(&mut small_cloud(), "POST", LIST, ANNA, body.clone());
        assert_eq!(
            refusal(&response),
            expected(400, "SVCSTG.SWR.4001028"),
            "{body}"
        );
    }
}

#[test]
fn the_quota_of_organizations_is_told_and_kept() {
    let mut cloud = small_cloud();
    let address = format!("/v2/manage/projects/{PROJECT_ID}/quotas");
    let told = |cloud: &mut Simulator| {
        let quota = read(&ask(cloud, "GET", &address, BEN, Value::Null))["quotas"][0].clone();
        let number = |name: &str| quota[name].as_u64().unwrap();
        assert_eq!(quota["quota_key"], "namespace");
        (number("used"), number("quota_limit"))
    };
    let (used, limit) = told(&mut cloud);
    for number in used..limit {
        let response = create(&mut cloud, ANNA, &format!("acme-{number}"));
        assert_eq!(response.status, 201, "{number}");
    }
    assert_eq!(told(&mut cloud), (limit, limit));
    let response = create(&mut cloud, ANNA, "one-too-many");
    assert_eq!(refusal(&response), expected(400, "SVCSTG.SWR.4000097"));
    assert_eq!(delete(&mut cloud, ANNA, "acme-7").status, 204);
    assert_eq!(create(&mut cloud, ANNA, "one-too-many").status, 201);
}

#[test]
fn an_empty_organization_is_deleted_once() {
    let mut cloud = small_cloud();
    let response = delete(&mut cloud, ANNA, "empty");
    assert_eq!((response.status, response.body.len()), (204, 0));
    let again = delete(&mut cloud, ANNA, "empty");
    assert_eq!(refusal(&again), expected(404, "SVCSTG.SWR.4040058"));
}

#[test]
fn an_organization_with_repositories_is_not_deleted() {
    let mut cloud = small_cloud();
    let response = delete(&mut cloud, ANNA, "acme-lab");
    assert_eq!(refusal(&response), expected(406, "SVCSTG.SWR.4060074"));
}

#[test]
fn only_those_who_manage_an_organization_delete_it() {
    let mut cloud = small_cloud();
    let edit = one_grant(PEOPLE[BEN].id, 3);
    let access = "/v2/manage/namespaces/empty/access";
    assert_eq!(ask(&mut cloud, "POST", access, ANNA, edit).status, 200);
    let response = delete(&mut cloud, BEN, "empty");
    assert_eq!(refusal(&response), expected(403, "SVCSTG.SWR.4030170"));
    let raise = one_grant(PEOPLE[BEN].id, 7);
    assert_eq!(ask(&mut cloud, "PATCH", access, ANNA, raise).status, 201);
    assert_eq!(delete(&mut cloud, BEN, "empty").status, 204);
}

#[test]
fn the_overview_counts_what_the_lists_show() {
    let mut cloud = small_cloud();
    let overview = read(&ask(
        &mut cloud,
        "GET",
        "/v2/manage/overview",
        ANNA,
        Value::Null,
    ));
    let list = read(&ask(&mut cloud, "GET", LIST, ANNA, Value::Null));
    let rows = list["namespaces"].as_array().unwrap();
    let repositories: u64 = rows
        .iter()
        .filter_map(|row| row["repo_count"].as_u64())
        .sum();
    assert_eq!(overview["namspace_num"], rows.len());
    assert_eq!(overview["repo_num"], repositories);
}

#[test]
fn the_feature_gates_tell_of_synchronization_and_lists_by_marker() {
    let address = format!("/v2/manage/projects/{PROJECT_ID}/feature-gates");
    let gates = read(&ask(
        &mut small_cloud(),
        "GET",
        &address,
        CARLA,
        Value::Null,
    ));
    assert_eq!(gates["enable_image_sync"], true);
    assert_eq!(gates["enable_list_v3"], true);
}

#[test]
fn facts_of_a_foreign_project_are_refused() {
    let foreign = "ffffffffffffffffffffffffffffffff";
    for what in ["quotas", "feature-gates"] {
        let address = format!("/v2/manage/projects/{foreign}/{what}");
        let response = ask(&mut small_cloud(), "GET", &address, ANNA, Value::Null);
        assert_eq!(
            refusal(&response),
            expected(403, "SVCSTG.SWR.4030170"),
            "{what}"
        );
    }
}
