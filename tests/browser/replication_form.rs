//! Creating a replication policy and changing one: what the fields say, and what is sent.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};
use crate::replication::{EXECUTIONS, ONE, POLICIES, POLICY, REGISTRIES, TO_NL, TWO_REGISTRIES};

const REPOSITORIES: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/repositories";

const THREE: &str = r#"{"total":3,"repositories":[
    {"namespace_name":"library","name":"nginx"},{"namespace_name":"library","name":"base/debian"},
    {"namespace_name":"data","name":"<b>job</b>"}]}"#;

fn cloud(registries: &str, policy: &str, create: (u16, &str), update: (u16, &str)) -> Cloud {
    let answers: Vec<Answer> = vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            EXECUTIONS,
            200,
            r#"{"total":0,"executions":[]}"#.to_owned(),
        ),
        ("PUT", POLICY, update.0, update.1.to_owned()),
        ("GET", POLICY, 200, policy.to_owned()),
        ("POST", POLICIES, create.0, create.1.to_owned()),
        (
            "GET",
            POLICIES,
            200,
            r#"{"total":0,"policies":[]}"#.to_owned(),
        ),
        ("GET", REGISTRIES, 200, registries.to_owned()),
        ("GET", REPOSITORIES, 200, THREE.to_owned()),
        ("GET", ONE, 200, r#"{"id":"i-1","name":"acme"}"#.to_owned()),
    ];
    Cloud::new(&answers)
}

async fn creating(answer: (u16, &str)) -> (Cloud, Screen) {
    let cloud = cloud(TWO_REGISTRIES, TO_NL, answer, (200, ""));
    let screen = Screen::signed_in_at(&cloud, "enterprise/i-1/policies").await;
    screen.shows("Create replication policy").await;
    screen.button("Create replication policy").click();
    screen.shows("A policy copies images").await;
    // The registries that can be named were asked for before.
    screen.shows("3 of 3 repositories match now").await;
    (cloud, screen)
}

pub async fn editing(policy: &str, answer: (u16, &str)) -> (Cloud, Screen) {
    editing_among(TWO_REGISTRIES, policy, answer).await
}

async fn editing_among(registries: &str, policy: &str, answer: (u16, &str)) -> (Cloud, Screen) {
    let cloud = cloud(registries, policy, (201, ""), answer);
    let screen = Screen::signed_in_at(&cloud, "enterprise/i-1/policies/21").await;
    screen.shows("More settings").await;
    screen.button("Edit").click();
    (cloud, screen)
}

