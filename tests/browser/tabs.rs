//! Several tabs of one browser: what one does another shows, and leaves alone.

use changes::keeping::written;
use changes::{ChangeId, Event, Key, Notice, PlannedWrite, Record, Scope};
use cloud_api::swr::{AccessPlace, DeleteOrganization, RemoveAccess};
use cloud_api::{ApiError, Before, Mutation, NotSent, UserId};
use gloo_timers::future::TimeoutFuture;
use image_console::browser::clock::now;
use image_console::browser::locks::{Lock, ask};
use image_console::browser::storage::{BrowserItems, own};
use leptos::prelude::document;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::BroadcastChannel;

use crate::answers::{Answer, Cloud, Screen, forget_changes, token_body};

const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
const BEN: &str = "1e2c6d7f8a9b4ac1b2d3e4f506172839";
const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
const NOBODY: &str = r#"{"id":1,"name":"shop","self_auth":null,"others_auths":[]}"#;

fn key(chance: u32) -> Key {
    Key {
        scope: Scope {
            cloud: "default".to_owned(),
            region: "eu-de".to_owned(),
            project_id: PROJECT.to_owned(),
            user_id: ANNA.to_owned(),
        },
        id: ChangeId::made(now(), None, chance),
    }
}

/// Another tab has confirmed to take away Ben's access, and its call is on its way.
fn sent_elsewhere(key: &Key) {
    let user: UserId = BEN.parse().unwrap();
    let removal = PlannedWrite {
        mutation: Mutation::RemoveAccess(RemoveAccess {
            place: AccessPlace::Repository("acme-web/shop-1".parse().unwrap()),
            users: vec![user],
        }),
        names: vec!["ben".to_owned()],
        before: Before::Nothing,
    };
    keep(key, &written(&confirmed_elsewhere(key, removal)).unwrap());
}

fn confirmed_elsewhere(key: &Key, write: PlannedWrite) -> Record {
    let scope = key.scope.clone();
    let mut record = Record::plan(key.id, scope, now(), vec![vec![write]]).unwrap();
    record.change.handle(Event::Confirmed, now());
    record
}

fn keep(key: &Key, text: &str) {
    assert!(BrowserItems::Changes.write(&key.to_string(), text));
}

/// The lock that the tab has which goes on with a change.
fn locked(key: &Key) -> Lock {
    ask(&format!("change:{key}"), || (), || ()).expect("the browser knows locks")
}

/// Tells it as another tab does.
fn tell(text: &str) {
    let channel = BroadcastChannel::new(&own("tabs")).unwrap();
    channel.post_message(&JsValue::from_str(text)).unwrap();
}

fn cloud() -> Cloud {
    let answers: Vec<Answer> = vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            "/v2/manage/namespaces/acme-web/",
            200,
            NOBODY.to_owned(),
        ),
        ("DELETE", "/v2/manage/", 204, String::new()),
    ];
    Cloud::new(&answers)
}

async fn activity(cloud: &Cloud) -> Screen {
    let screen = Screen::reload(cloud);
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
    screen.shows("eu-de").await;
    screen.go("activity");
    screen
}

fn asked_about_access(cloud: &Cloud) -> usize {
    let asked = cloud.asked();
    asked.iter().filter(|it| it.contains("/access")).count()
}

#[wasm_bindgen_test]
async fn what_another_tab_goes_on_with_is_shown_and_left_alone_until_that_tab_ends() {
    forget_changes();
    let key = key(1);
    sent_elsewhere(&key);
    let other = locked(&key);
    let cloud = cloud();
    let screen = activity(&cloud).await;
    screen
        .shows("Another tab of this browser goes on with this change")
        .await;
    assert!(!screen.text().contains("Not sent"), "{}", screen.text());
    assert_eq!(asked_about_access(&cloud), 0);
    assert!(
        document().title().starts_with("(1) "),
        "{}",
        document().title()
    );
    drop(other);
    screen.shows("checked with the cloud at").await;
    assert_eq!(asked_about_access(&cloud), 1);
    assert!(!screen.text().contains("Another tab of this browser"));
    let written = cloud.asked().into_iter();
    assert_eq!(written.filter(|it| it.starts_with("DELETE")).count(), 0);
}

#[wasm_bindgen_test]
async fn what_another_tab_begins_is_shown_once_it_says_so() {
    forget_changes();
    let screen = activity(&cloud()).await;
    screen.shows("No changes yet.").await;
    let key = key(2);
    let _other = locked(&key);
    sent_elsewhere(&key);
    tell(&Notice::LookAgain(key).to_string());
    screen
        .shows("Another tab of this browser goes on with this change")
        .await;
}

