//! IAM: tokens, projects, users.

use serde_json::{Value, json};
use simulator::identities::{
    ACCOUNT_ID, EXPIRED_TOKEN, GLOBAL_TOKEN, PEOPLE, PROJECT_ID, SUB_PROJECT_ID, SUB_PROJECT_TOKEN,
};
use simulator::{Response, Simulator};

use super::support::*;

fn sign_in(cloud: &mut Simulator, scope: Value) -> Response {
    sign_in_as(cloud, "ACME-EU", "ben", PEOPLE[1].password, scope)
}

fn sign_in_as(
    cloud: &mut Simulator,
    account: &str,
    name: &str,
    password: &str,
    scope: Value,
) -> Response {
    let user = json!({"name": name, "password": password, "domain": {"name": account}});
    let mut auth = json!({"identity": {"methods": ["password"], "password": {"user": user}}});
    if !scope.is_null() {
        auth["scope"] = scope;
    }
    ask(cloud, "POST", "/v3/auth/tokens", 0, json!({ "auth": auth }))
}

fn validate(cloud: &mut Simulator, caller: &str, subject: Option<&str>) -> Response {
    let mut request = incoming("GET", "/v3/auth/tokens", caller, &Value::Null);
    if let Some(subject) = subject {
        request
            .headers
            .push(("X-Subject-Token".to_owned(), subject.to_owned()));
    }
    send(cloud, &request)
}

