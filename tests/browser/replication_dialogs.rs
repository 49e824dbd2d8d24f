//! What is sent about replication policies and executions, and what a person is told before.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};
use crate::replication::{EXECUTIONS, ONE, POLICIES, POLICY, REGISTRIES, TO_NL, TWO_REGISTRIES};

const STOP: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/replication/executions/301";
pub const RUNNING: &str = r#"{"total":1,"executions":[{"id":301,"policy_id":21,"status":"InProgress","total":4,"succeed":1,"in_progress":3}]}"#;
const ENDED: &str = r#"{"total":1,"executions":[{"id":301,"policy_id":21,"status":"Succeed","total":4,"succeed":4}]}"#;

/// The page of the policy over such executions.
pub async fn page(policy: &str, executions: &str) -> (Cloud, Screen) {
    let answers: Vec<Answer> = vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("PUT", STOP, 200, String::new()),
        ("POST", EXECUTIONS, 202, r#"{"id":302}"#.to_owned()),
        ("GET", EXECUTIONS, 200, executions.to_owned()),
        ("PUT", POLICY, 200, String::new()),
        ("DELETE", POLICY, 204, String::new()),
        ("GET", POLICY, 200, policy.to_owned()),
        (
            "GET",
            POLICIES,
            200,
            format!(r#"{{"total":1,"policies":[{policy}]}}"#),
        ),
        ("GET", REGISTRIES, 200, TWO_REGISTRIES.to_owned()),
        ("GET", ONE, 200, r#"{"id":"i-1","name":"acme"}"#.to_owned()),
    ];
    let cloud = Cloud::new(&answers);
    let screen = Screen::signed_in_at(&cloud, "enterprise/i-1/policies/21").await;
    screen.shows("to-nl").await;
    screen.shows("Delete").await;
    (cloud, screen)
}

fn writes(cloud: &Cloud) -> Vec<String> {
    let asked = cloud.asked().into_iter();
    asked.filter(|line| !line.starts_with("GET")).collect()
}

#[wasm_bindgen_test]
async fn a_policy_is_run_after_it_was_told_from_where_to_where() {
    let (cloud, screen) = page(TO_NL, ENDED).await;
    screen.button("Run now").click();
    screen.shows("to-nl: This instance → <b>ee</b>").await;
    screen.dialog_button("Run 1 replication policy now").click();
    assert_eq!(screen.sends(&cloud).await, [r#"{"policy_id":21}"#]);
}

#[wasm_bindgen_test]
async fn to_disable_a_policy_its_whole_body_is_sent() {
    let (cloud, screen) = page(TO_NL, ENDED).await;
    screen.button("Disable").click();
    screen.shows("It still uses its target registry.").await;
    screen.shows("to-nl: This instance").await;
    screen.dialog_button("Disable 1 replication policy").click();
    let sent = screen.sends(&cloud).await;
    assert!(sent[0].contains(r#""enabled":false"#), "{sent:?}");
    assert!(sent[0].contains("{library,shop}/**"), "{sent:?}");
    assert!(sent[0].contains("0 0 2 * * ?"), "{sent:?}");
}

#[wasm_bindgen_test]
async fn a_policy_whose_settings_are_not_all_told_is_not_changed() {
    let policy = TO_NL.replace(r#""override":true,"#, "");
    let (cloud, screen) = page(&policy, ENDED).await;
    screen.button("Disable").click();
    screen.shows("SWR does not report all settings").await;
    screen
        .shows("There is nothing to do for these policies.")
        .await;
    screen.dialog_button("Disable 1 replication policy").click();
    assert_eq!(writes(&cloud), [""; 0]);
}

#[wasm_bindgen_test]
async fn what_runs_of_a_policy_is_named_and_stopped_before_it_is_deleted() {
    let (cloud, screen) = page(TO_NL, RUNNING).await;
    screen.button("Delete").click();
    screen.shows("Execution 301 is running").await;
    screen.shows("1 running execution is stopped first").await;
    screen.dialog_button("Delete 1 replication policy").click();
    screen.shows("Type “confirm” first.").await;
    assert_eq!(writes(&cloud), [""; 0]);
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen.dialog_button("Delete 1 replication policy").click();
    screen.asks(&cloud, &format!("PUT {STOP}")).await;
    let sent = writes(&cloud);
    assert!(
        !sent.iter().any(|line| line.starts_with("DELETE")),
        "{sent:?}"
    );
}

#[wasm_bindgen_test]
async fn a_policy_that_nothing_runs_of_is_deleted_without_a_typed_word() {
    let (cloud, screen) = page(TO_NL, ENDED).await;
    screen.button("Delete").click();
    screen.shows("to-nl: This instance").await;
    screen.dialog_button("Delete 1 replication policy").click();
    screen.asks(&cloud, &format!("DELETE {POLICY}")).await;
}

#[wasm_bindgen_test]
async fn an_execution_that_has_ended_cannot_be_selected_to_be_stopped() {
    let (_, screen) = page(TO_NL, ENDED).await;
    screen.shows("Executions (1)").await;
    screen.shows("4 of 4 copied").await;
    let boxes =
        screen.count(".table-row input[type=checkbox]:not([disabled]):not([aria-disabled=true])");
    assert_eq!(boxes, 0);
}

#[wasm_bindgen_test]
async fn an_execution_is_stopped_from_its_own_page() {
    let (cloud, screen) = page(TO_NL, RUNNING).await;
    screen.go("enterprise/i-1/policies/21/301");
    screen.shows("25 % ended").await;
    screen.button("Stop").click();
    screen.shows("Images that are being copied end first").await;
    screen.dialog_button("Stop 1 execution").click();
    screen.asks(&cloud, &format!("PUT {STOP}")).await;
}

#[wasm_bindgen_test]
async fn nothing_can_be_done_with_a_policy_that_was_deleted() {
    let (cloud, screen) = page(TO_NL, ENDED).await;
    let gone = r#"{"error_code":"SWR.404001","error_msg":"The policy does not exist"}"#;
    cloud.answer_after_write(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", POLICY, 404, gone.to_owned()),
        ("GET", REGISTRIES, 200, TWO_REGISTRIES.to_owned()),
    ]);
    screen.button("Delete").click();
    screen.shows("to-nl: This instance").await;
    screen.dialog_button("Delete 1 replication policy").click();
    screen
        .shows("There is no replication policy with this ID in this instance.")
        .await;
    let text = screen.text();
    for word in ["Enabled", "Disable", "Run now", "Edit"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
}

/// What is answered once the execution has ended.
fn ended() -> Vec<Answer> {
    vec![
        ("PUT", STOP, 200, String::new()),
        ("GET", EXECUTIONS, 200, ENDED.to_owned()),
        ("GET", POLICY, 200, TO_NL.to_owned()),
        ("GET", REGISTRIES, 200, TWO_REGISTRIES.to_owned()),
    ]
}

#[wasm_bindgen_test]
async fn an_execution_that_has_ended_meanwhile_is_not_stopped_and_its_dialog_says_so() {
    for at in ["", "/301"] {
        let (cloud, screen) = page(TO_NL, RUNNING).await;
        match at {
            "" => {
                screen.shows("1 of 4 copied").await;
                screen.get(".table-row input[type=checkbox]").click();
                screen.shows("Stop 1 execution").await;
                screen.button("Stop 1 execution").click();
            }
            at => {
                screen.go(&format!("enterprise/i-1/policies/21{at}"));
                screen.shows("25 % ended").await;
                screen.button("Stop").click();
            }
        }
        screen.shows("Images that are being copied end first").await;
        cloud.answer(&ended());
        screen.dialog_button("Stop 1 execution").click();
        screen.shows("All of this has ended already.").await;
        screen.dialog_button("Stop 1 execution").click();
        screen.shows("All of this has ended already.").await;
        assert_eq!(writes(&cloud), [""; 0], "{at}");
    }
}

#[wasm_bindgen_test]
async fn running_again_leads_to_the_new_execution() {
    let (cloud, screen) = page(TO_NL, ENDED).await;
    screen.go("enterprise/i-1/policies/21/301");
    screen.shows("Run again").await;
    screen.button("Run again").click();
    screen.shows("to-nl: This instance → <b>ee</b>").await;
    screen.dialog_button("Run 1 replication policy now").click();
    screen.sends(&cloud).await;
    screen.shows("Open the new execution 302").await;
    let link = "a[href='enterprise/i-1/policies/21/302']";
    assert_eq!(screen.count(link), 1);
    screen.go("enterprise/i-1/policies/21/302");
    screen.shows("Execution 302").await;
    assert_eq!(screen.count(link), 0);
}

#[wasm_bindgen_test]
async fn what_is_above_a_page_is_called_by_its_name() {
    let (_, screen) = page(TO_NL, ENDED).await;
    screen.shows("acme").await;
    let above = || screen.get(".breadcrumbs").inner_text();
    assert!(!above().contains("i-1"), "{}", above());
    screen.go("enterprise/i-1/policies/21/301");
    screen.shows("Run again").await;
    screen.shows("acme").await;
    screen.shows("to-nl").await;
    assert!(!above().contains("i-1"), "{}", above());
    assert!(!above().contains("21"), "{}", above());
}