#[wasm_bindgen_test]
async fn the_repositories_that_match_now_follow_what_is_typed() {
    let (_, screen) = creating((201, r#"{"id":31}"#)).await;
    screen.shows("3 of 3 repositories match now").await;
    screen.type_into("Filter: name", "library/*");
    screen.shows("1 of 3 repositories matches now").await;
    screen.shows("library/nginx").await;
    screen.type_into("Filter: name", "{library,data}/**");
    screen.shows("3 of 3 repositories match now").await;
    screen.shows("<b>job</b>").await;
}

#[wasm_bindgen_test]
async fn times_by_the_clock_are_told_before_they_are_sent() {
    let (_, screen) = creating((201, r#"{"id":31}"#)).await;
    screen.get("dialog input[value=scheduled]").click();
    screen.shows("Times (cron)").await;
    screen.type_into("Times (cron)", "0 30 3 29 2 ?");
    screen.shows("Next runs").await;
    screen.shows("in UTC").await;
    assert_eq!(screen.text().matches("03:30:00").count() % 5, 0);
    screen.type_into("Times (cron)", "1 30 3 * * ?");
    screen.dialog_button("Create replication policy").click();
    screen
        .shows("The first field, the second, has to be 0.")
        .await;
}

#[wasm_bindgen_test]
async fn what_is_missing_is_said_at_its_field_and_nothing_is_sent() {
    let (cloud, screen) = creating((201, r#"{"id":31}"#)).await;
    screen.type_into("Filter: name", "{library");
    screen.dialog_button("Create replication policy").click();
    screen.shows("Enter a name.").await;
    screen.shows("Select a target registry.").await;
    screen.shows("A brace is not closed.").await;
    screen.type_into("Target registry", "nobody");
    screen.shows("No target registry has this name").await;
    assert_eq!(cloud.sent(), [""; 0]);
}

#[wasm_bindgen_test]
async fn a_policy_is_created_with_every_setting_in_one_body() {
    let (cloud, screen) = creating((201, r#"{"id":31}"#)).await;
    screen.type_into("Replication policy", "to-old");
    screen.type_into("Target registry", "old-harbor");
    screen.type_into("Filter: name", "library/**");
    screen.get("dialog input[value=scheduled]").click();
    screen.shows("Times (cron)").await;
    screen.type_into("Times (cron)", "0  0 2 * * ?");
    screen.dialog_button("Create replication policy").click();
    let sent = screen.sends(&cloud).await;
    for part in [
        r#""name":"to-old""#,
        r#""dest_registry":{"id":11}"#,
        r#""filters":[{"type":"name","value":"library/**"}]"#,
        r#""cron":"0 0 2 * * ?""#,
        r#""repo_scope_mode":"regular""#,
        r#""override":false"#,
        r#""enabled":true"#,
    ] {
        assert!(sent[0].contains(part), "{part} in {sent:?}");
    }
    assert!(!sent[0].contains("src_registry"), "{sent:?}");
}

#[wasm_bindgen_test]
async fn images_can_come_from_a_registry_that_is_named_by_its_id() {
    let (cloud, screen) = creating((201, r#"{"id":31}"#)).await;
    screen.type_into("Replication policy", "from-large");
    screen.type_into("Target registry", "9007199254740993");
    screen.get("dialog input[value=pull]").click();
    screen
        .shows("The repositories of the target registry are not known here.")
        .await;
    screen.dialog_button("Create replication policy").click();
    let sent = screen.sends(&cloud).await;
    assert!(
        sent[0].contains(r#""src_registry":{"id":9007199254740993}"#),
        "{sent:?}"
    );
    assert!(!sent[0].contains("dest_registry"), "{sent:?}");
}

#[wasm_bindgen_test]
async fn a_refusal_lands_on_the_field_that_it_is_about() {
    let refused = r#"{"error_code":"SWR.400003","error_msg":"Invalid parameter: dest_namespace"}"#;
    let (cloud, screen) = creating((400, refused)).await;
    screen.type_into("Replication policy", "to-old");
    screen.type_into("Target registry", "old-harbor");
    screen.dialog_button("Create replication policy").click();
    screen.sends(&cloud).await;
    screen
        .shows("SWR refused this: Invalid parameter: dest_namespace")
        .await;
    let field = screen.field("Target namespace");
    assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn a_policy_is_changed_with_everything_else_as_it_was() {
    let policy = TO_NL.replace(
        r#"{"type":"tag","value":"v*"}"#,
        r#"{"type":"tag","value":"v*"},{"type":"name","value":"a","decoration":"excludes"}"#,
    );
    let (cloud, screen) = editing(&policy, (200, "")).await;
    screen.shows("These filters stay as they are:").await;
    screen.shows("Not Name a").await;
    assert_eq!(screen.field("Replication policy").value(), "to-nl");
    assert_eq!(screen.field("Times (cron)").value(), "0 0 2 * * ?");
    screen.type_into("Filter: tag", "");
    screen.dialog_button("Save").click();
    let sent = screen.sends(&cloud).await;
    assert!(sent[0].contains(r#""dest_registry":{"id":12}"#), "{sent:?}");
    assert!(sent[0].contains(r#""decoration":"excludes""#), "{sent:?}");
    assert!(!sent[0].contains("v*"), "{sent:?}");
}

#[wasm_bindgen_test]
async fn a_policy_that_is_not_told_whole_cannot_be_changed_and_says_why() {
    let policy = TO_NL.replace(r#""override":true,"#, "");
    let (cloud, screen) = editing(&policy, (200, "")).await;
    screen.shows("SWR does not report all settings").await;
    screen.dialog_button("Save").click();
    assert_eq!(cloud.sent(), [""; 0]);
}

#[wasm_bindgen_test]
async fn a_policy_keeps_its_registry_where_another_one_is_called_like_its_id() {
    let registries = r#"{"total":1,"registries":[{"id":99,"name":"12"}]}"#;
    let (cloud, screen) = editing_among(registries, TO_NL, (200, "")).await;
    screen.shows("repositories match now").await;
    screen.shows("A policy copies images").await;
    screen.type_into("Description", "changed");
    screen.dialog_button("Save").click();
    let sent = screen.sends(&cloud).await;
    assert!(sent[0].contains(r#""dest_registry":{"id":12}"#), "{sent:?}");
}

#[wasm_bindgen_test]
async fn what_the_service_has_listed_goes_back_as_it_came() {
    let policy = TO_NL
        .replace("to-nl", "to.nl")
        .replace("0 0 2 * * ?", "30  0 2 * * ?")
        .replace(r#""value":"v*""#, r#""value":"{v","decoration":"matches""#);
    let (cloud, screen) = editing(&policy, (200, "")).await;
    screen.shows("A policy copies images").await;
    screen.type_into("Description", "changed");
    screen.type_into("Filter: name", "library/**");
    screen.dialog_button("Save").click();
    let sent = screen.sends(&cloud).await;
    for part in [
        r#""name":"to.nl""#,
        r#""cron":"30  0 2 * * ?""#,
        r#"{"decoration":"matches","type":"tag","value":"{v"}"#,
    ] {
        assert!(sent[0].contains(part), "{part} in {sent:?}");
    }
    drop(screen);
    // What people type is bound by the rules all the same.
    let (cloud, screen) = editing(&policy, (200, "")).await;
    screen.shows("A policy copies images").await;
    screen.type_into("Replication policy", "to.de");
    screen.dialog_button("Save").click();
    screen.shows("is not allowed here").await;
    assert_eq!(cloud.sent(), [""; 0]);
}

#[wasm_bindgen_test]
async fn a_name_is_not_held_to_be_taken_because_another_one_was() {
    let (cloud, screen) = creating((201, r#"{"id":31}"#)).await;
    let answers = |status: u16| -> [Answer; 4] {
        let taken = r#"{"total":1,"policies":[{"id":5,"name":"taken"}]}"#;
        [
            ("POST", POLICIES, 201, r#"{"id":31}"#.to_owned()),
            ("GET", POLICIES, status, taken.to_owned()),
            ("GET", REGISTRIES, 200, TWO_REGISTRIES.to_owned()),
            ("GET", REPOSITORIES, 200, THREE.to_owned()),
        ]
    };
    cloud.answer(&answers(200));
    screen.type_into("Replication policy", "taken");
    screen.type_into("Target registry", "old-harbor");
    screen.dialog_button("Create replication policy").click();
    screen
        .shows("A replication policy of this name is there already")
        .await;
    assert_eq!(cloud.sent(), [""; 0]);
    cloud.answer(&answers(500));
    screen.type_into("Replication policy", "free");
    screen.dialog_button("Create replication policy").click();
    let sent = screen.sends(&cloud).await;
    assert!(sent[0].contains(r#""name":"free""#), "{sent:?}");
}

#[wasm_bindgen_test]
async fn a_change_of_a_policy_that_cannot_be_read_just_before_is_not_sent() {
    let gone = r#"{"error_code":"SWR.404001","error_msg":"not found"}"#;
    let untold = TO_NL.replace(r#""override":true,"#, "");
    for (status, body) in [(500, ""), (404, gone), (200, "[]"), (200, &untold)] {
        let (cloud, screen) = editing(TO_NL, (200, "")).await;
        screen.shows("A policy copies images").await;
        screen.type_into("Description", "changed");
        let answers = [
            ("PUT", POLICY, 200, String::new()),
            ("GET", POLICY, status, body.to_owned()),
        ];
        cloud.answer(&answers);
        screen.dialog_button("Save").click();
        screen.shows("Nothing was sent: how the policies").await;
        assert_eq!(cloud.sent(), [""; 0], "{status} {body}");
        assert_eq!(screen.field("Description").value(), "changed");
    }
}
