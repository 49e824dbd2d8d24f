//! What the simulated cloud answers, asked the way a client asks it.

use cloud_api::Timestamp;
use serde_json::{Value, json};
use simulator::identities::{EXPIRED_TOKEN, PEOPLE, PROJECT_ID, SECRET_KEY, SUB_PROJECT_TOKEN};
use simulator::{Fate, Settings, Simulator};

use super::support::*;

const FAULT: &str = "/v2/manage/namespaces/acme-web/repos/shop$fault/access";

#[test]
fn a_token_is_validated_with_its_project_and_echoed_in_the_header() {
    let mut cloud = cloud();
    let mut request = incoming("GET", "/v3/auth/tokens", PEOPLE[0].token, &Value::Null);
    request
        .headers
        .push(("X-Subject-Token".to_owned(), PEOPLE[0].token.to_owned()));
    let response = send(&mut cloud, &request);
    assert_eq!(response.status, 200);
    assert_eq!(response.header("X-Subject-Token"), Some(PEOPLE[0].token));
    assert_eq!(read(&response)["token"]["project"]["id"], PROJECT_ID);
}

#[test]
fn an_expired_token_is_refused_by_iam_and_by_swr_in_their_own_words() {
    let mut cloud = cloud();
    let iam = send(
        &mut cloud,
        &incoming("GET", "/v3/auth/tokens", EXPIRED_TOKEN, &Value::Null),
    );
    assert_eq!((iam.status, code(&iam).as_str()), (401, "IAM.0066"));
    let list = incoming("GET", "/v2/manage/namespaces", EXPIRED_TOKEN, &Value::Null);
    let swr = send(&mut cloud, &list);
    assert_eq!((swr.status, code(&swr).as_str()), (401, "APIGW.0301"));
    assert!(read(&swr)["request_id"].is_string());
}

#[test]
fn a_sub_project_token_is_good_for_iam_and_refused_by_swr() {
    let mut cloud = cloud();
    let projects = incoming("GET", "/v3/auth/projects", SUB_PROJECT_TOKEN, &Value::Null);
    assert_eq!(send(&mut cloud, &projects).status, 200);
    let list = incoming(
        "GET",
        "/v2/manage/namespaces",
        SUB_PROJECT_TOKEN,
        &Value::Null,
    );
    assert_eq!(code(&send(&mut cloud, &list)), "SVCSTG.SWR.4030170");
}

