//! What a reload leaves of the changes: what was done is told, and nothing more is sent.

use changes::keeping::written;
use changes::{ChangeId, Event, Key, PlannedWrite, Record, Scope};
use cloud_api::swr::{AccessPlace, RemoveAccess, UpdateRepository};
use cloud_api::{Before, Mutation, RepositoryPath, UserId};
use image_console::browser::clock::now;
use image_console::browser::storage::BrowserItems;
use leptos::prelude::window;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{PageTransitionEvent, Storage};

use crate::answers::{Answer, Cloud, Screen, forget_changes, token_body};

const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
const BEN: &str = "1e2c6d7f8a9b4ac1b2d3e4f506172839";
const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
const NOBODY: &str = r#"{"id":1,"name":"shop","self_auth":null,"others_auths":[]}"#;

/// Taking Ben's access away in five repositories, of which four calls were on their way when the page was
/// reloaded.
fn keep_what_was_under_way() -> Key {
    keep(vec![(0..5).map(removal).collect()])
}

fn removal(number: u32) -> PlannedWrite {
    PlannedWrite {
        mutation: Mutation::RemoveAccess(RemoveAccess {
            place: AccessPlace::Repository(format!("acme-web/shop-{number}").parse().unwrap()),
            users: vec![BEN.parse::<UserId>().unwrap()],
        }),
        names: vec!["ben".to_owned()],
        before: Before::Nothing,
    }
}

/// In Anna's name.
fn scope() -> Scope {
    scope_of(ANNA)
}

fn scope_of(user: &str) -> Scope {
    Scope {
        cloud: "default".to_owned(),
        region: "eu-de".to_owned(),
        project_id: PROJECT.to_owned(),
        user_id: user.to_owned(),
    }
}

/// Keeps a change that was confirmed just before the reload, and nothing else; gives its key.
fn keep(stages: Vec<Vec<PlannedWrite>>) -> Key {
    keep_in(scope(), stages)
}

fn keep_in(scope: Scope, stages: Vec<Vec<PlannedWrite>>) -> Key {
    forget_changes();
    let id = ChangeId::made(now(), None, 3);
    let mut record = Record::plan(id, scope.clone(), now(), stages).unwrap();
    record.change.handle(Event::Confirmed, now());
    let key = Key { scope, id };
    let text = written(&record).unwrap();
    assert!(BrowserItems::Changes.write(&key.to_string(), &text));
    key
}

/// What the browser keeps of changes.
fn kept() -> Vec<String> {
    let names = BrowserItems::Changes.names().into_iter();
    names
        .filter_map(|name| BrowserItems::Changes.read(&name))
        .collect()
}

fn storage() -> Storage {
    window().local_storage().unwrap().unwrap()
}

