//! Writes: who may, what is refused, what is applied.

use serde_json::{Value, json};
use simulator::identities::PEOPLE;
use simulator::{Response, Simulator};

use super::support::*;

const REPOSITORY: &str = "/v2/manage/namespaces/acme-web/repos/shop$api";

fn refused(method: &str, body: Value) -> (u16, String) {
    refused_write(&mut cloud(), method, API, ANNA, body)
}

fn patch(cloud: &mut Simulator, person: usize, body: Value) -> Response {
    ask(cloud, "PATCH", REPOSITORY, person, body)
}

#[test]
fn organization_edit_may_grant_and_a_repository_reader_may_not() {
    let mut cloud = cloud();
    let body = json!([grant(YUSUF, 1)]);
    let response = ask(&mut cloud, "POST", API, CARLA, body.clone());
    assert_eq!(refusal(&response), expected(403, "SVCSTG.SWR.4030170"));
    assert_eq!(ask(&mut cloud, "POST", API, BEN, body).status, 201);
}

#[test]
fn repository_manage_may_grant_without_any_organization() {
    let mut cloud = cloud();
    let raise = json!([{"user_id": PEOPLE[CARLA].id, "user_name": "carla", "auth": 7}]);
    assert_eq!(ask(&mut cloud, "PATCH", API, ANNA, raise).status, 201);
    let body = json!([grant(YUSUF, 1)]);
    assert_eq!(ask(&mut cloud, "POST", API, CARLA, body).status, 201);
}

#[test]
fn adding_one_who_has_a_grant_applies_nothing_of_the_rest() {
    let mut cloud = cloud();
    let david = id_of(&mut cloud, API, "david");
    let body = json!([grant(YUSUF, 1), grant(&david, 1)]);
    assert_eq!(refused("POST", body), expected(409, "SVCSTG.SWR.4090089"));
}

#[test]
fn adding_the_same_user_twice_in_one_call_is_a_conflict() {
    let body = json!([grant(YUSUF, 1), grant(YUSUF, 3)]);
    assert_eq!(refused("POST", body), expected(409, "SVCSTG.SWR.4090089"));
}

#[test]
fn changing_one_who_has_no_grant_applies_nothing_of_the_rest() {
    let mut cloud = cloud();
    let david = id_of(&mut cloud, API, "david");
    let body = json!([grant(&david, 7), grant(YUSUF, 1)]);
    assert_eq!(refused("PATCH", body), expected(404, "SVCSTG.SWR.4040091"));
}

#[test]
fn granting_to_oneself_among_others_applies_nothing() {
    let body = json!([grant(YUSUF, 1), grant(PEOPLE[ANNA].id, 7)]);
    assert_eq!(refused("POST", body), expected(403, "SVCSTG.SWR.4030170"));
}

#[test]
fn adding_a_user_that_iam_does_not_know_is_refused() {
    let body = json!([grant("99999999999999999999999999999999", 1)]);
    assert_eq!(refused("POST", body), expected(400, "SVCSTG.SWR.4000014"));
}

#[test]
fn a_body_that_is_no_array_of_entries_is_refused() {
    for method in ["POST", "PATCH", "DELETE"] {
        for body in [Value::Null, json!({}), json!([]), json!("x")] {
            let refusal = refused(method, body.clone());
            assert_eq!(
                refusal,
                expected(400, "SVCSTG.SWR.4000014"),
                "{method} {body}"
            );
        }
    }
}

#[test]
fn an_id_that_is_not_of_32_digits_is_refused() {
    for id in ["", "1e2c", "G0000000000000000000000000000101"] {
        assert_eq!(
            refused("DELETE", json!([id])),
            expected(400, "SVCSTG.SWR.4000014"),
            "{id}"
        );
        let body = json!([grant(id, 1)]);
        assert_eq!(
            refused("POST", body),
            expected(400, "SVCSTG.SWR.4000014"),
            "{id}"
        );
    }
}

#[test]
fn a_level_that_is_not_7_3_or_1_is_refused() {
    for auth in [
        json!(0),
        json!(2),
        json!(-1),
        json!("7"),
        json!(1.5),
        Value::Null,
    ] {
        let body = json!([grant(YUSUF, auth.clone())]);
        assert_eq!(
            refused("POST", body),
            expected(400, "SVCSTG.SWR.4001091"),
            "{auth}"
        );
    }
}