#[test]
fn a_password_gives_a_token_in_the_header_only_and_a_wrong_one_none() {
    let mut cloud = cloud();
    let body = |password: &str| json!({"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"ben","password":password,"domain":{"name":"ACME-EU"}}}},"scope":{"project":{"name":"eu-de"}}}});
    let good = ask(
        &mut cloud,
        "POST",
        "/v3/auth/tokens?nocatalog=true",
        0,
        body(PEOPLE[1].password),
    );
    assert_eq!(good.status, 201);
    let token = good.header("X-Subject-Token").unwrap().to_owned();
    assert!(!String::from_utf8_lossy(&good.body).contains(&token));
    let list = send(
        &mut cloud,
        &incoming("GET", "/v2/manage/namespaces", &token, &Value::Null),
    );
    assert_eq!(list.status, 200);
    let bad = ask(&mut cloud, "POST", "/v3/auth/tokens", 0, body("wrong"));
    assert_eq!((bad.status, code(&bad).as_str()), (401, "401"));
}

#[test]
fn only_the_administrator_may_list_users() {
    let mut cloud = cloud();
    assert_eq!(
        ask(&mut cloud, "GET", "/v3/users", 0, Value::Null).status,
        200
    );
    assert_eq!(
        ask(&mut cloud, "GET", "/v3/users", 1, Value::Null).status,
        403
    );
}

#[test]
fn a_reader_sees_an_organization_only_when_asking_for_the_visible_ones() {
    let mut cloud = cloud();
    let plain = ask(&mut cloud, "GET", "/v2/manage/namespaces", 2, Value::Null);
    assert_eq!(read(&plain)["namespaces"], json!([]));
    let address = "/v2/manage/namespaces?filter=mode%3A%3Avisible";
    let visible = read(&ask(&mut cloud, "GET", address, 2, Value::Null));
    assert_eq!(visible["namespaces"][0]["name"], "acme-web");
    assert_eq!(visible["namespaces"][0]["auth"], 0);
}

#[test]
fn a_reader_may_not_see_who_else_has_access() {
    let mut cloud = cloud();
    assert_eq!(
        code(&ask(&mut cloud, "GET", API, 2, Value::Null)),
        "SVCSTG.SWR.4030170"
    );
}

#[test]
fn pages_of_repositories_carry_their_range_and_overlap_nowhere() {
    let mut cloud = cloud();
    let mut names = Vec::new();
    for offset in [0, 100, 200] {
        let address = format!(
            "/v2/manage/repos?filter=namespace::acme-web|offset::{offset}|limit::100|order_column::name|order_type::asc"
        );
        let page = ask(&mut cloud, "GET", &address, 0, Value::Null);
        assert_eq!(
            page.header("Content-Range"),
            Some(&*format!("{offset}-100/300"))
        );
        let rows = read(&page);
        names.extend(
            rows.as_array()
                .unwrap()
                .iter()
                .map(|row| row["name"].to_string()),
        );
    }
    let mut sorted = names.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!((sorted.len(), &sorted), (300, &names));
}

#[test]
fn a_page_of_more_than_a_thousand_is_refused() {
    let mut cloud = cloud();
    let response = ask(
        &mut cloud,
        "GET",
        "/v2/manage/repos?offset=0&limit=1001",
        0,
        Value::Null,
    );
    assert_eq!(code(&response), "SVCSTG.SWR.4000056");
}

#[test]
fn a_dollar_stands_for_a_slash_bare_or_escaped_and_a_slash_is_no_path() {
    let mut cloud = cloud();
    let repository = "/v2/manage/namespaces/acme-web/repos/";
    for (name, status) in [
        ("shop$api", 200),
        ("shop%24api", 200),
        ("shop/api", 404),
        ("shop%2Fapi", 404),
    ] {
        let response = ask(
            &mut cloud,
            "GET",
            &format!("{repository}{name}"),
            0,
            Value::Null,
        );
        assert_eq!(response.status, status, "{name}");
        if status == 404 {
            assert_eq!(code(&response), "APIGW.0101", "{name}");
        }
    }
}

#[test]
fn granting_changing_and_cancelling_answer_with_their_own_codes() {
    let mut cloud = cloud();
    let user = "1e2c6d7f8a9b4ac1b2d3e4f506172839";
    let row = |auth: i64| json!([{"user_id": user, "user_name": "ben", "auth": auth}]);
    assert_eq!(ask(&mut cloud, "POST", API, 0, row(1)).status, 201);
    assert_eq!(
        code(&ask(&mut cloud, "POST", API, 0, row(1))),
        "SVCSTG.SWR.4090089"
    );
    assert_eq!(ask(&mut cloud, "PATCH", API, 0, row(7)).status, 201);
    assert!(
        granted(&mut cloud, API)
            .iter()
            .any(|(_, id, auth)| id == user && *auth == 7)
    );
    let cancelled = ask(&mut cloud, "DELETE", API, 0, json!([user]));
    assert_eq!((cancelled.status, cancelled.body.len()), (204, 0));
    assert!(!has(&mut cloud, API, "ben"));
}

#[test]
fn cancelling_with_one_missing_grant_applies_nothing() {
    let mut cloud = cloud();
    let david = id_of(&mut cloud, API, "david");
    let body = json!([david, "1e2c6d7f8a9b4ac1b2d3e4f506172839"]);
    let response = ask(&mut cloud, "DELETE", API, 0, body);
    assert_eq!(
        (response.status, code(&response).as_str()),
        (404, "SVCSTG.SWR.4040091")
    );
    assert!(has(&mut cloud, API, "david"));
}

#[test]
fn an_empty_array_is_refused() {
    let mut cloud = cloud();
    assert_eq!(
        code(&ask(&mut cloud, "DELETE", API, 0, json!([]))),
        "SVCSTG.SWR.4000014"
    );
}

#[test]
fn nobody_grants_to_themselves() {
    let mut cloud = cloud();
    let body = json!([{"user_id": PEOPLE[0].id, "user_name": "anna", "auth": 7}]);
    assert_eq!(
        code(&ask(&mut cloud, "POST", API, 0, body)),
        "SVCSTG.SWR.4030170"
    );
}

#[test]
fn the_fault_that_happens_once_applies_what_stands_before_it() {
    let mut cloud = cloud();
    let david = id_of(&mut cloud, FAULT, "david");
    let emma = id_of(&mut cloud, FAULT, "emma");
    let fault = id_of(&mut cloud, FAULT, "fault-500-once");
    let first = ask(&mut cloud, "DELETE", FAULT, 0, json!([david, emma, fault]));
    assert_eq!(
        (first.status, code(&first).as_str()),
        (500, "SVCSTG.SWR.5000092")
    );
    assert!(!has(&mut cloud, FAULT, "david") && !has(&mut cloud, FAULT, "emma"));
    assert!(has(&mut cloud, FAULT, "fault-500-once"));
    assert_eq!(
        ask(&mut cloud, "DELETE", FAULT, 0, json!([fault])).status,
        204
    );
}

#[test]
fn making_private_keeps_what_is_not_sent() {
    let mut cloud = cloud();
    let address = "/v2/manage/namespaces/acme-web/repos/shop$public-page";
    assert_eq!(
        ask(&mut cloud, "PATCH", address, 0, json!({"is_public": false})).status,
        201
    );
    let shown = read(&ask(&mut cloud, "GET", address, 0, Value::Null));
    assert_eq!(
        (shown["is_public"].as_bool(), shown["description"].as_str()),
        (Some(false), Some("Everyone can pull this"))
    );
}

#[test]
fn a_call_without_content_type_is_refused_by_swr() {
    let mut cloud = cloud();
    let mut request = incoming(
        "GET",
        "/v2/manage/namespaces",
        PEOPLE[0].token,
        &Value::Null,
    );
    request.headers.retain(|(name, _)| name != "Content-Type");
    assert_eq!(send(&mut cloud, &request).status, 400);
}

#[test]
fn under_api_the_header_of_the_console_is_demanded_and_a_foreign_path_is_unknown() {
    let mut cloud = cloud();
    let good = incoming(
        "GET",
        "/api/swr/v2/manage/namespaces",
        PEOPLE[0].token,
        &Value::Null,
    );
    assert_eq!(send(&mut cloud, &good).status, 200);
    let mut bare = good.clone();
    bare.headers.retain(|(name, _)| name != "X-Image-Console");
    assert_eq!(send(&mut cloud, &bare).status, 403);
    let foreign = incoming(
        "GET",
        "/api/iam/v2/manage/namespaces",
        PEOPLE[0].token,
        &Value::Null,
    );
    assert_eq!(code(&send(&mut cloud, &foreign)), "APIGW.0101");
}

#[test]
fn a_signature_is_verified_at_the_root_and_under_api() {
    let mut cloud = cloud();
    assert_eq!(
        Timestamp::parse("2026-11-20T18:40:00Z")
            .unwrap()
            .milliseconds(),
        START
    );
    assert_eq!(send(&mut cloud, &signed("", DATE, SECRET_KEY)).status, 200);
    assert_eq!(
        send(&mut cloud, &signed("/api/swr", DATE, SECRET_KEY)).status,
        200
    );
}

#[test]
fn a_wrong_key_and_a_stale_date_are_refused() {
    let mut cloud = cloud();
    assert_eq!(
        code(&send(&mut cloud, &signed("", DATE, "wrong"))),
        "APIGW.0301"
    );
    let stale = signed("", "20261120T180000Z", SECRET_KEY);
    assert_eq!(code(&send(&mut cloud, &stale)), "APIGW.0301");
}

#[test]
fn an_ordered_fault_drops_the_connection_after_the_work_was_done() {
    let mut cloud = cloud();
    let david = id_of(&mut cloud, API, "david");
    let order = json!([{"method": "DELETE", "path_contains": "/access", "fate": "drop-after"}]);
    assert_eq!(
        ask(&mut cloud, "POST", "/_simulator/fault", 0, order).status,
        204
    );
    let request = incoming("DELETE", API, PEOPLE[0].token, &json!([david]));
    assert!(matches!(
        cloud.handle(&request, now(), 1.0).fate,
        Fate::Drop
    ));
    assert!(!has(&mut cloud, API, "david"));
}

#[test]
fn the_clock_can_be_advanced_until_tokens_expire_and_reset_brings_all_back() {
    let mut cloud = cloud();
    let order = json!({"advance_seconds": 25 * 3_600});
    assert_eq!(
        ask(&mut cloud, "POST", "/_simulator/clock", 0, order).status,
        204
    );
    assert_eq!(
        ask(&mut cloud, "GET", "/v2/manage/namespaces", 0, Value::Null).status,
        401
    );
    assert_eq!(
        ask(&mut cloud, "POST", "/_simulator/reset", 0, Value::Null).status,
        204
    );
    assert_eq!(
        ask(&mut cloud, "GET", "/v2/manage/namespaces", 0, Value::Null).status,
        200
    );
}

#[test]
fn the_list_of_requests_holds_no_token_and_no_password() {
    let mut cloud = cloud();
    let body = json!({"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"ben","password":PEOPLE[1].password,"domain":{"name":"ACME-EU"}}}}}});
    ask(&mut cloud, "POST", "/v3/auth/tokens", 0, body);
    ask(&mut cloud, "GET", "/v2/manage/namespaces", 0, Value::Null);
    let list = ask(&mut cloud, "GET", "/_simulator/requests", 0, Value::Null);
    let text = String::from_utf8(list.body).unwrap();
    assert!(text.contains("/v2/manage/namespaces"));
    assert!(!text.contains(PEOPLE[1].password) && !text.contains(PEOPLE[0].token));
}

#[test]
fn a_hundred_thousand_repositories_are_listed_page_by_page() {
    let mut cloud = Simulator::new(Settings {
        repositories: 100_000,
        ..settings()
    });
    let address = "/v2/manage/repos?namespace=acme-web&offset=99000&limit=1000";
    let page = ask(&mut cloud, "GET", address, 0, Value::Null);
    assert_eq!(page.header("Content-Range"), Some("99000-1000/100000"));
}
