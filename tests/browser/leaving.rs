//! Whoever leaves while something is under way is asked; nobody else is.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::window;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CustomEvent, CustomEventInit};

use crate::answers::{Answer, Cloud, Screen, token_body};
use crate::kept::page;

const ACCESS: &str = "/v2/manage/namespaces/acme-web/access";

fn lists_ben() -> Vec<Answer> {
    let ben = r#"{"others_auths":[{"user_id":"1e2c6d7f8a9b4ac1b2d3e4f506172839","user_name":"ben","auth":1}]}"#;
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", ACCESS, 200, ben.to_owned()),
    ]
}

/// Whether the browser would ask before the page is reloaded or closed.
fn is_asked() -> bool {
    let options = CustomEventInit::new();
    options.set_cancelable(true);
    let event = CustomEvent::new_with_event_init_dict("beforeunload", &options).unwrap();
    !window().dispatch_event(&event).unwrap()
}

/// Ben's permission is being cancelled.
async fn cancelling(cloud: &Cloud) -> Screen {
    let screen = Screen::signed_in_at(cloud, "containers/acme-web/~permissions").await;
    screen.shows("ben").await;
    screen.get("[role=columnheader] input").click();
    screen.shows("Remove access").await;
    screen.button("Remove access").click();
    screen.shows("They lose access").await;
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen.dialog_button("Remove access for 1 person").click();
    screen
}

/// Nobody knows whether it was applied, and the list cannot be read.
async fn unknown() -> (Cloud, Screen) {
    let cloud = Cloud::new(&lists_ben());
    let screen = cancelling(&cloud).await;
    screen.shows("Status unknown").await;
    (cloud, screen)
}

fn is_signed_out(screen: &Screen) -> bool {
    screen.text().contains("Where do I get a token?")
}

#[wasm_bindgen_test]
async fn the_browser_asks_before_a_page_is_left_on_which_something_is_unknown() {
    let (cloud, screen) = unknown().await;
    assert!(is_asked());
    // Another console's page is another page.
    drop(screen);
    let _screen = Screen::open(&cloud);
    TimeoutFuture::new(0).await;
    assert!(!is_asked());
}

#[wasm_bindgen_test]
async fn nobody_is_asked_before_and_after_a_change() {
    let mut answers = lists_ben();
    answers.push(("DELETE", ACCESS, 204, String::new()));
    let cloud = Cloud::new(&answers);
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/~permissions").await;
    screen.shows("ben").await;
    assert!(!is_asked());
    drop(screen);
    let screen = cancelling(&cloud).await;
    screen.shows(": accepted, checking…").await;
    TimeoutFuture::new(0).await;
    assert!(!is_asked());
    screen.button("Sign out").click();
    TimeoutFuture::new(0).await;
    assert!(is_signed_out(&screen));
}

#[wasm_bindgen_test]
async fn signing_out_while_something_is_unknown_asks_and_says_what_happens() {
    let (_, screen) = unknown().await;
    screen.button("Sign out").click();
    screen
        .shows("What was not sent yet is not sent any more")
        .await;
    assert!(!is_signed_out(&screen));
    screen.dialog_button("Cancel").click();
    TimeoutFuture::new(0).await;
    assert!(screen.find("dialog").is_none() && !is_signed_out(&screen));
    screen.button("Sign out").click();
    screen.shows("What was not sent yet").await;
    screen.dialog_button("Sign out").click();
    TimeoutFuture::new(0).await;
    assert!(is_signed_out(&screen));
    assert!(!is_asked());
}

/// A cancellation that the service wants later, and whose person has signed out.
async fn signed_out_while_it_waits() -> (Cloud, Screen) {
    let too_many = r#"{"error_code":"APIGW.0308","error_msg":"m","request_id":"g"}"#;
    let mut answers = lists_ben();
    answers.push(("DELETE", ACCESS, 429, too_many.to_owned()));
    let cloud = Cloud::new(&answers);
    let screen = cancelling(&cloud).await;
    screen.shows("The cloud asks to wait").await;
    screen.button("Sign out").click();
    screen.shows("What was not sent yet").await;
    screen.dialog_button("Sign out").click();
    (cloud, screen)
}

fn deletions(cloud: &Cloud) -> usize {
    let asked = cloud.asked().into_iter();
    asked.filter(|line| line.starts_with("DELETE")).count()
}

#[wasm_bindgen_test]
async fn what_waits_for_the_service_is_not_sent_after_signing_out() {
    let (cloud, _screen) = signed_out_while_it_waits().await;
    // The first pause takes two seconds.
    TimeoutFuture::new(2_500).await;
    assert_eq!(deletions(&cloud), 1);
}

#[wasm_bindgen_test]
async fn what_waits_for_the_service_is_not_sent_while_the_page_is_being_left() {
    let too_many = r#"{"error_code":"APIGW.0308","error_msg":"m","request_id":"g"}"#;
    let mut answers = lists_ben();
    answers.push(("DELETE", ACCESS, 429, too_many.to_owned()));
    let cloud = Cloud::new(&answers);
    let screen = cancelling(&cloud).await;
    screen.shows("The cloud asks to wait").await;
    page("pagehide", false);
    // The first pause takes two seconds.
    TimeoutFuture::new(2_500).await;
    assert_eq!(deletions(&cloud), 1);
}

#[wasm_bindgen_test]
async fn what_was_not_sent_when_somebody_signed_out_is_not_sent_when_they_come_back_at_once() {
    let (cloud, screen) = signed_out_while_it_waits().await;
    screen.shows("Where do I get a token?").await;
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
    screen.shows("eu-de").await;
    TimeoutFuture::new(2_500).await;
    assert_eq!(deletions(&cloud), 1, "{}", screen.text());
    screen.go("activity");
    screen.shows("Not sent").await;
}

#[wasm_bindgen_test]
async fn signing_in_as_another_over_a_change_that_is_under_way_asks_and_says_what_happens() {
    let refused = r#"{"error_code":"APIGW.0301","error_msg":"m","request_id":"b7f0"}"#;
    let (cloud, screen) = unknown().await;
    cloud.answer(&[("GET", "/v", 401, refused.to_owned())]);
    screen.button("Refresh").click();
    screen.shows("Your token is not accepted any more").await;
    let ben = token_body("eu-de")
        .replace(
            "0d1b5c6e7f8a49b0a1c2d3e4f5061728",
            "1e2c6d7f8a9b4ac1b2d3e4f506172839",
        )
        .replace("anna", "ben");
    cloud.answer(&[("GET", "/v3/auth/tokens", 200, ben)]);
    screen.button("Sign in again").click();
    screen.shows("Where do I get a token?").await;
    screen.type_into("Token", "MIIexampletoken");
    screen.dialog_button("Sign in").click();
    screen
        .shows("What was not sent yet is not sent any more")
        .await;
    assert!(screen.text().contains("Account of anna"));
    screen.dialog_button("Sign in all the same").click();
    screen.shows("Account of ben").await;
    assert!(!is_asked());
}
