//! Whom a permission is granted to, and whose can be cancelled.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen, token_body};

const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
const BEN: &str = "1e2c6d7f8a9b4ac1b2d3e4f506172839";
const CARLA: &str = "2f3d7e8a9bac4bd2c3e4f5061728394a";
const FEDERATED: &str = "dora@idp";
const ACCESS: &str = "/v2/manage/namespaces/acme-web/access";

fn cloud(users: &str, access: &str) -> Cloud {
    Cloud::new(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", "/v3/users", 200, format!(r#"{{"users":[{users}]}}"#)),
        ("GET", ACCESS, 200, access.to_owned()),
        ("POST", ACCESS, 200, String::new()),
        ("DELETE", ACCESS, 204, String::new()),
    ])
}

fn user(id: &str, name: &str) -> String {
    format!(r#"{{"id":"{id}","name":"{name}","enabled":true}}"#)
}

fn row(id: &str, name: &str, auth: u8) -> String {
    format!(r#"{{"user_id":"{id}","user_name":"{name}","auth":{auth}}}"#)
}

async fn granting(cloud: &Cloud) -> Screen {
    let screen = Screen::signed_in_at(cloud, "containers/acme-web/~permissions").await;
    screen.shows("Grant access").await;
    screen.button("Grant access").click();
    screen.shows("Search users").await;
    screen
}

#[wasm_bindgen_test]
async fn the_name_of_the_one_who_was_picked_does_not_go_with_the_id_of_another() {
    let cloud = cloud(&user(BEN, "ben"), r#"{"others_auths":[]}"#);
    let screen = granting(&cloud).await;
    screen.choose("User", BEN);
    TimeoutFuture::new(0).await;
    assert_eq!(screen.field("User name (optional)").value(), "ben");
    screen.type_into("User ID", CARLA);
    screen.dialog_button("Grant access").click();
    let sent = screen.sends(&cloud).await;
    let expected = format!(r#"[{{"user_id":"{CARLA}","user_name":"{CARLA}","auth":1}}]"#);
    assert_eq!(sent, [expected]);
}

#[wasm_bindgen_test]
async fn one_of_thousands_is_found_by_a_part_of_the_name_and_the_disabled_are_marked() {
    let many: Vec<String> = (0..3_000)
        .rev()
        .map(|number| user(&format!("{number:032x}"), &format!("user-{number:04}")))
        .collect();
    let quentin = format!(r#"{{"id":"{CARLA}","name":"Quentin","enabled":false}}"#);
    let cloud = cloud(
        &format!("{},{quentin}", many.join(",")),
        r#"{"others_auths":[]}"#,
    );
    let screen = granting(&cloud).await;
    screen.shows("2,901 more users").await;
    let first = screen.get("#user-choice option:nth-child(2)").inner_text();
    assert!(first.starts_with("Quentin"), "{first}");
    assert!(first.ends_with(", disabled"), "{first}");
    screen.type_into("Search users", "ER-2718");
    screen.shows("user-2718").await;
    let options = screen.get("#user-choice").inner_text();
    assert_eq!(options.matches("user-").count(), 1, "{options}");
    screen.type_into("Search users", "nobody");
    screen.shows("No user matches the search.").await;
}

#[wasm_bindgen_test]
async fn a_federated_user_is_picked_though_nobody_could_type_the_id() {
    let cloud = cloud(&user(FEDERATED, "dora"), r#"{"others_auths":[]}"#);
    let screen = granting(&cloud).await;
    screen.type_into("User ID", "dora@elsewhere");
    screen.dialog_button("Grant access").click();
    screen.shows("is not allowed").await;
    screen.choose("User", FEDERATED);
    screen.dialog_button("Grant access").click();
    let sent = screen.sends(&cloud).await;
    assert!(sent[0].contains(FEDERATED), "{sent:?}");
}

#[wasm_bindgen_test]
async fn a_refused_grant_is_sent_again_at_the_next_press() {
    let cloud = cloud(&user(BEN, "ben"), r#"{"others_auths":[]}"#);
    let refusal = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4000014","errorMessage":"no"}]}"#;
    let mut answers = vec![("POST", ACCESS, 400, refusal.to_owned())];
    answers.extend([
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            "/v3/users",
            200,
            format!(r#"{{"users":[{}]}}"#, user(BEN, "ben")),
        ),
        ("GET", ACCESS, 200, r#"{"others_auths":[]}"#.to_owned()),
    ]);
    cloud.answer(&answers);
    let screen = granting(&cloud).await;
    screen.choose("User", BEN);
    screen.dialog_button("Grant access").click();
    screen.shows("SVCSTG.SWR.4000014").await;
    screen.dialog_button("Grant access").click();
    assert_eq!(screen.has_sent(&cloud, 2).await.len(), 2);
}

#[wasm_bindgen_test]
async fn where_a_row_could_not_be_read_nobody_knows_what_an_undo_would_take_away() {
    let list = |rows: &str| format!(r#"{{"others_auths":["broken"{rows}]}}"#);
    let cloud = cloud(&user(BEN, "ben"), &list(""));
    let screen = granting(&cloud).await;
    screen.choose("User", BEN);
    cloud.answer_after_write(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            ACCESS,
            200,
            list(&format!(",{}", row(BEN, "ben", 1))),
        ),
    ]);
    screen.dialog_button("Grant access").click();
    screen.shows(", checked with the cloud at").await;
    TimeoutFuture::new(0).await;
    assert!(!screen.text().contains("Undo"));
}

#[wasm_bindgen_test]
async fn who_is_protected_cannot_be_selected_and_says_why_and_the_federated_can() {
    let rows = [
        row(ANNA, "anna", 7),
        row(BEN, "ben", 7),
        row(FEDERATED, "dora", 3),
    ];
    let access = format!(
        r#"{{"creator_name":"ben","self_auth":{},"others_auths":[{}]}}"#,
        rows[0],
        rows.join(",")
    );
    let cloud = cloud("", &access);
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/~permissions").await;
    screen.shows("created the organization: stays").await;
    screen.shows("you cannot change your own").await;
    for (name, is_disabled) in [("anna", true), ("ben", true), ("dora", false)] {
        let input = screen.get(&format!("input[aria-label='Select {name}']"));
        assert_eq!(input.has_attribute("disabled"), is_disabled, "{name}");
    }
    screen.get("input[aria-label='Select dora']").click();
    screen.shows("Remove access").await;
    screen.button("Remove access").click();
    screen
        .shows("Direct access to single repositories stays.")
        .await;
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen.dialog_button("Remove access for 1 person").click();
    assert_eq!(screen.sends(&cloud).await, [r#"["dora@idp"]"#]);
}