fn message(response: &Response) -> String {
    read(response)["error"]["message"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn a_project_is_found_by_name_and_by_id() {
    let mut cloud = cloud();
    for (project, id) in [
        (json!({"name": "eu-de"}), PROJECT_ID),
        (
            json!({"name": "eu-de", "domain": {"name": "ACME-EU"}}),
            PROJECT_ID,
        ),
        (json!({"id": PROJECT_ID}), PROJECT_ID),
        (json!({"name": "eu-de_team"}), SUB_PROJECT_ID),
        (json!({"id": SUB_PROJECT_ID}), SUB_PROJECT_ID),
    ] {
        let response = sign_in(&mut cloud, json!({ "project": project }));
        assert_eq!(response.status, 201, "{project}");
        assert_eq!(read(&response)["token"]["project"]["id"], id, "{project}");
        assert_eq!(read(&response)["token"]["domain"], Value::Null, "{project}");
    }
}

#[test]
fn the_account_is_the_scope_when_asked_for_and_without_any_scope() {
    let mut cloud = cloud();
    for scope in [
        json!({"domain": {"name": "ACME-EU"}}),
        json!({"domain": {"id": ACCOUNT_ID}}),
        Value::Null,
    ] {
        let response = sign_in(&mut cloud, scope.clone());
        assert_eq!(
            read(&response)["token"]["domain"]["id"],
            ACCOUNT_ID,
            "{scope}"
        );
        assert_eq!(read(&response)["token"]["project"], Value::Null, "{scope}");
    }
}

#[test]
fn the_project_wins_where_both_are_sent() {
    let mut cloud = cloud();
    let scope = json!({"domain": {"name": "ACME-EU"}, "project": {"name": "eu-de"}});
    let response = sign_in(&mut cloud, scope);
    assert_eq!(read(&response)["token"]["project"]["id"], PROJECT_ID);
}

#[test]
fn an_unknown_project_is_no_right() {
    let mut cloud = cloud();
    for scope in [
        json!({"project": {"name": "eu-nl"}}),
        json!({"project": {"name": "eu-de", "domain": {"name": "OTHER"}}}),
        json!({"project": {}}),
        json!({"domain": {"name": "OTHER"}}),
    ] {
        let response = sign_in(&mut cloud, scope.clone());
        assert_eq!(response.status, 403, "{scope}");
        assert_eq!(message(&response), "You have no right to do this action");
    }
}

#[test]
fn a_token_for_the_account_is_refused_by_the_gateway() {
    let mut cloud = cloud();
    let issued = sign_in(&mut cloud, Value::Null);
    let token = issued.header("X-Subject-Token").unwrap();
    let response = ask_with(&mut cloud, "GET", "/v2/manage/namespaces", token);
    assert_eq!(refusal(&response), expected(401, "APIGW.0301"));
}

#[test]
fn a_wrong_account_user_or_password_gets_the_same_words() {
    let mut cloud = cloud();
    for (account, name, password) in [
        ("OTHER", "ben", PEOPLE[1].password),
        ("ACME-EU", "nobody", PEOPLE[1].password),
        ("ACME-EU", "ben", "wrong"),
        ("ACME-EU", "ben", ""),
    ] {
        let response = sign_in_as(&mut cloud, account, name, password, Value::Null);
        assert_eq!(response.status, 401);
        assert_eq!(message(&response), "The username or password is wrong.");
        assert_eq!(response.header("X-Subject-Token"), None);
    }
}

#[test]
fn a_bad_body_is_refused() {
    let mut cloud = cloud();
    for body in [
        Value::Null,
        json!([]),
        json!({"auth": 1}),
        json!({"auth": {"identity": {"methods": ["totp"]}}}),
    ] {
        let response = ask(&mut cloud, "POST", "/v3/auth/tokens", 0, body.clone());
        assert_eq!(response.status, 400, "{body}");
        assert_eq!(message(&response), "The request body is invalid", "{body}");
    }
}

#[test]
fn the_catalog_is_left_out_when_asked_so() {
    let mut cloud = cloud();
    let full = validate(&mut cloud, PEOPLE[0].token, Some(PEOPLE[0].token));
    assert!(read(&full)["token"]["catalog"].is_array());
    let mut request = incoming(
        "GET",
        "/v3/auth/tokens?nocatalog=true",
        PEOPLE[0].token,
        &Value::Null,
    );
    request
        .headers
        .push(("X-Subject-Token".to_owned(), PEOPLE[0].token.to_owned()));
    assert_eq!(
        read(&send(&mut cloud, &request))["token"].get("catalog"),
        None
    );
}

#[test]
fn a_token_lives_for_24_hours() {
    let mut cloud = cloud();
    let issued = read(&sign_in(&mut cloud, json!({"project": {"name": "eu-de"}})));
    assert_eq!(issued["token"]["issued_at"], "2026-11-20T18:40:01.000000Z");
    assert_eq!(issued["token"]["expires_at"], "2026-11-21T18:40:01.000000Z");
}

#[test]
fn an_expired_or_unknown_subject_is_not_found() {
    let mut cloud = cloud();
    for subject in [EXPIRED_TOKEN, "unknown", ""] {
        let response = validate(&mut cloud, PEOPLE[0].token, Some(subject));
        assert_eq!(response.status, 404, "{subject}");
        assert_eq!(
            message(&response),
            "X-Subject-Token is invalid in the request"
        );
    }
}

#[test]
fn a_missing_subject_is_a_bad_request() {
    assert_eq!(validate(&mut cloud(), PEOPLE[0].token, None).status, 400);
}

#[test]
fn the_caller_is_checked_before_the_subject() {
    let mut cloud = cloud();
    assert_eq!(
        refusal(&validate(&mut cloud, EXPIRED_TOKEN, None)),
        expected(401, "IAM.0066")
    );
    let unknown = validate(&mut cloud, "unknown", Some("unknown"));
    assert_eq!(message(&unknown), "The X-Auth-Token is invalid!");
}

#[test]
fn the_global_iam_knows_every_token_and_the_regions_all_but_its_own() {
    let mut cloud = cloud();
    let mut status = |prefix: &str, token: &str, path: &str| {
        let address = format!("{prefix}{path}");
        let mut request = incoming("GET", &address, token, &Value::Null);
        let subject = ("X-Subject-Token".to_owned(), token.to_owned());
        request.headers.push(subject);
        send(&mut cloud, &request).status
    };
    for path in ["/v3/auth/tokens", "/v3/auth/projects", "/v3/users"] {
        assert_eq!(status("/api/iam_global", GLOBAL_TOKEN, path), 200, "{path}");
        let own = PEOPLE[0].token;
        assert_eq!(status("/api/iam_global", own, path), 200, "{path}");
        for region in ["", "/api/iam"] {
            assert_eq!(status(region, GLOBAL_TOKEN, path), 401, "{region}{path}");
        }
    }
    assert_eq!(status("/api/iam_global", "unknown", "/v3/users"), 401);
    let organizations = "/v2/manage/namespaces";
    assert_eq!(status("/api/swr", GLOBAL_TOKEN, organizations), 200);
    assert_eq!(status("/api/iam_global", GLOBAL_TOKEN, organizations), 404);
}

#[test]
fn a_caller_without_token_must_authenticate() {
    let mut cloud = cloud();
    let mut request = incoming("GET", "/v3/auth/projects", "", &Value::Null);
    request.headers.retain(|(name, _)| name != "X-Auth-Token");
    let response = send(&mut cloud, &request);
    assert_eq!(
        (response.status, message(&response)),
        (401, "Authentication required".to_owned())
    );
}

#[test]
fn only_the_administrator_may_validate_the_token_of_another() {
    let mut cloud = cloud();
    assert_eq!(
        validate(&mut cloud, PEOPLE[0].token, Some(PEOPLE[1].token)).status,
        200
    );
    assert_eq!(
        validate(&mut cloud, PEOPLE[1].token, Some(PEOPLE[0].token)).status,
        403
    );
}

#[test]
fn a_sub_project_names_the_main_project_as_its_parent() {
    let projects = read(&ask_with(
        &mut cloud(),
        "GET",
        "/v3/auth/projects",
        SUB_PROJECT_TOKEN,
    ));
    assert_eq!(projects["projects"][0]["parent_id"], ACCOUNT_ID);
    assert_eq!(projects["projects"][1]["name"], "eu-de_team");
    assert_eq!(projects["projects"][1]["parent_id"], PROJECT_ID);
}

#[test]
fn users_are_found_by_exact_name_state_and_account() {
    let mut cloud = cloud();
    let mut count = |query: &str| {
        let list = read(&ask(
            &mut cloud,
            "GET",
            &format!("/v3/users{query}"),
            0,
            Value::Null,
        ));
        list["users"].as_array().unwrap().len()
    };
    let all = count("");
    assert!(all >= 43);
    assert_eq!(count("?name=ben"), 1);
    assert_eq!(count("?name=be"), 0);
    assert_eq!(count("?enabled=false"), 1);
    assert_eq!(count("?enabled=true"), all - 1);
    assert_eq!(count("?domain_id=other"), 0);
}

#[test]
fn users_have_hostile_names_among_them() {
    let list = ask(&mut cloud(), "GET", "/v3/users", 0, Value::Null);
    let list = read(&list);
    let names: Vec<&str> = list["users"]
        .as_array()
        .unwrap()
        .iter()
        .map(|user| user["name"].as_str().unwrap())
        .collect();
    assert!(names.contains(&"<img src=x onerror=alert(1)>"));
    assert!(names.iter().any(|name| name.starts_with("=HYPERLINK(")));
    assert!(names.iter().any(|name| name.contains('\u{202E}')));
    assert!(names.iter().any(|name| name.chars().count() == 5_000));
}

/// What ending a token is answered with.
fn revoke(cloud: &mut Simulator, token: &str, subject: Option<&str>) -> Response {
    let mut request = incoming("DELETE", "/v3/auth/tokens", token, &Value::Null);
    let subject = subject.map(|subject| ("X-Subject-Token".to_owned(), subject.to_owned()));
    request.headers.extend(subject);
    send(cloud, &request)
}

#[test]
fn a_token_that_its_owner_has_ended_is_good_for_nothing() {
    let mut cloud = cloud();
    let issued = sign_in(&mut cloud, json!({"project": {"name": "eu-de"}}));
    let token = issued.header("X-Subject-Token").unwrap().to_owned();
    assert_eq!(revoke(&mut cloud, &token, Some(&token)).status, 204);
    let response = ask_with(&mut cloud, "GET", "/v2/manage/namespaces", &token);
    assert_eq!(response.status, 401);
    assert_eq!(revoke(&mut cloud, &token, Some(&token)).status, 401);
}

#[test]
fn nobody_ends_the_token_of_another() {
    let mut cloud = cloud();
    for (subject, status) in [
        (Some(PEOPLE[1].token), 403),
        (Some("unknown"), 404),
        (None, 400),
    ] {
        assert_eq!(revoke(&mut cloud, PEOPLE[0].token, subject).status, status);
    }
    let answer = ask_with(&mut cloud, "GET", "/v2/manage/namespaces", PEOPLE[1].token);
    assert_eq!(answer.status, 200);
}
