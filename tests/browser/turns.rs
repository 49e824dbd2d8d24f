//! What one person has begun is not finished in the name of the next.

use cloud_api::Operation;
use cloud_api::swr::ListSyncJobs;
use gloo_timers::future::TimeoutFuture;
use image_console::session::{Keep, sign_in_with_token};
use leptos::task::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};
use crate::kept::page;
use crate::scope::session_over;

const JOBS: &str = "/v2/manage/namespaces/acme-web/repos/shop/sync_job";

fn good() -> Vec<Answer> {
    let organizations = r#"{"namespaces":[{"id":1,"name":"acme-web","auth":7}]}"#;
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            "/v2/manage/namespaces?",
            200,
            organizations.to_owned(),
        ),
    ]
}

#[wasm_bindgen_test]
async fn a_sign_in_that_is_under_way_ends_when_the_page_is_put_aside() {
    let screen = Screen::open(&Cloud::new(&good()));
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
    page("pagehide", true);
    page("pageshow", true);
    TimeoutFuture::new(50).await;
    assert!(!screen.text().contains("anna"), "{}", screen.text());
    assert!(screen.text().contains("Where do I get a token?"));
}

#[wasm_bindgen_test]
fn a_secret_that_was_typed_and_not_sent_is_gone_when_the_page_comes_back() {
    let screen = Screen::open(&Cloud::new(&good()));
    screen.type_into("Token", "MIIexampletoken");
    page("pagehide", true);
    assert_eq!(screen.field("Token").value(), "");
}

#[wasm_bindgen_test]
async fn a_typed_password_is_gone_when_the_page_comes_back() {
    let screen = Screen::open(&Cloud::new(&good()));
    screen.button("User name and password").click();
    screen.shows("Account").await;
    screen.type_into("Password", "secret");
    page("pagehide", true);
    assert_eq!(screen.field("Password").value(), "");
}

#[wasm_bindgen_test]
async fn what_is_asked_instead_of_a_refused_read_is_not_asked_in_the_name_of_the_next_person() {
    let invalid = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4000002","errorMessage":"limit"}]}"#;
    let mut answers = good();
    answers.push(("GET", JOBS, 400, invalid.to_owned()));
    let cloud = Cloud::new(&answers);
    let (_screen, session, net) = session_over(&cloud);
    let anna = sign_in_with_token(net, "MIIexampletoken").await.unwrap();
    let mut ben = sign_in_with_token(net, "MIIother").await.unwrap();
    "1e2c6d7f8a9b4ac1b2d3e4f506172839".clone_into(&mut ben.user_id);
    session.begin(anna, Keep::InMemory);
    let repository = "acme-web/shop".parse().unwrap();
    let jobs = ListSyncJobs::newest(&repository).request();
    assert!(jobs.instead.is_some());
    let asked = jobs.clone();
    spawn_local(async move {
        drop(session.send(asked).await);
    });
    TimeoutFuture::new(0).await;
    session.begin(ben, Keep::InMemory);
    TimeoutFuture::new(50).await;
    let of_jobs = |line: &&String| line.contains("sync_job");
    assert_eq!(cloud.asked().iter().filter(of_jobs).count(), 1);
    session.end();
}
