//! The secret of a target registry: in the request alone, never in what the browser keeps.

use changes::{ItemState, PlannedWrite, Reason};
use cloud_api::enterprise::{
    AccessSecret, Certificates, CreateRegistry, RegistrySettings, RegistryTarget,
};
use cloud_api::{ApiError, Before, Mutation, NotSent};
use gloo_timers::future::TimeoutFuture;
use image_console::session::Keep;
use image_console::work::Work;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, token_body};
use crate::at_work::{Signed, ended, signed_in};

const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
const REGISTRIES: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i1/registries";
const SECRET: &str = "pa\"ss\\w0rd-do-not-keep";
const IN_USE: &str = r#"{"error_code":"SWR.400021","error_msg":"unhealthy"}"#;

fn write() -> PlannedWrite {
    write_to("https://swr.eu-de.example")
}

fn write_to(url: &str) -> PlannedWrite {
    let create = CreateRegistry {
        project: PROJECT.parse().unwrap(),
        instance: "i1".parse().unwrap(),
        settings: RegistrySettings {
            name: "shared".parse().unwrap(),
            description: String::new(),
            url: url.parse().unwrap(),
            access_key: "eu-de@AK".parse().unwrap(),
            target: RegistryTarget::Shared {
                region: None,
                certificates: Certificates::Valid,
            },
        },
    };
    PlannedWrite {
        mutation: create.into(),
        names: vec!["shared".to_owned()],
        before: Before::Absent,
    }
}

fn answers(status: u16, body: &str) -> Vec<Answer> {
    let list = r#"{"registries":[{"id":31,"name":"shared","type":"huawei-SWR",
        "url":"https://swr.eu-de.example","credential":{"access_key":"eu-de@AK"},
        "insecure":false}],"total":1}"#;
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("POST", REGISTRIES, status, body.to_owned()),
        ("GET", REGISTRIES, 200, list.to_owned()),
    ]
}

/// Waits until so many requests were sent: what is sent again waits for its turn among tabs first.
async fn were_sent(cloud: &Cloud, count: usize) {
    for _ in 0..500 {
        if cloud.sent().len() >= count {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("only {} were sent", cloud.sent().len());
}

fn sent_secrets(cloud: &Cloud) -> Vec<String> {
    let secret = |body: String| {
        let body: serde_json::Value = serde_json::from_str(&body).unwrap();
        body["credential"]["access_secret"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    cloud.sent().into_iter().map(secret).collect()
}

/// Everything that this page has in the browser's storage.
fn stored() -> String {
    let storages = [window().local_storage(), window().session_storage()];
    let mut stored = String::new();
    for storage in storages.into_iter().filter_map(|it| it.ok().flatten()) {
        for index in 0..storage.length().unwrap() {
            let key = storage.key(index).unwrap().unwrap();
            stored += &storage.get_item(&key).unwrap().unwrap();
        }
    }
    stored
}

fn hold(work: Work, write: &Mutation) {
    work.hold_secret(write, AccessSecret::typed(SECRET).unwrap());
}

#[wasm_bindgen_test]
async fn a_secret_is_sent_once_and_kept_nowhere() {
    let cloud = Cloud::new(&answers(201, r#"{"id":31}"#));
    let Signed { work, .. } = &signed_in(&cloud).await;
    hold(*work, &write().mutation);
    let entry = work.start(vec![vec![write()]]).unwrap();
    assert!(ended(entry).await.is_done());
    assert_eq!(sent_secrets(&cloud), [SECRET]);
    TimeoutFuture::new(100).await;
    let stored = stored();
    assert!(stored.contains("enterprise.create_registry"), "{stored}");
    assert!(!stored.contains("do-not-keep"), "{stored}");
    // The service has it: another write needs it anew.
    let again = work.start(vec![vec![write()]]).unwrap();
    let not_sent = ApiError::NotSent(NotSent::NoSecret);
    let expected = ItemState::Failed(Reason::Refused(not_sent));
    assert_eq!(ended(again).await, expected);
    assert_eq!(sent_secrets(&cloud).len(), 1);
}

#[wasm_bindgen_test]
async fn a_refused_secret_is_sent_again_by_retry_and_another_one_takes_its_place() {
    let cloud = Cloud::new(&answers(400, IN_USE));
    let Signed { work, .. } = &signed_in(&cloud).await;
    hold(*work, &write().mutation);
    let entry = work.start(vec![vec![write()]]).unwrap();
    assert!(matches!(ended(entry).await, ItemState::Failed(_)));
    work.retry(entry);
    were_sent(&cloud, 2).await;
    assert!(matches!(ended(entry).await, ItemState::Failed(_)));
    assert_eq!(sent_secrets(&cloud), [SECRET, SECRET]);
    work.hold_secret(&write().mutation, AccessSecret::typed("other").unwrap());
    cloud.answer(&answers(201, r#"{"id":31}"#));
    work.retry(entry);
    were_sent(&cloud, 3).await;
    assert!(ended(entry).await.is_done());
    assert_eq!(sent_secrets(&cloud), [SECRET, SECRET, "other"]);
}

#[wasm_bindgen_test]
async fn a_secret_that_was_typed_for_one_place_is_never_sent_to_another() {
    let cloud = Cloud::new(&answers(400, IN_USE));
    let Signed { work, .. } = &signed_in(&cloud).await;
    hold(*work, &write().mutation);
    let first = work.start(vec![vec![write()]]).unwrap();
    assert!(matches!(ended(first).await, ItemState::Failed(_)));
    let elsewhere = write_to("https://swr.eu-nl.example");
    work.hold_secret(&elsewhere.mutation, AccessSecret::typed("other").unwrap());
    work.retry(first);
    were_sent(&cloud, 2).await;
    assert!(matches!(ended(first).await, ItemState::Failed(_)));
    assert_eq!(sent_secrets(&cloud), [SECRET, SECRET]);
    // What the service has taken is forgotten alone.
    cloud.answer(&answers(201, r#"{"id":31}"#));
    let second = work.start(vec![vec![elsewhere]]).unwrap();
    were_sent(&cloud, 3).await;
    ended(second).await;
    work.retry(first);
    were_sent(&cloud, 4).await;
    assert_eq!(sent_secrets(&cloud), [SECRET, SECRET, "other", SECRET]);
}

#[wasm_bindgen_test]
async fn a_secret_is_gone_with_whoever_typed_it() {
    let cloud = Cloud::new(&answers(400, IN_USE));
    let Signed { work, session, .. } = &signed_in(&cloud).await;
    hold(*work, &write().mutation);
    let entry = work.start(vec![vec![write()]]).unwrap();
    assert!(matches!(ended(entry).await, ItemState::Failed(_)));
    let identity = session.identity().map(|it| (*it).clone()).unwrap();
    assert!(session.end());
    TimeoutFuture::new(20).await;
    session.begin(identity, Keep::InMemory);
    TimeoutFuture::new(20).await;
    let again = work.start(vec![vec![write()]]).unwrap();
    ended(again).await;
    assert_eq!(sent_secrets(&cloud), [SECRET]);
}
