//! Enter in the dialogs before a write. What a browser does on Enter in a text field is to send its form.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::answers::{Answer, Cloud, Screen, token_body};
use crate::keys::{Key, press_holding};

const WORD: &str = "To confirm, type “confirm”";

/// What Enter does in a field, as often as it is pressed.
fn enter(field: &HtmlInputElement, times: usize) {
    let form = field.form().expect("the field is in a form");
    for _ in 0..times {
        form.request_submit().unwrap();
    }
}

fn cloud(answers: &[(&'static str, &'static str, u16, &str)]) -> Cloud {
    let mut all: Vec<Answer> = vec![("GET", "/v3/auth/tokens", 200, token_body("eu-de"))];
    let answers = answers.iter();
    all.extend(
        answers.map(|(method, path, status, body)| (*method, *path, *status, (*body).to_owned())),
    );
    Cloud::new(&all)
}

fn writes(cloud: &Cloud) -> Vec<String> {
    let mut asked = cloud.asked();
    asked.retain(|line| !line.starts_with("GET "));
    asked
}

/// The dialog that makes an organization.
async fn creation() -> (Cloud, Screen) {
    let not_there = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4040091","errorMessage":"not there"}]}"#;
    let cloud = cloud(&[
        ("GET", "/v2/manage/namespaces/", 404, not_there),
        ("GET", "/v2/manage/namespaces", 200, r#"{"namespaces":[]}"#),
        ("POST", "/v2/manage/namespaces", 201, ""),
    ]);
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    screen.shows("Create organization").await;
    screen.button("Create organization").click();
    screen.shows("Holds image repositories").await;
    (cloud, screen)
}

#[wasm_bindgen_test]
async fn enter_in_a_field_sends_what_stands_there_and_only_once() {
    let (cloud, screen) = creation().await;
    screen.type_into("Organization", "acme-one");
    enter(&screen.field("Organization"), 3);
    let sent = screen.sends(&cloud).await;
    assert!(sent[0].contains("acme-one"), "{sent:?}");
    assert_eq!(writes(&cloud).len(), 1);
}

#[wasm_bindgen_test]
async fn enter_in_a_field_that_is_not_complete_says_what_is_missing() {
    let (cloud, screen) = creation().await;
    screen.type_into("Organization", "acme/");
    enter(&screen.field("Organization"), 1);
    screen.shows("Character 5").await;
    assert_eq!(writes(&cloud), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn enter_confirms_with_the_right_word_alone() {
    let path = "/v2/manage/namespaces/acme-web/access";
    let list = r#"{"others_auths":[
        {"user_id":"1e2c6d7f8a9b4ac1b2d3e4f506172839","user_name":"ben","auth":1},
        {"user_id":"2f3d7e8a9bac4bd2c3e4f5061728394a","user_name":"carla","auth":1}]}"#;
    let cloud = cloud(&[("GET", path, 200, list), ("DELETE", path, 200, "")]);
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/~permissions").await;
    screen.shows("carla").await;
    screen.get("[role=columnheader] input").click();
    screen.shows("Remove access").await;
    screen.button("Remove access").click();
    screen.shows(WORD).await;
    enter(&screen.field(WORD), 1);
    screen.shows("Type “confirm” first.").await;
    screen.type_into(WORD, "conf");
    enter(&screen.field(WORD), 1);
    assert_eq!(writes(&cloud), Vec::<String>::new());
    screen.type_into(WORD, "confirm");
    enter(&screen.field(WORD), 2);
    screen.sends(&cloud).await;
    assert_eq!(writes(&cloud).len(), 1);
}

#[wasm_bindgen_test]
async fn enter_in_a_filter_or_on_a_choice_sends_nothing() {
    let cloud = cloud(&[("GET", "/v5/", 200, r#"{"data_list":[],"total_num":0}"#)]);
    let screen = Screen::signed_in_at(&cloud, "security-sync").await;
    screen.shows("Start a sync").await;
    screen.button("Start a sync").click();
    screen.shows("Selected registries").await;
    let choice: HtmlElement = screen.get("dialog input[value=picked]");
    choice.click();
    screen.shows("Filter registries").await;
    choice.focus().unwrap();
    assert_eq!(press_holding(&[], "Enter"), Key::Taken);
    screen.get("dialog input[type=search]").focus().unwrap();
    assert_eq!(press_holding(&[], "Enter"), Key::Taken);
    screen.dialog_button("Cancel").focus().unwrap();
    assert_eq!(press_holding(&[], "Enter"), Key::Left);
}
