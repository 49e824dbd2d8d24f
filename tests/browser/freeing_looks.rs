//! What is read before registries and policies are deleted is what is told and what is sent.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen};
use crate::enterprise_registries_dialogs::{
    EE, LARGE, NONE, RUNNING, THREE, answers, deleting, in_use, page, writes,
};
use crate::replication::{EXECUTIONS, POLICY, TO_NL};

/// The executions of the policy 21 alone.
const OF_21: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/replication/executions?limit=100&offset=0&policy_id=21";
/// Another policy.
const POLICY_22: &str =
    "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/replication/policies/22";
const OF_MANY: &str =
    r#"{"total":101,"executions":[{"id":300,"policy_id":21,"status":"Succeed"}]}"#;
const MORE: &str = "more of them may be running";

/// The same answers, of which those to a path are others.
fn answers_but(path: &'static str, body: &str) -> Vec<Answer> {
    let mut answers = answers((200, &in_use()), NONE, THREE);
    answers.insert(0, ("GET", path, 200, body.to_owned()));
    answers
}

#[wasm_bindgen_test]
async fn executions_that_were_not_all_read_may_keep_a_registry_in_use_too() {
    let (_, screen) = page((200, &in_use()), OF_MANY).await;
    deleting(&screen, &[0]).await;
    screen.shows(MORE).await;
    drop(screen);
    let unread = r#"{"total":1,"executions":[7]}"#;
    let (_, screen) = page((200, &in_use()), unread).await;
    deleting(&screen, &[0]).await;
    screen.shows(MORE).await;
    drop(screen);
    let (_, screen) = page((200, &in_use()), RUNNING).await;
    deleting(&screen, &[0]).await;
    screen.shows("Execution 301 is running").await;
    assert!(!screen.text().contains(MORE), "{}", screen.text());
}

#[wasm_bindgen_test]
async fn what_runs_of_policies_is_read_of_each_and_more_of_it_asks_for_the_word() {
    let other = TO_NL
        .replace(r#""id":21"#, r#""id":22"#)
        .replace("to-nl", "to-us");
    let policies = format!(r#"{{"total":2,"policies":[{TO_NL},{other}]}}"#);
    let mut answers = answers((200, &policies), NONE, THREE);
    answers.insert(0, ("GET", OF_21, 200, RUNNING.to_owned()));
    answers.insert(0, ("GET", POLICY_22, 200, other));
    let cloud = Cloud::new(&answers);
    let screen = Screen::signed_in_at(&cloud, "enterprise/i-1/policies").await;
    screen.shows("to-us").await;
    for place in [0, 1] {
        let choice = screen.nth(".table-row input[type=checkbox]", place);
        wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(choice).click();
    }
    screen.shows("Delete 2 replication policies").await;
    screen.button("Delete 2 replication policies").click();
    screen.shows("Execution 301 is running").await;
    drop(screen);

    let mut answers = answers_but(EXECUTIONS, OF_MANY);
    answers.push(("DELETE", POLICY, 204, String::new()));
    let cloud = Cloud::new(&answers);
    let screen = Screen::signed_in_at(&cloud, "enterprise/i-1/policies/21").await;
    screen.shows("Delete").await;
    screen.button("Delete").click();
    screen.shows(MORE).await;
    screen.dialog_button("Delete 1 replication policy").click();
    screen.shows("Type “confirm” first.").await;
    assert_eq!(writes(&cloud), [""; 0]);
}

#[wasm_bindgen_test]
async fn a_registry_is_called_as_it_is_called_by_now_with_its_id() {
    let (cloud, screen) = page((200, &in_use()), NONE).await;
    let renamed = THREE.replace("<b>ee</b>", "ee-us");
    cloud.answer(&answers((200, &in_use()), NONE, &renamed));
    deleting(&screen, &[0]).await;
    screen.shows("ee-us (ID 12)").await;
    screen.shows("to-nl: This instance → ee-us").await;
}

#[wasm_bindgen_test]
async fn a_policy_is_called_as_it_is_called_by_now() {
    let (cloud, screen) = page((200, &in_use()), NONE).await;
    screen.go("enterprise/i-1/policies/21");
    screen.shows("Run now").await;
    cloud.answer(&answers_but(POLICY, &TO_NL.replace("to-nl", "to-us")));
    screen.button("Delete").click();
    screen.shows("to-us: This instance").await;
}

#[wasm_bindgen_test]
async fn a_policy_is_not_pointed_at_a_registry_that_is_gone_by_then() {
    let (cloud, screen) = page((200, &in_use()), NONE).await;
    deleting(&screen, &[0]).await;
    screen.choose("What happens to to-nl", "9007199254740993");
    let one = r#"{"total":1,"registries":[{"id":12,"name":"<b>ee</b>"}]}"#;
    cloud.answer(&answers((200, &in_use()), NONE, one));
    let press = || {
        screen.type_into("To confirm, type “confirm”", "confirm");
        screen
            .dialog_button("Free and delete 1 target registry")
            .click();
    };
    press();
    screen.shows("has changed since it was shown").await;
    assert_eq!(writes(&cloud), [""; 0]);
    assert_eq!(screen.field("What happens to to-nl").value(), "");
    press();
    screen.asks(&cloud, &format!("DELETE {POLICY}")).await;
    assert_eq!(cloud.sent(), [""; 0]);
}

#[wasm_bindgen_test]
async fn policies_of_a_registry_that_is_gone_are_not_deleted_for_it() {
    let (cloud, screen) = page((200, &in_use()), NONE).await;
    let large = r#"{"total":1,"registries":[{"id":9007199254740993,"name":"large"}]}"#;
    cloud.answer(&answers((200, &in_use()), NONE, large));
    deleting(&screen, &[0, 1]).await;
    assert!(!screen.text().contains("in the way"), "{}", screen.text());
    screen.dialog_button("Delete 1 target registry").click();
    screen.asks(&cloud, &format!("DELETE {LARGE}")).await;
    let sent = writes(&cloud);
    assert_eq!(
        sent,
        [format!("DELETE {LARGE}")],
        "and neither {POLICY} nor {EE}"
    );
}

#[wasm_bindgen_test]
async fn the_registries_that_a_policy_can_be_pointed_to_stand_by_name() {
    let more = r#""odd"},{"id":14,"name":"Zebra"},{"id":15,"name":"alpha"}"#;
    let registries = THREE.replace(r#""odd"}"#, more);
    let cloud = Cloud::new(&answers((200, &in_use()), NONE, &registries));
    let screen = Screen::signed_in_at(&cloud, "enterprise/i-1/registries").await;
    screen.shows("Zebra").await;
    deleting(&screen, &[0]).await;
    let options: Vec<String> = (1..4)
        .map(|place| screen.nth("dialog option", place))
        .map(|option| option.text_content().unwrap_or_default())
        .collect();
    let by_name = [
        "Point it to alpha",
        "Point it to large",
        "Point it to Zebra",
    ];
    assert_eq!(options, by_name);
}