#[test]
fn a_missing_name_is_refused() {
    let body = json!([{"user_id": YUSUF, "auth": 1}]);
    assert_eq!(refused("POST", body), expected(400, "SVCSTG.SWR.4001067"));
}

#[test]
fn a_repository_that_is_gone_is_not_found_by_any_call() {
    let mut cloud = cloud();
    let address = "/v2/manage/namespaces/acme-web/repos/gone/access";
    for method in ["GET", "POST", "PATCH", "DELETE"] {
        let response = ask(&mut cloud, method, address, ANNA, json!([YUSUF]));
        assert_eq!(
            refusal(&response),
            expected(404, "SVCSTG.SWR.4040010"),
            "{method}"
        );
    }
}

#[test]
fn the_lists_of_access_answer_successes_without_a_body() {
    let mut cloud = cloud();
    let body = json!([grant(YUSUF, 1)]);
    assert!(
        ask(&mut cloud, "POST", API, ANNA, body.clone())
            .body
            .is_empty()
    );
    assert!(ask(&mut cloud, "PATCH", API, ANNA, body).body.is_empty());
    assert!(
        ask(&mut cloud, "DELETE", API, ANNA, json!([YUSUF]))
            .body
            .is_empty()
    );
}

#[test]
fn cancelling_a_grant_leaves_what_the_organization_gives() {
    let mut cloud = cloud();
    let greta = id_of(&mut cloud, API, "greta");
    assert_eq!(
        ask(&mut cloud, "DELETE", API, ANNA, json!([greta])).status,
        204
    );
    assert!(has(
        &mut cloud,
        "/v2/manage/namespaces/acme-web/access",
        "greta"
    ));
}

#[test]
fn the_repository_of_the_demonstration_has_its_grants() {
    let mut cloud = cloud();
    let grants = granted(&mut cloud, API);
    for (name, auth) in [("carla", 1), ("david", 3), ("emma", 7)] {
        assert!(
            grants
                .iter()
                .any(|(known, _, level)| known == name && *level == auth),
            "{name}"
        );
    }
    assert!(!has(&mut cloud, API, "ben"));
}

#[test]
fn making_public_needs_manage_and_making_private_edit() {
    let mut cloud = cloud();
    let response = patch(&mut cloud, BEN, json!({"is_public": true}));
    assert_eq!(refusal(&response), expected(403, "SVCSTG.SWR.4030170"));
    assert_eq!(
        patch(&mut cloud, BEN, json!({"is_public": false})).status,
        201
    );
    let response = patch(&mut cloud, CARLA, json!({"is_public": false}));
    assert_eq!(refusal(&response), expected(403, "SVCSTG.SWR.4030170"));
    assert_eq!(
        patch(&mut cloud, ANNA, json!({"is_public": true})).status,
        201
    );
}

#[test]
fn an_empty_description_clears_it() {
    let mut cloud = cloud();
    assert_eq!(
        patch(
            &mut cloud,
            ANNA,
            json!({"is_public": false, "description": ""})
        )
        .status,
        201
    );
    let shown = read(&ask(&mut cloud, "GET", REPOSITORY, ANNA, Value::Null));
    assert_eq!(shown["description"], "");
}

#[test]
fn an_update_that_cannot_be_is_refused_with_its_code() {
    let mut cloud = cloud();
    for (body, refused) in [
        (Value::Null, expected(400, "SVCSTG.SWR.4001009")),
        (
            json!({"is_public": "yes"}),
            expected(400, "SVCSTG.SWR.4001009"),
        ),
        (
            json!({"is_public": false, "category": "toys"}),
            expected(400, "SVCSTG.SWR.4000014"),
        ),
        (
            json!({"is_public": false, "description": 1}),
            expected(400, "SVCSTG.SWR.4000014"),
        ),
        (
            json!({"is_public": false, "description": "x".repeat(30_001)}),
            expected(413, "SVCSTG.SWR.4131012"),
        ),
    ] {
        assert_eq!(refusal(&patch(&mut cloud, ANNA, body)), refused);
    }
}
