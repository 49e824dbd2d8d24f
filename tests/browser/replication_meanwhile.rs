//! A replication policy that somebody else changes while its form is open: what is shown, and what is sent.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen};
use crate::replication::{POLICY, TO_NL};
use crate::replication_form::editing;

/// The policy as somebody else has left it.
fn tells(cloud: &Cloud, policy: String) {
    let answers = [
        ("PUT", POLICY, 200, String::new()),
        ("GET", POLICY, 200, policy),
    ];
    cloud.answer(&answers);
}

async fn edited() -> (Cloud, Screen) {
    let (cloud, screen) = editing(TO_NL, (200, "")).await;
    screen.shows("A policy copies images").await;
    screen.type_into("Target namespace", "mine");
    (cloud, screen)
}

#[wasm_bindgen_test]
async fn what_two_people_have_changed_of_a_policy_is_shown_before_one_writes_over_it() {
    let (cloud, screen) = edited().await;
    tells(
        &cloud,
        TO_NL.replace(
            r#""dest_namespace":"library""#,
            r#""dest_namespace":"theirs""#,
        ),
    );
    screen.dialog_button("Save").click();
    screen
        .shows("Somebody has changed this replication policy")
        .await;
    screen
        .shows("Target namespace: theirs. Saving replaces it.")
        .await;
    assert_eq!(screen.field("Target namespace").value(), "mine");
    assert_eq!(cloud.sent(), [""; 0]);
    screen.dialog_button("Save").click();
    let sent = screen.sends(&cloud).await;
    assert!(sent[0].contains(r#""dest_namespace":"mine""#), "{sent:?}");
}

#[wasm_bindgen_test]
async fn what_somebody_else_has_changed_of_a_policy_is_shown_and_kept_where_nothing_was_typed() {
    let (cloud, screen) = edited().await;
    let theirs = TO_NL
        .replace(
            r#""dest_registry":{"id":12}"#,
            r#""dest_registry":{"id":11}"#,
        )
        .replace(r#""value":"v*""#, r#""value":"w*""#)
        .replace(r#""override":true"#, r#""override":false"#)
        .replace("0 0 2 * * ?", "0 0 3 * * ?");
    tells(&cloud, theirs);
    screen.dialog_button("Save").click();
    screen.shows("Target registry: old-harbor").await;
    for line in [
        "Filters: Name {library,shop}/**, Tag w*",
        "Trigger: Scheduled, 0 0 3 * * ?",
        "Overwrite tags of the same name: No",
    ] {
        screen.shows(line).await;
    }
    assert!(!screen.text().contains("Saving replaces it"));
    assert_eq!(screen.field("Target registry").value(), "old-harbor");
    assert_eq!(screen.field("Filter: tag").value(), "w*");
    assert_eq!(cloud.sent(), [""; 0]);
    screen.dialog_button("Save").click();
    let sent = screen.sends(&cloud).await;
    for part in [
        r#""dest_registry":{"id":11}"#,
        r#""value":"w*""#,
        r#""cron":"0 0 3 * * ?""#,
        r#""override":false"#,
        r#""dest_namespace":"mine""#,
    ] {
        assert!(sent[0].contains(part), "{part} in {sent:?}");
    }
}

#[wasm_bindgen_test]
async fn a_policy_that_changes_once_more_is_shown_once_more() {
    let (cloud, screen) = edited().await;
    let first = TO_NL.replace(r#""enabled":true"#, r#""enabled":false"#);
    tells(&cloud, first.clone());
    screen.dialog_button("Save").click();
    screen.shows("Enabled: No").await;
    tells(&cloud, first.replace("to-nl", "to-be"));
    screen.dialog_button("Save").click();
    screen.shows("Replication policy: to-be").await;
    assert!(!screen.text().contains("Enabled: No"));
    assert_eq!(cloud.sent(), [""; 0]);
    screen.dialog_button("Save").click();
    let sent = screen.sends(&cloud).await;
    for part in [r#""name":"to-be""#, r#""enabled":false"#] {
        assert!(sent[0].contains(part), "{part} in {sent:?}");
    }
}
