//! What is sent about target registries, and what a person is told before.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};
use crate::replication::{EXECUTIONS, ONE, POLICIES, POLICY, REGISTRIES, TO_NL};

/// A registry beyond what a float holds.
pub const LARGE: &str =
    "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/registries/9007199254740993";
pub const EE: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/registries/12";
const STOP: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/replication/executions/301";

pub const THREE: &str = r#"{"total":3,"registries":[
    {"id":9007199254740993,"name":"large","type":"swr-pro","status":"healthy"},
    {"id":12,"name":"<b>ee</b>","type":"swr-pro-internal","status":"healthy"},
    {"id":"?","name":"odd"}]}"#;
pub const NONE: &str = r#"{"total":0,"executions":[]}"#;
pub const RUNNING: &str = r#"{"total":1,"executions":[{"id":301,"policy_id":21,"status":"InProgress","total":4,"succeed":1,"in_progress":3}]}"#;

/// Answers over these policies, executions and registries.
pub fn answers(policies: (u16, &str), executions: &str, registries: &str) -> Vec<Answer> {
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("DELETE", LARGE, 204, String::new()),
        ("DELETE", EE, 204, String::new()),
        ("GET", LARGE, 404, String::new()),
        ("PUT", STOP, 200, String::new()),
        ("GET", EXECUTIONS, 200, executions.to_owned()),
        ("PUT", POLICY, 200, String::new()),
        ("DELETE", POLICY, 204, String::new()),
        ("GET", POLICY, 200, TO_NL.to_owned()),
        ("GET", POLICIES, policies.0, policies.1.to_owned()),
        ("GET", REGISTRIES, 200, registries.to_owned()),
        ("GET", ONE, 200, r#"{"id":"i-1","name":"acme"}"#.to_owned()),
    ]
}

/// The registries of an instance with these policies and executions.
pub async fn page(policies: (u16, &str), executions: &str) -> (Cloud, Screen) {
    let answers = answers(policies, executions, THREE);
    let cloud = Cloud::new(&answers);
    let screen = Screen::signed_in_at(&cloud, "enterprise/i-1/registries").await;
    screen.shows("large").await;
    (cloud, screen)
}

/// The one policy, which uses the registry 12.
pub fn in_use() -> String {
    format!(r#"{{"total":1,"policies":[{TO_NL}]}}"#)
}

pub fn writes(cloud: &Cloud) -> Vec<String> {
    let asked = cloud.asked().into_iter();
    asked.filter(|line| !line.starts_with("GET")).collect()
}

/// Opens the dialog about the registries at these places.
pub async fn deleting(screen: &Screen, places: &[usize]) {
    for place in places {
        let choice = screen.nth(".table-row input[type=checkbox]", *place);
        wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(choice).click();
    }
    let count = places.len();
    let thing = match count {
        1 => "registry",
        _ => "registries",
    };
    let words = format!("Delete {count} target {thing}");
    screen.shows(&words).await;
    screen.button(&words).click();
    screen.shows("What is there stays").await;
    screen.loses("dialog p[role=status]").await;
}

#[wasm_bindgen_test]
async fn a_registry_that_nothing_uses_is_deleted_plainly_by_its_exact_id() {
    let (cloud, screen) = page((200, &in_use()), NONE).await;
    deleting(&screen, &[1]).await;
    screen.shows("creating the registry again needs it").await;
    assert!(!screen.text().contains("in the way"), "{}", screen.text());
    screen.dialog_button("Delete 1 target registry").click();
    screen.asks(&cloud, &format!("DELETE {LARGE}")).await;
    assert_eq!(writes(&cloud).len(), 1);
}

#[wasm_bindgen_test]
async fn a_registry_in_use_is_freed_first_and_what_is_in_the_way_is_named() {
    let (cloud, screen) = page((200, &in_use()), RUNNING).await;
    deleting(&screen, &[0]).await;
    screen.shows("1 replication policy is in the way").await;
    screen.shows("to-nl: This instance → <b>ee</b>").await;
    screen.shows("Execution 301 is running").await;
    screen.shows("1 running execution is stopped first").await;
    screen
        .dialog_button("Free and delete 1 target registry")
        .click();
    screen.shows("Type “confirm” first.").await;
    assert_eq!(writes(&cloud), [""; 0]);
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen
        .dialog_button("Free and delete 1 target registry")
        .click();
    screen.asks(&cloud, &format!("PUT {STOP}")).await;
    let sent = writes(&cloud);
    assert!(!sent.iter().any(|it| it.starts_with("DELETE")), "{sent:?}");
}

#[wasm_bindgen_test]
async fn a_policy_is_deleted_before_its_registry_unless_it_is_pointed_elsewhere() {
    let (cloud, screen) = page((200, &in_use()), NONE).await;
    deleting(&screen, &[0]).await;
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen
        .dialog_button("Free and delete 1 target registry")
        .click();
    screen.asks(&cloud, &format!("DELETE {POLICY}")).await;
    drop(screen);
    let (cloud, screen) = page((200, &in_use()), NONE).await;
    deleting(&screen, &[0]).await;
    screen.choose("What happens to to-nl", "9007199254740993");
    let choice = screen.field("What happens to to-nl");
    assert_eq!(choice.value(), "9007199254740993", "it can be picked");
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen
        .dialog_button("Free and delete 1 target registry")
        .click();
    let sent = screen.sends(&cloud).await;
    assert!(
        sent[0].contains(r#""dest_registry":{"id":9007199254740993}"#),
        "{sent:?}"
    );
    assert!(sent[0].contains("0 0 2 * * ?"), "{sent:?}");
}

#[wasm_bindgen_test]
async fn a_policy_that_is_not_told_whole_can_only_be_deleted_and_says_so() {
    let policy = TO_NL.replace(r#""override":true,"#, "");
    let policies = format!(r#"{{"total":1,"policies":[{policy}]}}"#);
    let (_, screen) = page((200, &policies), NONE).await;
    deleting(&screen, &[0]).await;
    screen.shows("Undo cannot create it again").await;
    assert_eq!(screen.count("dialog select"), 0);
}

#[wasm_bindgen_test]
async fn who_uses_a_registry_has_to_be_known_before_it_is_deleted() {
    let denied = r#"{"error_code":"SVCSTG.SWR.4030170","error_msg":"Insufficient permissions"}"#;
    let (cloud, screen) = page((403, denied), NONE).await;
    deleting(&screen, &[1]).await;
    screen.shows("could not be checked, so nothing was").await;
    screen.dialog_button("Delete 1 target registry").click();
    assert_eq!(writes(&cloud), [""; 0]);
}

#[wasm_bindgen_test]
async fn policies_that_cannot_be_read_may_use_it_too_and_ask_for_the_word() {
    let policies = r#"{"total":2,"policies":[7,{"id":22,"name":"odd","src_registry":{"id":"?"},"dest_registry":{"id":0}}]}"#;
    let (_, screen) = page((200, policies), NONE).await;
    deleting(&screen, &[1]).await;
    screen.shows("more of them may use a target registry").await;
    screen.dialog_button("Delete 1 target registry").click();
    screen.shows("Type “confirm” first.").await;
}
