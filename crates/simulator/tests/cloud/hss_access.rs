//! Who sees what of HSS: tokens, projects, enterprise projects.

use serde_json::{Value, json};
use simulator::identities::{
    ENTERPRISE_PROJECT_ID, EXPIRED_TOKEN, PEOPLE, PROJECT_ID, SUB_PROJECT_ID, SUB_PROJECT_TASK_ID,
    SUB_PROJECT_TOKEN,
};

use super::support::*;

/// Every call of HSS.
fn calls() -> [(&'static str, String); 5] {
    [
        ("GET", format!("{HSS}/registries")),
        ("GET", format!("{HSS}/registries/statistics")),
        ("GET", format!("{HSS}/tasks?type=image_sync")),
        ("GET", format!("{HSS}/image-sync/tasks/t1/registries")),
        ("POST", format!("{HSS}/image-sync/tasks")),
    ]
}

fn names(cloud: &mut simulator::Simulator, person: usize, enterprise_project: &str) -> Vec<String> {
    let address = format!("{HSS}/registries?limit=200&enterprise_project_id={enterprise_project}");
    let (rows, _) = page(cloud, &address, person);
    rows.iter()
        .map(|row| row["registry_name"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_gateway_refuses_who_has_no_good_token() {
    let mut cloud = cloud();
    for (method, address) in calls() {
        for token in [EXPIRED_TOKEN, "unknown"] {
            let response = ask_with(&mut cloud, method, &address, token);
            assert_eq!(
                refusal(&response),
                expected(401, "APIGW.0301"),
                "{method} {address}"
            );
        }
    }
}

#[test]
fn a_token_of_the_account_has_no_project() {
    let mut cloud = cloud();
    let body = json!({ "auth": { "identity": { "methods": ["password"], "password": { "user": {
        "name": "anna", "password": PEOPLE[0].password, "domain": { "name": "ACME-EU" } } } } } });
    let issued = ask(&mut cloud, "POST", "/v3/auth/tokens", 0, body);
    let token = issued.header("X-Subject-Token").unwrap().to_owned();
    let response = ask_with(&mut cloud, "GET", &format!("{HSS}/registries"), &token);
    assert_eq!(refusal(&response), expected(401, "APIGW.0301"));
}

#[test]
fn another_project_than_the_tokens_is_denied() {
    let mut cloud = cloud();
    for (method, address) in calls() {
        let elsewhere = address.replace(PROJECT_ID, SUB_PROJECT_ID);
        let response = ask(&mut cloud, method, &elsewhere, 0, Value::Null);
        assert_eq!(
            refusal(&response),
            expected(403, "00000010"),
            "{method} {elsewhere}"
        );
        assert!(read(&response)["error_msg"].is_null());
        assert!(read(&response)["error_description"].is_string());
    }
}

#[test]
fn a_token_of_the_sub_project_sees_the_sub_project() {
    let mut cloud = cloud();
    let address = format!("{HSS}/tasks?type=image_sync").replace(PROJECT_ID, SUB_PROJECT_ID);
    let response = ask_with(&mut cloud, "GET", &address, SUB_PROJECT_TOKEN);
    let list = read(&response);
    assert_eq!(list["total_num"], 1);
    assert_eq!(list["data_list"][0]["task_id"], SUB_PROJECT_TASK_ID);
}

#[test]
fn a_task_of_another_project_is_denied_and_an_unknown_one_does_not_exist() {
    let mut cloud = cloud();
    for (task, code) in [
        (SUB_PROJECT_TASK_ID, "00000010"),
        ("no-such-task", "HSS.1005"),
        (&*"t".repeat(65), "HSS.0001"),
    ] {
        let address = format!("{HSS}/image-sync/tasks/{task}/registries");
        let response = ask(&mut cloud, "GET", &address, 0, Value::Null);
        assert_eq!(refusal(&response), expected(400, code), "{task}");
    }
}

#[test]
fn without_an_enterprise_project_the_default_one_is_meant() {
    let mut cloud = cloud();
    let (omitted, _) = page(&mut cloud, &format!("{HSS}/registries?limit=200"), 0);
    assert_eq!(omitted.len(), names(&mut cloud, 0, "0").len());
}

#[test]
fn the_administrator_sees_the_parts_and_the_whole() {
    let mut cloud = cloud();
    let default = names(&mut cloud, 0, "0");
    let own = names(&mut cloud, 0, ENTERPRISE_PROJECT_ID);
    let mut parts = [default, own.clone()].concat();
    let mut whole = names(&mut cloud, 0, "all_granted_eps");
    parts.sort();
    whole.sort();
    assert_eq!(whole, parts);
    assert_eq!(own, ["team-harbor", "team-jfrog", "team-private"]);
}

#[test]
fn a_restricted_user_is_denied_the_default_enterprise_project() {
    let mut cloud = cloud();
    for (method, address) in calls() {
        let response = ask(&mut cloud, method, &address, CARLA, Value::Null);
        assert_eq!(
            refusal(&response),
            expected(403, "00000010"),
            "{method} {address}"
        );
    }
}

#[test]
fn a_restricted_user_sees_the_own_enterprise_project_by_id_and_as_all() {
    let mut cloud = cloud();
    let own = names(&mut cloud, CARLA, ENTERPRISE_PROJECT_ID);
    assert_eq!(own, ["team-harbor", "team-jfrog", "team-private"]);
    assert_eq!(names(&mut cloud, CARLA, "all_granted_eps"), own);
}

#[test]
fn an_enterprise_project_that_was_not_granted_is_denied() {
    let mut cloud = cloud();
    for (person, enterprise_project) in [
        (0, "unknown"),
        (1, ENTERPRISE_PROJECT_ID),
        (CARLA, "0"),
        (CARLA, "unknown"),
    ] {
        let address = format!("{HSS}/registries?enterprise_project_id={enterprise_project}");
        let response = ask(&mut cloud, "GET", &address, person, Value::Null);
        assert_eq!(
            refusal(&response),
            expected(403, "00000010"),
            "{person} {enterprise_project}"
        );
    }
}

#[test]
fn a_task_outside_of_the_chosen_enterprise_project_is_denied() {
    let mut cloud = cloud();
    let tasks =
        format!("{HSS}/tasks?type=image_sync&enterprise_project_id={ENTERPRISE_PROJECT_ID}");
    let (rows, total) = page(&mut cloud, &tasks, CARLA);
    assert_eq!(total, 2);
    let task = rows[0]["task_id"].as_str().unwrap();
    let address = format!("{HSS}/image-sync/tasks/{task}/registries");
    let response = ask(&mut cloud, "GET", &address, 0, Value::Null);
    assert_eq!(refusal(&response), expected(400, "00000010"));
    let all = format!("{address}?enterprise_project_id=all_granted_eps");
    assert_eq!(ask(&mut cloud, "GET", &all, 0, Value::Null).status, 200);
}

#[test]
fn an_enterprise_project_or_project_of_impossible_length_is_invalid() {
    let mut cloud = cloud();
    let long = "e".repeat(257);
    for address in [
        format!("{HSS}/registries?enterprise_project_id="),
        format!("{HSS}/registries?enterprise_project_id={long}"),
        format!("/v5/{long}/image/registries"),
        "/v5//image/registries".to_owned(),
    ] {
        let response = ask(&mut cloud, "GET", &address, 0, Value::Null);
        assert_eq!(refusal(&response), expected(400, "HSS.0001"), "{address}");
    }
}
