//! Tabs of a browser that knows no locks, as over plain http: they write down which of them goes on.

use changes::claim::{Claim, TabId};
use changes::keeping::written;
use changes::{ChangeId, Event, Key, PlannedWrite, Record, Scope};
use cloud_api::swr::{AccessPlace, RemoveAccess};
use cloud_api::{Before, Mutation};
use image_console::browser::clock::{computer_time, now};
use image_console::browser::storage::BrowserItems;
use js_sys::{Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, forget_changes, token_body};

const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
const BEN: &str = "1e2c6d7f8a9b4ac1b2d3e4f506172839";
const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
const ACCESS: &str = "/v2/manage/namespaces/acme-web/";

/// A browser that knows no locks, until it is dropped.
struct NoLocks;

impl NoLocks {
    fn begin() -> Self {
        let property = Object::new();
        for (name, value) in [("value", JsValue::UNDEFINED), ("configurable", true.into())] {
            Reflect::set(&property, &name.into(), &value).unwrap();
        }
        let navigator = window().navigator();
        Object::define_property(&navigator, &"locks".into(), &property);
        Self
    }
}

impl Drop for NoLocks {
    fn drop(&mut self) {
        let navigator = window().navigator();
        Reflect::delete_property(&navigator, &"locks".into()).unwrap();
    }
}

/// Another tab has confirmed to take Ben's access away, and its call is on its way.
fn sent_elsewhere() -> Key {
    forget_changes();
    let removal = PlannedWrite {
        mutation: Mutation::RemoveAccess(RemoveAccess {
            place: AccessPlace::Repository("acme-web/shop-1".parse().unwrap()),
            users: vec![BEN.parse().unwrap()],
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
    let id = ChangeId::made(now(), None, 9);
    let mut record = Record::plan(id, scope.clone(), now(), vec![vec![removal]]).unwrap();
    record.change.handle(Event::Confirmed, now());
    let key = Key { scope, id };
    let text = written(&record).unwrap();
    assert!(BrowserItems::Changes.write(&key.to_string(), &text));
    key
}

/// Another tab said so many milliseconds ago that it goes on with the change.
fn claimed(key: &Key, ago: i64) {
    let claim = Claim {
        tab: TabId(1),
        at: computer_time().plus_milliseconds(-ago),
    };
    assert!(BrowserItems::Claims.write(&key.to_string(), &claim.to_string()));
}

fn claim_of(key: &Key) -> Option<TabId> {
    let text = BrowserItems::Claims.read(&key.to_string())?;
    Some(text.parse::<Claim>().unwrap().tab)
}

fn cloud(access: &str) -> Cloud {
    let answers: Vec<Answer> = vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", ACCESS, 200, access.to_owned()),
        ("DELETE", ACCESS, 204, String::new()),
    ];
    Cloud::new(&answers)
}

fn nobody() -> Cloud {
    cloud(r#"{"others_auths":[]}"#)
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
async fn what_another_tab_claims_is_shown_and_left_alone() {
    let _no_locks = NoLocks::begin();
    let key = sent_elsewhere();
    claimed(&key, 30_000);
    let cloud = nobody();
    let screen = activity(&cloud).await;
    screen.shows("Another tab of this browser").await;
    assert_eq!(asked_about_access(&cloud), 0);
    assert_eq!(claim_of(&key), Some(TabId(1)));
}

#[wasm_bindgen_test]
async fn what_a_tab_has_left_that_says_nothing_any_more_is_taken_over_and_only_read() {
    let _no_locks = NoLocks::begin();
    let key = sent_elsewhere();
    claimed(&key, 90_000);
    let cloud = nobody();
    let screen = activity(&cloud).await;
    screen.shows(", checked with the cloud at").await;
    let asked = cloud.asked();
    assert!(
        !asked.iter().any(|line| line.starts_with("DELETE")),
        "{asked:?}"
    );
    // It is given back once nothing is left to do.
    assert_eq!(claim_of(&key), None);
}

#[wasm_bindgen_test]
async fn what_is_confirmed_here_is_claimed_sent_and_given_back() {
    let _no_locks = NoLocks::begin();
    let ben = format!(r#"{{"others_auths":[{{"user_id":"{BEN}","user_name":"ben","auth":1}}]}}"#);
    let cloud = cloud(&ben);
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/~permissions").await;
    screen.shows("ben").await;
    screen.get("[role=columnheader] input").click();
    screen.shows("Remove access").await;
    screen.button("Remove access").click();
    screen.shows("They lose access").await;
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen.dialog_button("Remove access for 1 person").click();
    screen.asks(&cloud, "DELETE").await;
    let claims = BrowserItems::Claims.names();
    assert_eq!(claims.len(), 1, "{claims:?}");
    cloud.answer(&[("GET", ACCESS, 200, r#"{"others_auths":[]}"#.to_owned())]);
    screen.shows(", checked with the cloud at").await;
    assert_eq!(BrowserItems::Claims.names(), [""; 0]);
}

#[wasm_bindgen_test]
async fn a_browser_that_keeps_nothing_carries_out_all_the_same() {
    let _no_locks = NoLocks::begin();
    forget_changes();
    let storage = window().local_storage().unwrap().unwrap();
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
    let cloud = cloud(&ben);
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/~permissions").await;
    screen.shows("ben").await;
    screen.get("[role=columnheader] input").click();
    screen.shows("Remove access").await;
    screen.button("Remove access").click();
    screen.shows("They lose access").await;
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen.dialog_button("Remove access for 1 person").click();
    screen.asks(&cloud, "DELETE").await;
    cloud.answer(&[("GET", ACCESS, 200, r#"{"others_auths":[]}"#.to_owned())]);
    screen.shows(", checked with the cloud at").await;
    for key in fillers {
        storage.remove_item(&key).unwrap();
    }
}