#[wasm_bindgen_test]
async fn what_another_tab_has_ended_before_this_one_heard_of_it_is_read_again() {
    forget_changes();
    let list = r#"{"namespaces":[{"id":1,"name":"old-team","auth":7,"creator_name":"anna"}]}"#;
    let cloud = Cloud::new(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", "/v2/manage/namespaces", 200, list.to_owned()),
    ]);
    let screen = activity(&cloud).await;
    screen.go("containers");
    screen.shows("old-team").await;
    let lists = || {
        let asked = cloud.asked().into_iter();
        let is_list = |it: &String| it.starts_with("GET") && it.contains("/namespaces");
        asked.filter(is_list).count()
    };
    let before = lists();
    let key = key(9);
    let organization = "old-team".parse().unwrap();
    let mut record = confirmed_elsewhere(
        &key,
        PlannedWrite {
            mutation: Mutation::DeleteOrganization(DeleteOrganization { organization }),
            names: vec!["old-team".to_owned()],
            before: Before::Nothing,
        },
    );
    let call = *record.change.calls().keys().next().unwrap();
    let outcome = Err(ApiError::NotSent(NotSent::NoCredential));
    record.change.handle(Event::Answer { call, outcome }, now());
    assert!(record.change.is_settled());
    keep(&key, &written(&record).unwrap());
    tell(&Notice::LookAgain(key).to_string());
    for _ in 0..400 {
        if lists() > before {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("{}", screen.text());
}

#[wasm_bindgen_test]
async fn whoever_signs_out_in_another_tab_is_signed_out_here_and_told_why() {
    forget_changes();
    let screen = activity(&cloud()).await;
    screen.shows("No changes yet.").await;
    let mut others = key(3);
    BEN.clone_into(&mut others.scope.user_id);
    tell(&Notice::SignOut(others).to_string());
    tell("sign out everybody");
    tell(&Notice::SignOut(key(3)).to_string());
    screen.shows("you signed out in another tab").await;
    screen.shows("Where do I get a token?").await;
}

#[wasm_bindgen_test]
async fn what_cannot_be_read_is_told_and_harms_nothing() {
    forget_changes();
    let sound = key(4);
    sent_elsewhere(&sound);
    keep(&key(5), "{");
    keep(&key(6), r#"{"version":99}"#);
    let screen = activity(&cloud()).await;
    screen
        .shows("2 records of changes could not be read and are not shown.")
        .await;
    screen.shows("It is damaged.").await;
    screen
        .shows("A newer version of this console has written it.")
        .await;
    screen.shows("checked with the cloud at").await;
    let banner = screen.get(".banner.warning button");
    banner.click();
    while screen.text().contains("could not be read") {
        TimeoutFuture::new(10).await;
    }
    let kept = BrowserItems::Changes.names();
    assert_eq!(kept, [sound.to_string()]);
}

#[wasm_bindgen_test]
async fn a_change_is_forgotten_only_when_that_is_confirmed() {
    forget_changes();
    let key = key(7);
    sent_elsewhere(&key);
    let cloud = cloud();
    let screen = activity(&cloud).await;
    screen.shows("checked with the cloud at").await;
    screen.button("Forget").click();
    screen.shows("Nothing is changed in the cloud.").await;
    screen.dialog_button("Cancel").click();
    assert!(BrowserItems::Changes.read(&key.to_string()).is_some());
    let before = cloud.asked().len();
    screen.button("Forget").click();
    screen.dialog_button("Forget").click();
    screen.shows("No changes yet.").await;
    assert_eq!(BrowserItems::Changes.names(), [""; 0]);
    assert_eq!(cloud.asked().len(), before);
}

#[wasm_bindgen_test]
async fn the_tray_tells_what_is_under_way_and_leads_to_where_it_belongs() {
    forget_changes();
    let key = key(8);
    sent_elsewhere(&key);
    let _other = locked(&key);
    let screen = activity(&cloud()).await;
    screen.shows("Another tab of this browser").await;
    assert!(screen.find("#jobs-tray li").is_none());
    screen.get(".jobs").click();
    screen.shows("All in Activity").await;
    let link = screen.get("#jobs-tray li a");
    let address = link.get_attribute("href").unwrap();
    assert_eq!(address, "containers/acme-web/shop-1/permissions");
    let words = link.text_content().unwrap();
    assert!(words.contains("shop-1"), "{words}");
}
