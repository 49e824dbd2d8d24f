//! A console that only shows.

use changes::{ItemState, PlannedWrite, Reason};
use cloud_api::swr::{AccessPlace, RemoveAccess};
use cloud_api::{ApiError, Before, Mutation, NotSent};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen, forget_changes, token_body};
use crate::at_work::{ended, signed_in_at};

const READ_ONLY: &str = r#"{"read_only":true}"#;
const ORGANIZATIONS: &str = r#"{"namespaces":[{"id":1,"name":"acme-web","auth":7}]}"#;
const PEOPLE: &str = r#"{"id":1,"name":"acme-web",
    "self_auth":{"user_id":"0d1b5c6e7f8a49b0a1c2d3e4f5061728","user_name":"anna","auth":7},
    "others_auths":[{"user_id":"1e2c6d7f8a9b4ac1b2d3e4f506172839","user_name":"ben","auth":1}]}"#;

fn cloud() -> Cloud {
    Cloud::new(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            "/v2/manage/namespaces/acme-web/access",
            200,
            PEOPLE.to_owned(),
        ),
        (
            "GET",
            "/v2/manage/namespaces",
            200,
            ORGANIZATIONS.to_owned(),
        ),
        ("DELETE", "/v2/manage/", 204, String::new()),
    ])
}

async fn signed_in(cloud: &Cloud, address: &str) -> Screen {
    forget_changes();
    let screen = Screen::set_up(cloud, READ_ONLY);
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
    screen.shows("eu-de").await;
    screen.go(address);
    screen
}

#[wasm_bindgen_test]
async fn a_change_that_is_started_all_the_same_never_leaves_the_browser() {
    let cloud = cloud();
    let signed = signed_in_at(&cloud, READ_ONLY).await;
    let removal = PlannedWrite {
        mutation: Mutation::RemoveAccess(RemoveAccess {
            place: AccessPlace::Repository("acme-web/shop".parse().unwrap()),
            users: vec!["1e2c6d7f8a9b4ac1b2d3e4f506172839".parse().unwrap()],
        }),
        names: vec!["ben".to_owned()],
        before: Before::Nothing,
    };
    let not_sent = ItemState::Failed(Reason::Refused(ApiError::NotSent(NotSent::ReadOnly)));
    let entry = signed.work.start(vec![vec![removal]]).unwrap();
    assert_eq!(ended(entry).await, not_sent);
    signed.work.retry(entry);
    assert_eq!(ended(entry).await, not_sent);
    let asked = cloud.asked();
    assert!(asked.iter().all(|it| it.starts_with("GET ")), "{asked:?}");
}

#[wasm_bindgen_test]
async fn rows_are_looked_at_and_nothing_is_made_or_selected() {
    let cloud = cloud();
    let screen = signed_in(&cloud, "containers").await;
    screen.shows("acme-web").await;
    screen.shows("This console only shows.").await;
    assert!(!screen.text().contains("Create organization"));
    assert_eq!(screen.count("[role=grid] input[type=checkbox]"), 0);
    screen.get("[role=grid] [data-menu=row]").click();
    screen.shows("Show details").await;
    let entries = screen.get("[role=menu]").inner_text();
    assert!(!entries.contains("Delete"), "{entries}");
}

#[wasm_bindgen_test]
async fn a_level_is_shown_and_not_changed() {
    let screen = signed_in(&cloud(), "containers/acme-web/access").await;
    screen.shows("ben").await;
    screen.shows("Read").await;
    assert_eq!(
        screen.count("[role=grid] [data-menu]:not([data-menu=row])"),
        0
    );
    assert!(!screen.text().contains("Grant access"));
}