/// Fills what the browser keeps to the last byte; gives what is to be removed again.
fn fill_storage() -> Vec<String> {
    let mut size = 1 << 20;
    let mut fillers = Vec::new();
    while size > 0 {
        let key = format!("filler-{}", fillers.len());
        match storage().set_item(&key, &"x".repeat(size)) {
            Ok(()) => fillers.push(key),
            Err(_) => size /= 2,
        }
    }
    fillers
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
    screen.asks(&cloud, "DELETE").await;
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
async fn making_public_what_an_undo_has_left_asks_for_the_word() {
    let repository: RepositoryPath = "acme-web/shop-1".parse().unwrap();
    let public = PlannedWrite {
        mutation: Mutation::UpdateRepository(UpdateRepository {
            repository,
            is_public: true,
            category: String::new(),
            description: String::new(),
        }),
        names: vec!["shop-1".to_owned()],
        before: Before::Nothing,
    };
    keep(vec![vec![removal(0)], vec![public]]);
    let cloud = cloud_of(ANNA, NOBODY);
    let screen = activity(&cloud).await;
    screen.shows("Send the 1 not done").await;
    screen.button("Send the 1 not done").click();
    screen.shows("To confirm, type “confirm”").await;
}

#[wasm_bindgen_test]
async fn another_person_sees_nothing_of_it_and_whose_it_is_finds_it_again() {
    keep_what_was_under_way();
    let cloud = cloud_of(BEN, NOBODY);
    let screen = activity(&cloud).await;
    screen.shows("No changes yet.").await;
    assert!(!screen.text().contains("shop-"), "{}", screen.text());
    let asked = cloud.asked();
    assert!(
        !asked.iter().any(|line| line.contains("/access")),
        "{asked:?}"
    );
    drop(screen);
    let screen = activity(&cloud_of(ANNA, NOBODY)).await;
    screen.shows("Send the 1 not done").await;
}

#[wasm_bindgen_test]
async fn the_same_person_in_another_region_is_told_of_the_number_alone() {
    // What is still answered to Anna is kept for her.
    keep_in(scope_of(BEN), vec![vec![removal(0)]]);
    let token = token_body("eu-nl").replace(ANNA, BEN);
    let answers: Vec<Answer> = vec![("GET", "/v3/auth/tokens", 200, token)];
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
async fn signing_out_and_in_again_shows_it_again() {
    keep_what_was_under_way();
    let cloud = cloud_of(ANNA, NOBODY);
    let screen = activity(&cloud).await;
    screen.shows("Send the 1 not done").await;
    // As long as something is read back, signing out asks first.
    screen.loses(".badge").await;
    screen.button("Sign out").click();
    screen.shows("Where do I get a token?").await;
    assert!(!screen.text().contains("shop-"), "{}", screen.text());
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
    screen.shows("Send the 1 not done").await;
    let kept = kept().join("");
    assert!(kept.contains("shop-4") && !kept.contains("MIIexampletoken"));
}

#[wasm_bindgen_test]
async fn a_large_change_is_kept_as_it_stands_when_the_page_is_left() {
    forget_changes();
    let row = |number: u32| {
        let id = format!("{number:032x}");
        format!(r#"{{"user_id":"{id}","user_name":"user-{number}","auth":1}}"#)
    };
    let rows: Vec<String> = (1..=400).map(row).collect();
    let cloud = cloud_of(ANNA, &format!(r#"{{"others_auths":[{}]}}"#, rows.join(",")));
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/~permissions").await;
    screen.shows("user-1").await;
    screen.get("[role=columnheader] input").click();
    screen.shows("Remove access").await;
    screen.button("Remove access").click();
    screen.shows("They lose access").await;
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen.dialog_button("Remove access for 400 people").click();
    screen.shows(": accepted, checking…").await;
    let left = PageTransitionEvent::new("pagehide").unwrap();
    window().dispatch_event(&left).unwrap();
    let kept = kept().join("");
    assert!(kept.contains(r#""state":{"done""#), "{kept}");
    assert!(!kept.contains(r#""state":"running""#), "{kept}");
}

#[wasm_bindgen_test]
async fn what_cannot_be_kept_as_it_stands_is_not_kept_as_it_stood() {
    keep_what_was_under_way();
    let stood = kept();
    let fillers = fill_storage();
    let cloud = cloud_of(ANNA, NOBODY);
    let screen = activity(&cloud).await;
    screen.shows("Send the 1 not done").await;
    let stands = kept();
    for key in fillers {
        storage().remove_item(&key).unwrap();
    }
    assert_ne!(stands, stood);
}

#[wasm_bindgen_test]
async fn a_full_storage_is_told_once_and_stops_no_change() {
    forget_changes();
    let fillers = fill_storage();
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
    let told = "This change could not be kept in the browser";
    screen.shows(told).await;
    screen.shows(": accepted, checking…").await;
    assert_eq!(writes(&cloud).len(), 1);
    assert_eq!(screen.count(".toast"), 1);
    for key in fillers {
        storage().remove_item(&key).unwrap();
    }
}

#[wasm_bindgen_test]
async fn an_address_of_a_change_leads_to_it_after_a_reload() {
    let key = keep_what_was_under_way();
    let cloud = cloud_of(ANNA, NOBODY);
    let screen = Screen::reload(&cloud);
    screen.go(&format!("activity?details=change/{}", key.id.0));
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
    screen.shows("Send the 1 not done").await;
    let panel = screen.get(".side-panel").inner_text();
    assert!(panel.contains("Not sent"), "{panel}");
}
