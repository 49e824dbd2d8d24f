//! What a reload leaves of the changes: what was done is told, and nothing more is sent.

use changes::keeping::{LONGEST, Line, together};
use changes::{ChangeId, Event, PlannedWrite, Record, Scope};
use cloud_api::swr::{AccessPlace, RemoveAccess};
use cloud_api::{Before, Mutation, UserId};
use image_console::browser::clock::now;
use image_console::browser::storage::TabItem;
use leptos::prelude::window;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, forget_changes, token_body};

const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
const BEN: &str = "1e2c6d7f8a9b4ac1b2d3e4f506172839";
const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
const NOBODY: &str = r#"{"id":1,"name":"shop","self_auth":null,"others_auths":[]}"#;

/// Taking Ben's access away in five repositories, of which four calls were on their way when the page was
/// reloaded.
fn keep_what_was_under_way() {
    let write = |number: u32| PlannedWrite {
        mutation: Mutation::RemoveAccess(RemoveAccess {
            place: AccessPlace::Repository(format!("acme-web/shop-{number}").parse().unwrap()),
            users: vec![BEN.parse::<UserId>().unwrap()],
        }),
        names: vec!["ben".to_owned()],
        before: Before::Nothing,
    };
    let scope = Scope {
        cloud: "default".to_owned(),
        region: "eu-de".to_owned(),
        project_id: PROJECT.to_owned(),
        user_id: ANNA.to_owned(),
    };
    let stages = vec![(0..5).map(write).collect()];
    let mut record = Record::plan(ChangeId(3), scope, now(), stages).unwrap();
    record.change.handle(Event::Confirmed, now());
    let lines = [Line::of(&record).unwrap()];
    assert!(TabItem::Changes.write(&together(&lines, LONGEST).text));
}

fn cloud_of(user: &str, access: &str) -> Cloud {
    let token = token_body("eu-de").replace(ANNA, user);
    let answers: Vec<Answer> = vec![
        ("GET", "/v3/auth/tokens", 200, token),
        (
            "GET",
            "/v2/manage/namespaces/acme-web/",
            200,
            access.to_owned(),
        ),
        ("DELETE", "/v2/manage/", 204, String::new()),
    ];
    Cloud::new(&answers)
}

/// Activity after the reload.
async fn activity(cloud: &Cloud) -> Screen {
    let screen = Screen::reload(cloud);
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
    screen.shows("eu-de").await;
    screen.go("activity");
    screen
}

fn writes(cloud: &Cloud) -> Vec<String> {
    let asked = cloud.asked().into_iter();
    asked.filter(|line| line.starts_with("DELETE")).collect()
}

#[wasm_bindgen_test]
async fn after_a_reload_what_was_sent_is_read_back_and_nothing_is_sent() {
    keep_what_was_under_way();
    let cloud = cloud_of(ANNA, NOBODY);
    let screen = activity(&cloud).await;
    screen.shows("Removed, checked with the cloud at").await;
    screen.shows("Not sent").await;
    screen.shows("Send the 1 not done").await;
    assert_eq!(writes(&cloud), [""; 0]);
    let read: Vec<String> = cloud.asked();
    let read = read.iter().filter(|line| line.contains("/access"));
    assert_eq!(read.count(), 4, "{:?}", cloud.asked());
}

#[wasm_bindgen_test]
async fn what_is_left_is_looked_at_and_not_sent_when_it_is_as_wanted() {
    keep_what_was_under_way();
    let cloud = cloud_of(ANNA, NOBODY);
    let screen = activity(&cloud).await;
    screen.shows("Send the 1 not done").await;
    screen.button("Send the 1 not done").click();
    screen
        .shows("It is checked once more before anything is sent")
        .await;
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen.dialog_button("Send what is left").click();
    screen.shows("There is nothing to send").await;
    assert_eq!(writes(&cloud), [""; 0]);
}

