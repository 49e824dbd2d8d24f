//! What is left of a change and was changed by somebody else meanwhile is left alone, and named.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};
use crate::replication::{EXECUTIONS, POLICIES, POLICY, REGISTRIES, TO_NL, TWO_REGISTRIES};

const IN_USE: &str = r#"{"error_code":"SWR.400012","error_msg":"The policy is in use"}"#;

fn answers(policy: &str) -> Vec<Answer> {
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            EXECUTIONS,
            200,
            r#"{"total":0,"executions":[]}"#.to_owned(),
        ),
        ("DELETE", POLICY, 400, IN_USE.to_owned()),
        ("GET", POLICY, 200, policy.to_owned()),
        (
            "GET",
            POLICIES,
            200,
            format!(r#"{{"total":1,"policies":[{policy}]}}"#),
        ),
        ("GET", REGISTRIES, 200, TWO_REGISTRIES.to_owned()),
    ]
}

#[wasm_bindgen_test]
async fn a_policy_that_somebody_has_changed_since_is_not_deleted_later_and_is_named() {
    let cloud = Cloud::new(&answers(TO_NL));
    let screen = Screen::signed_in_at(&cloud, "enterprise/i-1/policies/21").await;
    screen.shows("Delete").await;
    screen.button("Delete").click();
    screen.shows("to-nl: This instance").await;
    screen.dialog_button("Delete 1 replication policy").click();
    screen.shows("Send the 1 not done").await;
    cloud.answer(&answers(&TO_NL.replace("library", "archive")));
    screen.button("Send the 1 not done").click();
    screen.shows("It is checked once more").await;
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen.dialog_button("Send what is left").click();
    screen.shows("to-nl: changed since by someone else").await;
    let deletions = |cloud: &Cloud| {
        let asked = cloud.asked().into_iter();
        asked.filter(|line| line.starts_with("DELETE")).count()
    };
    assert_eq!(deletions(&cloud), 1);
}
