//! Which paths there are, and what the gateway says of the others.

use serde_json::Value;
use simulator::identities::PEOPLE;
use simulator::{Settings, Simulator};

use super::support::*;

#[test]
fn what_is_no_path_or_method_of_a_service_is_unknown_to_the_gateway() {
    let mut cloud = cloud();
    for (method, path) in [
        ("GET", "/v1"),
        ("GET", "/v2/manage"),
        ("GET", "/v2/manage/"),
        ("POST", "/v2/manage/overview"),
        ("DELETE", "/v2/manage/namespaces"),
        ("PATCH", "/v2/manage/namespaces/acme-web"),
        ("GET", "/v2/manage/namespaces/acme-web/repos"),
        ("GET", "/v2/manage/projects/x"),
        ("GET", "/v2/manage/projects/x/anything"),
        ("GET", "/v3/manage/namespaces"),
        ("GET", "/v3/manage/overview"),
        ("PUT", "/v2/manage/namespaces/acme-web/access"),
        (
            "PUT",
            "/v2/manage/namespaces/acme-web/repos/shop$api/access",
        ),
        ("GET", "/v2/manage/namespaces/acme-web/repos/shop/api"),
        ("GET", "/v2/manage/namespaces/acme-web/repos/shop%2Fapi"),
        (
            "PATCH",
            "/v2/manage/namespaces/acme-web/repos/shop$api/sync_repo",
        ),
        (
            "GET",
            "/v2/manage/namespaces/acme-web/repos/shop$api/sync_images",
        ),
        (
            "DELETE",
            "/v2/manage/namespaces/acme-web/repos/shop$api/tags",
        ),
        (
            "GET",
            "/v3/manage/namespaces/acme-web/repos/shop$api/sync_repo",
        ),
        ("POST", "/v2/manage/regions"),
        ("GET", "/v2/managed"),
        ("PUT", "/v3/auth/tokens"),
        ("GET", "/v3/auth/tokens/"),
        ("GET", "/v3/regions"),
        ("GET", "/v5/x"),
        ("GET", "/v5/x/image"),
        ("GET", "/v5/x/images/registries"),
        ("POST", "/v5/x/image/registries"),
        ("POST", "/v5/x/image/synchronize"),
        ("GET", "/v5/x/image/image-sync/tasks"),
        ("GET", "/v5/x/image/image-sync/tasks/t1"),
        ("GET", "/v5/x/image/image-sync/tasks/t1/registries/r1"),
        ("GET", "/api/swr/v5/x/image/registries"),
        ("GET", "/api/"),
        ("GET", "/api/swr"),
        ("GET", "/api/swr/v3/auth/projects"),
        ("GET", "/api/iam/v2/manage/repos"),
        ("GET", "/api/hss/v2/manage/repos"),
        ("GET", "/api/swr.evil.test/v2/manage/repos"),
        ("GET", "/api//v2/manage/repos"),
    ] {
        let response = ask(&mut cloud, method, path, 0, Value::Null);
        assert_eq!(
            refusal(&response),
            expected(404, "APIGW.0101"),
            "{method} {path}"
        );
        assert!(read(&response)["request_id"].is_string(), "{method} {path}");
    }
}

#[test]
fn every_answer_has_a_request_id_of_its_own() {
    let mut cloud = cloud();
    let mut seen = std::collections::BTreeSet::new();
    for path in [
        "/v2/manage/repos",
        "/v2/manage/nothing",
        "/v3/users",
        "/api/swr/v2/manage/repos",
        "/v9",
    ] {
        let response = ask(&mut cloud, "GET", path, 0, Value::Null);
        let id = response.header("X-Request-Id").unwrap().to_owned();
        assert_eq!(id.len(), 32);
        assert!(seen.insert(id), "{path}");
    }
}

#[test]
fn all_shapes_of_refusals_are_met() {
    let mut cloud = cloud();
    let mut shape = |method: &str, path: &str, person: usize| {
        read(&ask(
            &mut cloud,
            method,
            path,
            person,
            serde_json::json!(["30000000000000000000000000001515"]),
        ))
    };
    let combined = shape("GET", API, 2);
    assert_eq!(combined["error_code"], combined["errors"][0]["errorCode"]);
    assert!(combined["encoded_authorization_message"].is_string());
    let wrapper = shape("GET", "/v2/manage/namespaces/unknown", 0);
    assert!(wrapper["errors"].is_array() && wrapper["error_code"].is_null());
    assert!(shape("DELETE", API, 0)[0]["errorCode"].is_string());
    assert!(shape("GET", "/v3/users", 1)["error"]["code"].is_u64());
}

#[test]
fn the_documented_content_types_are_taken_and_no_others() {
    let mut cloud = cloud();
    for (value, status) in [
        ("application/json", 200),
        ("application/json;charset=utf-8", 200),
        ("application/json; charset=UTF-8", 200),
        ("charset=utf-8 application/json", 200),
        ("text/plain", 400),
        ("", 400),
    ] {
        let mut request = incoming("GET", "/v2/manage/repos", PEOPLE[0].token, &Value::Null);
        value.clone_into(&mut request.headers[0].1);
        assert_eq!(send(&mut cloud, &request).status, status, "{value:?}");
    }
}

#[test]
fn who_comes_without_token_is_told_so_by_the_gateway() {
    let mut request = incoming("GET", "/v2/manage/repos", "", &Value::Null);
    request.headers.retain(|(name, _)| name != "X-Auth-Token");
    let response = send(&mut cloud(), &request);
    assert_eq!(refusal(&response), expected(401, "APIGW.0301"));
    assert!(
        read(&response)["error_msg"]
            .as_str()
            .unwrap()
            .contains("x-auth-token not found")
    );
}

#[test]
fn without_the_switch_there_is_no_control() {
    let mut cloud = Simulator::new(Settings {
        control: false,
        ..settings()
    });
    let response = ask(&mut cloud, "GET", "/_simulator/requests", 0, Value::Null);
    assert_eq!(refusal(&response), expected(404, "APIGW.0101"));
}