#[wasm_bindgen_test]
async fn what_is_left_is_sent_once_it_is_confirmed_and_not_offered_again() {
    keep_what_was_under_way();
    let ben = format!(r#"{{"others_auths":[{{"user_id":"{BEN}","user_name":"ben","auth":1}}]}}"#);
    let cloud = cloud_of(ANNA, NOBODY);
    let screen = activity(&cloud).await;
    screen.shows("Send the 1 not done").await;
    cloud.answer(&[("GET", "/v2/manage/namespaces/acme-web/", 200, ben)]);
    screen.button("Send the 1 not done").click();
    screen
        .shows("It is checked once more before anything is sent")
        .await;
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen.dialog_button("Send what is left").click();
    screen
        .shows("What was left here was sent again in a later change.")
        .await;
    let repository = "/v2/manage/namespaces/acme-web/repos/shop-4/access";
    assert_eq!(writes(&cloud).len(), 1);
    assert!(
        writes(&cloud)[0].contains(repository),
        "{:?}",
        writes(&cloud)
    );
    assert!(!screen.text().contains("Send the 1 not done"));
}

#[wasm_bindgen_test]
async fn another_person_sees_nothing_of_it_and_the_tab_forgets_it() {
    keep_what_was_under_way();
    let cloud = cloud_of(BEN, NOBODY);
    let screen = activity(&cloud).await;
    screen.shows("No changes yet.").await;
    assert!(!screen.text().contains("shop-"), "{}", screen.text());
    assert_eq!(TabItem::Changes.read().unwrap_or_default(), "");
    drop(screen);
    let screen = activity(&cloud_of(ANNA, NOBODY)).await;
    screen.shows("No changes yet.").await;
}

#[wasm_bindgen_test]
async fn the_same_person_in_another_region_is_told_of_the_number_alone() {
    keep_what_was_under_way();
    let answers: Vec<Answer> = vec![("GET", "/v3/auth/tokens", 200, token_body("eu-nl"))];
    let cloud = Cloud::new(&answers);
    let screen = Screen::reload(&cloud);
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
    screen.shows("eu-nl").await;
    screen.go("activity");
    screen
        .shows("1 change that you made in another region or project")
        .await;
    assert!(!screen.text().contains("shop-"), "{}", screen.text());
}

#[wasm_bindgen_test]
async fn signing_out_takes_it_out_of_the_tab() {
    keep_what_was_under_way();
    let cloud = cloud_of(ANNA, NOBODY);
    let screen = activity(&cloud).await;
    screen.shows("Send the 1 not done").await;
    screen.button("Sign out").click();
    screen.shows("Where do I get a token?").await;
    assert_eq!(TabItem::Changes.read(), None);
}

#[wasm_bindgen_test]
async fn a_full_storage_is_told_once_and_stops_no_change() {
    forget_changes();
    let storage = window().session_storage().unwrap().unwrap();
    let mut size = 1 << 20;
    let mut fillers = Vec::new();
    while size > 0 {
        let key = format!("filler-{}", fillers.len());
        match storage.set_item(&key, &"x".repeat(size)) {
            Ok(()) => fillers.push(key),
            Err(_) => size /= 2,
        }
    }
    let ben = format!(r#"{{"others_auths":[{{"user_id":"{BEN}","user_name":"ben","auth":1}}]}}"#);
    let cloud = cloud_of(ANNA, &ben);
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/~permissions").await;
    screen.shows("ben").await;
    screen.get("[role=columnheader] input").click();
    screen.shows("Remove access").await;
    screen.button("Remove access").click();
    screen.shows("They lose access").await;
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen.dialog_button("Remove access for 1 person").click();
    let told = "This change could not be kept in the tab";
    screen.shows(told).await;
    screen.shows(": accepted, checking…").await;
    assert_eq!(writes(&cloud).len(), 1);
    assert_eq!(screen.count(".toast"), 1);
    for key in fillers {
        storage.remove_item(&key).unwrap();
    }
}
