//! What is sent is what the fields said when the button was pressed.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};

const NOT_THERE: &str =
    r#"{"errors":[{"errorCode":"SVCSTG.SWR.4040091","errorMessage":"not there"}]}"#;
const BEN: &str = "1e2c6d7f8a9b4ac1b2d3e4f506172839";
const CARLA: &str = "2f3d7e8a9bac4bd2c3e4f5061728394a";

fn cloud(answers: &[(&'static str, &'static str, u16, &str)]) -> Cloud {
    let mut all: Vec<Answer> = vec![("GET", "/v3/auth/tokens", 200, token_body("eu-de"))];
    let answers = answers.iter();
    all.extend(
        answers.map(|(method, path, status, body)| (*method, *path, *status, (*body).to_owned())),
    );
    Cloud::new(&all)
}

#[wasm_bindgen_test]
async fn a_name_that_is_typed_while_another_is_looked_for_is_not_created() {
    let cloud = cloud(&[
        ("GET", "/v2/manage/namespaces/", 404, NOT_THERE),
        ("GET", "/v2/manage/namespaces", 200, r#"{"namespaces":[]}"#),
        ("POST", "/v2/manage/namespaces", 201, ""),
    ]);
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    screen.button("Create organization").click();
    screen.shows("Holds image repositories").await;
    screen.type_into("Organization", "acme-one");
    screen.dialog_button("Create organization").click();
    screen.type_into("Organization", "acme-two");
    assert_eq!(screen.sends(&cloud).await, [r#"{"namespace":"acme-one"}"#]);
    let asked = cloud.asked();
    let two = |line: &&String| line.ends_with("/acme-two");
    assert_eq!(asked.iter().find(two), None);
}

#[wasm_bindgen_test]
async fn a_level_that_is_chosen_while_the_list_is_read_again_is_not_granted() {
    let cloud = cloud(&[
        (
            "GET",
            "/v2/manage/namespaces/acme-web/access",
            200,
            r#"{"others_auths":[]}"#,
        ),
        ("POST", "/v2/manage/namespaces/acme-web/access", 200, ""),
    ]);
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/~permissions").await;
    screen.shows("Grant access").await;
    screen.button("Grant access").click();
    screen.shows("User name (optional)").await;
    screen.type_into("User ID", BEN);
    screen.dialog_button("Grant access").click();
    screen.choose("Level", "7");
    screen.type_into("User ID", CARLA);
    let sent = screen.sends(&cloud).await;
    assert!(sent[0].contains(BEN), "{sent:?}");
    assert!(sent[0].contains(r#""auth":1"#), "{sent:?}");
}

#[wasm_bindgen_test]
async fn a_task_starts_over_what_was_chosen_although_it_is_changed_while_the_tasks_are_read() {
    let cloud = cloud(&[
        ("GET", "/v5/", 200, r#"{"data_list":[],"total_num":0}"#),
        ("POST", "/v5/", 200, "{}"),
    ]);
    let screen = Screen::signed_in_at(&cloud, "security-sync").await;
    screen.shows("Start a sync").await;
    screen.button("Start a sync").click();
    screen.shows("Selected registries").await;
    screen.dialog_button("Start a sync").click();
    screen.get("dialog input[value=picked]").click();
    let sent = screen.sends(&cloud).await;
    assert_eq!(sent, [r#"{"sync_all_registries":true}"#]);
}

#[wasm_bindgen_test]
async fn a_sync_task_is_made_to_the_target_that_was_typed_when_the_button_was_pressed() {
    let path = "/v2/manage/namespaces/acme-web/repos/shop/sync_repo";
    let cloud = cloud(&[("GET", path, 200, "[]"), ("POST", path, 200, "")]);
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/shop/sync-tasks").await;
    screen.shows("Create sync task").await;
    screen.button("Create sync task").click();
    screen.shows("Target organization").await;
    screen.type_into("Target region", "eu-nl");
    screen.type_into("Target organization", "acme-one");
    screen.dialog_button("Create sync task").click();
    screen.type_into("Target organization", "acme-two");
    let sent = screen.sends(&cloud).await;
    assert!(sent[0].contains("acme-one"), "{sent:?}");
}

#[wasm_bindgen_test]
async fn the_tags_that_were_chosen_when_the_button_was_pressed_are_copied() {
    let path = "/v2/manage/namespaces/acme-web/repos/shop/";
    let tags = r#"[{"Tag":"1.0"},{"Tag":"2.0"}]"#;
    let cloud = cloud(&[
        (
            "GET",
            "/v2/manage/namespaces/acme-web/repos/shop/tags",
            200,
            tags,
        ),
        ("GET", path, 200, "[]"),
        ("POST", path, 200, ""),
    ]);
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/shop/sync-tasks").await;
    screen.shows("Copy tags now").await;
    screen.button("Copy tags now").click();
    screen.shows("2.0").await;
    screen.type_into("Target region", "eu-nl");
    screen.type_into("Target organization", "acme-one");
    screen.get("dialog .dialog-list input").click();
    screen.dialog_button("Copy tags now").click();
    screen.button("Select all").click();
    let sent = screen.sends(&cloud).await;
    assert!(sent[0].contains(r#""imageTag":["1.0"]"#), "{sent:?}");
}

#[wasm_bindgen_test]
async fn the_level_that_stood_there_when_the_button_was_pressed_is_given() {
    let path = "/v2/manage/namespaces/acme-web/access";
    let list = format!(r#"{{"others_auths":[{{"user_id":"{BEN}","user_name":"ben","auth":1}}]}}"#);
    let cloud = cloud(&[("GET", path, 200, &list), ("PATCH", path, 201, "")]);
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/~permissions").await;
    screen.shows("ben").await;
    screen.get("[role=columnheader] input").click();
    screen.shows("Change level").await;
    screen.button("Change level").click();
    screen.shows("The new level replaces th").await;
    screen.choose("Level", "3");
    screen.dialog_button("Change level for 1 person").click();
    screen.choose("Level", "7");
    let sent = screen.sends(&cloud).await;
    assert!(sent[0].contains(r#""auth":3"#), "{sent:?}");
}

#[wasm_bindgen_test]
async fn an_account_that_is_typed_while_another_is_looked_for_gets_nothing() {
    let path = "/v2/manage/namespaces/acme-web/repositories/shop/access-domains";
    let cloud = cloud(&[
        ("GET", of_account(path), 200, r#"{"exist":false}"#),
        ("GET", path, 200, "[]"),
        ("POST", path, 201, ""),
    ]);
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/shop/shared-accounts").await;
    screen.shows("Share with an account").await;
    screen.button("Share with an account").click();
    screen.shows("The account can then pull").await;
    screen.type_into("Account", "partner-one");
    screen.dialog_button("Share with an account").click();
    screen.type_into("Account", "partner-two");
    let sent = screen.sends(&cloud).await;
    assert!(sent[0].contains("partner-one"), "{sent:?}");
}

fn of_account(path: &str) -> &'static str {
    format!("{path}/").leak()
}
