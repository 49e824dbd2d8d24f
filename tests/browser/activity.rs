//! What Activity keeps, in the language of the moment.

use std::cell::Cell;
use std::rc::Rc;

use changes::{PlannedWrite, Remaining};
use cloud_api::swr::{AccessPlace, RemoveAccess};
use cloud_api::{Before, Mutation, UserId};
use image_console::browser::clock::provide_clock;
use image_console::browser::put_aside::when_put_aside;
use image_console::i18n::provide_i18n;
use image_console::net::{Net, Transport};
use image_console::pages::activity;
use image_console::query::{provide_kept, provide_staleness};
use image_console::route::provide_navigation;
use image_console::session::{Keep, Session, provide_session, sign_in_with_token};
use image_console::ui::provide_announcements;
use image_console::work::use_work;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen, forget_changes, token_body};

const BEN: &str = "1e2c6d7f8a9b4ac1b2d3e4f506172839";

fn cancelling() -> PlannedWrite {
    let user: UserId = BEN.parse().unwrap();
    PlannedWrite {
        mutation: Mutation::RemoveAccess(RemoveAccess {
            place: AccessPlace::Repository("acme-web/shop".parse().unwrap()),
            users: vec![user],
        }),
        names: vec!["ben".to_owned()],
        before: Before::Nothing,
    }
}

/// Activity after ben's access was taken away, who keeps a level through the organization.
fn kept(cloud: &Cloud) -> AnyView {
    kept_for(cloud, |_| ())
}

/// The same, and what is done with the session.
fn kept_for(cloud: &Cloud, with: impl FnOnce(Session)) -> AnyView {
    forget_changes();
    let words = provide_i18n();
    provide_navigation();
    provide_clock();
    provide_announcements();
    let transport: Rc<dyn Transport> = Rc::new(cloud.clone());
    let net = Net::new(transport);
    let session = provide_session(net);
    with(session);
    when_put_aside(move || session.put_aside(), || ());
    provide_staleness();
    provide_kept(session);
    let work = use_work();
    leptos::task::spawn_local(async move {
        let identity = sign_in_with_token(net, "MIIexampletoken").await.unwrap();
        session.begin(identity, Keep::InMemory);
        let entry = work.start(vec![vec![cancelling()]]).unwrap();
        let remaining = Remaining::ThroughOrganization {
            name: "ben".to_owned(),
            level: Some(7),
        };
        entry
            .record
            .update(|record| record.remains = vec![remaining]);
    });
    let file = include_bytes!("../../locales/zh-CN.json");
    view! {
        <button on:click=move |_| assert!(words.use_chinese(file))>"中文"</button>
        {activity::page(activity::Route)}
    }
    .into_any()
}

#[wasm_bindgen_test]
async fn a_switch_of_language_reaches_everything_that_was_kept() {
    let access = r#"{"id":1,"name":"shop","self_auth":null,"others_auths":[]}"#;
    let cloud = Cloud::new(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("DELETE", "/v2/manage/", 204, String::new()),
        ("GET", "/v2/manage/", 200, access.to_owned()),
    ]);
    let screen = Screen::mount(move || kept(&cloud));
    screen.shows(", checked with the cloud at").await;
    screen.shows("ben: Manage through the organization").await;
    screen.button("中文").click();
    screen.shows("已与云端核对").await;
    screen.shows("ben：通过组织仍有“管理”权限").await;
    for word in ["Removed", "removed", "organization", "Manage", "Cancel"] {
        assert!(!screen.text().contains(word), "{}", screen.text());
    }
}

#[wasm_bindgen_test]
async fn what_is_well_stands_in_one_line_until_its_details_are_opened() {
    let access = r#"{"id":1,"name":"shop","self_auth":null,"others_auths":[]}"#;
    let cloud = Cloud::new(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("DELETE", "/v2/manage/", 204, String::new()),
        ("GET", "/v2/manage/", 200, access.to_owned()),
    ]);
    let screen = Screen::mount(move || kept(&cloud));
    screen.shows(", checked with the cloud at").await;
    let details = screen.button("Details");
    let is_open = || details.get_attribute("aria-expanded").as_deref() == Some("true");
    assert!(screen.find("article.success").is_some() && !is_open());
    assert!(
        !screen.text().contains("Removed, checked"),
        "{}",
        screen.text()
    );
    details.click();
    screen.shows("Removed, checked with the cloud at").await;
    assert!(is_open());
}

#[wasm_bindgen_test]
async fn what_was_refused_is_told_at_once() {
    let refused = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4030003","errorMessage":"m"}]}"#;
    let cloud = Cloud::new(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("DELETE", "/v2/manage/", 403, refused.to_owned()),
    ]);
    let screen = Screen::mount(move || kept(&cloud));
    screen.shows("SVCSTG.SWR.4030003").await;
    assert!(screen.find("article.danger").is_some());
    assert!(screen.find("article.danger .result-details").is_some());
}

#[wasm_bindgen_test]
async fn a_retry_keeps_the_focus_at_its_change() {
    let refused = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4030003","errorMessage":"m"}]}"#;
    let cloud = Cloud::new(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("DELETE", "/v2/manage/", 403, refused.to_owned()),
    ]);
    let screen = Screen::mount(move || kept(&cloud));
    screen.shows("Retry the 1 that failed").await;
    let retry = screen.button("Retry the 1 that failed");
    retry.focus().unwrap();
    retry.click();
    let focused = || document().active_element().map(|it| it.tag_name());
    assert_eq!(focused().as_deref(), Some("H3"));
    screen.shows("Retry the 1 that failed").await;
    assert_eq!(focused().as_deref(), Some("H3"));
}

#[wasm_bindgen_test]
async fn changes_of_the_same_person_in_another_region_are_told_by_their_number_alone() {
    let access = r#"{"id":1,"name":"shop","self_auth":null,"others_auths":[]}"#;
    let cloud = Cloud::new(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("DELETE", "/v2/manage/", 204, String::new()),
        ("GET", "/v2/manage/", 200, access.to_owned()),
    ]);
    let made = Rc::new(Cell::new(None));
    let keep = Rc::clone(&made);
    let screen = Screen::mount(move || kept_for(&cloud, move |session| keep.set(Some(session))));
    screen.shows(", checked with the cloud at").await;
    let told = "1 change that you made in another region or project is not shown here.";
    assert!(!screen.text().contains(told), "{}", screen.text());
    let session = made.get().unwrap();
    let here = untrack(|| session.identity()).unwrap();
    let mut elsewhere = (*here).clone();
    elsewhere.region = "eu-nl".parse().unwrap();
    session.begin(elsewhere.clone(), Keep::InMemory);
    screen.shows(told).await;
    assert!(!screen.text().contains("ben"), "{}", screen.text());
    elsewhere.user_id = BEN.to_owned();
    session.begin(elsewhere, Keep::InMemory);
    screen.shows("No changes yet.").await;
    assert!(!screen.text().contains(told), "{}", screen.text());
}
