//! The sign-in that a tab was asked to keep, and the page that the browser keeps behind its history.

use gloo_timers::future::TimeoutFuture;
use image_console::browser::storage::TabItem;
use image_console::net::Net;
use image_console::session::{
    Keep, KeptSignIn, Session, SessionState, resume_from_tab, sign_in_with_token,
};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{PageTransitionEvent, PageTransitionEventInit};

use crate::answers::{Answer, Cloud, Screen, token_body};
use crate::lock::Later;
use crate::scope::{session_over, stored};

const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
const KEPT: &str = "MIIkepttoken";
const REFUSED: &str = r#"{"error_code":"IAM.0066","error_msg":"The token has expired."}"#;
const AWAY: &str = "<html><h1>503</h1></html>";

fn iam(status: u16, body: &str) -> Vec<Answer> {
    let organizations = r#"{"namespaces":[{"id":1,"name":"acme-web","auth":7}]}"#;
    vec![
        ("GET", "/v3/auth/tokens", status, body.to_owned()),
        (
            "GET",
            "/v2/manage/namespaces",
            200,
            organizations.to_owned(),
        ),
    ]
}

fn good() -> Vec<Answer> {
    iam(200, &token_body("eu-de"))
}

/// Leaves a token in the tab, as a page that was reloaded does.
async fn keep(token: &str) {
    let (_screen, session, net) = session_over(&Cloud::new(&good()));
    let identity = sign_in_with_token(net, token).await.unwrap();
    assert!(session.begin(identity, Keep::InThisTab));
}

/// Waits until the check of the kept token has ended.
async fn checked(session: Session) {
    for _ in 0..200 {
        TimeoutFuture::new(10).await;
        if untrack(|| session.kept()) != KeptSignIn::Checking {
            return;
        }
    }
    panic!("the check never ended");
}

async fn somebody_else(net: Net) -> image_console::session::Identity {
    let mut other = sign_in_with_token(net, "MIIother").await.unwrap();
    "1e2c6d7f8a9b4ac1b2d3e4f506172839".clone_into(&mut other.user_id);
    other
}

#[wasm_bindgen_test]
async fn a_kept_sign_in_does_not_come_back_after_somebody_else_came_and_went() {
    keep(KEPT).await;
    let (_screen, session, net) = session_over(&Cloud::new(&good()));
    let other = somebody_else(net).await;
    resume_from_tab(session);
    session.begin(other, Keep::InMemory);
    session.end();
    TimeoutFuture::new(50).await;
    assert_eq!(untrack(|| session.state()), SessionState::SignedOut);
}

#[wasm_bindgen_test]
async fn a_kept_sign_in_that_is_checked_leaves_the_place_to_whoever_begins_to_sign_in() {
    keep(KEPT).await;
    let (_screen, session, _) = session_over(&Cloud::new(&good()));
    resume_from_tab(session);
    session.take_turn();
    TimeoutFuture::new(50).await;
    assert_eq!(untrack(|| session.state()), SessionState::SignedOut);
    session.end();
}

#[wasm_bindgen_test]
async fn a_late_refusal_of_the_kept_token_leaves_the_one_that_is_kept_by_then() {
    keep(KEPT).await;
    let cloud = Cloud::new(&good());
    let (_screen, session, net) = session_over(&cloud);
    let other = somebody_else(net).await;
    cloud.answer(&iam(401, REFUSED));
    resume_from_tab(session);
    session.begin(other, Keep::InThisTab);
    TimeoutFuture::new(50).await;
    assert!(stored("MIIother"));
    session.end();
}

#[wasm_bindgen_test]
async fn the_page_says_that_a_kept_sign_in_is_checked_and_goes_on_with_it() {
    keep(KEPT).await;
    let screen = Screen::open(&Cloud::new(&good()));
    screen
        .shows("Checking whether the sign-in kept in this tab")
        .await;
    screen.shows("Account of anna").await;
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_kept_sign_in_that_could_not_be_checked_says_why_and_is_checked_again() {
    keep(KEPT).await;
    let cloud = Cloud::new(&iam(503, AWAY));
    let screen = Screen::open(&cloud);
    screen
        .shows("The sign-in kept in this tab could not be checked")
        .await;
    screen.shows("The proxy could not reach the cloud").await;
    screen.shows("HTTP 503").await;
    assert!(stored(KEPT));
    cloud.answer(&good());
    screen.button("Try again").click();
    screen.shows("Account of anna").await;
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_kept_sign_in_that_could_not_be_checked_can_be_forgotten() {
    keep(KEPT).await;
    let screen = Screen::open(&Cloud::default());
    screen
        .shows("The sign-in kept in this tab could not be checked")
        .await;
    screen.button("Forget it").click();
    TimeoutFuture::new(10).await;
    assert!(!stored(KEPT));
    assert!(!screen.text().contains("kept in this tab could"));
}

#[wasm_bindgen_test]
async fn a_kept_sign_in_that_iam_refuses_is_told_and_forgotten() {
    keep(KEPT).await;
    let screen = Screen::open(&Cloud::new(&iam(401, REFUSED)));
    screen.shows("The sign-in kept in this tab has ended").await;
    screen.shows("HTTP 401 · IAM.0066").await;
    assert!(!stored(KEPT));
}

#[wasm_bindgen_test]
async fn a_kept_token_that_is_for_a_part_of_a_region_is_forgotten() {
    keep(KEPT).await;
    let cloud = Cloud::new(&iam(200, &token_body("eu-de_team")));
    let (_screen, session, _) = session_over(&cloud);
    resume_from_tab(session);
    checked(session).await;
    assert!(matches!(untrack(|| session.kept()), KeptSignIn::Ended(_)));
    assert!(!stored(KEPT));
}

/// The browser puts the page aside, or brings it back.
pub fn page(event: &str, is_persisted: bool) {
    let details = PageTransitionEventInit::new();
    details.set_persisted(is_persisted);
    let event = PageTransitionEvent::new_with_event_init_dict(event, &details).unwrap();
    window().dispatch_event(&event).unwrap();
}

async fn signed_in(keep_it: bool) -> Screen {
    let screen = Screen::open(&Cloud::new(&good()));
    if keep_it {
        screen.get("input[type=checkbox]").click();
    }
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
    screen.shows("Account of anna").await;
    screen
}

#[wasm_bindgen_test]
async fn nobody_is_signed_in_on_a_page_that_comes_back_from_the_history() {
    let screen = signed_in(false).await;
    page("pagehide", true);
    screen.shows("Where do I get a token?").await;
    page("pageshow", true);
    TimeoutFuture::new(50).await;
    assert!(
        !screen.text().contains("Account of anna"),
        "{}",
        screen.text()
    );
}

#[wasm_bindgen_test]
async fn what_the_tab_was_asked_to_keep_is_checked_again_when_the_page_comes_back() {
    let screen = signed_in(true).await;
    page("pagehide", true);
    screen.shows("Where do I get a token?").await;
    page("pageshow", true);
    screen.shows("Account of anna").await;
    screen.button("Sign out").click();
}

/// What the tab keeps, as it stands there.
const IN_TAB: [TabItem; 3] = [TabItem::Token, TabItem::UsedAt, TabItem::SignedOutBefore];

fn in_tab() -> [Option<String>; 3] {
    IN_TAB.map(TabItem::read)
}

/// Another tab of this browser, in which somebody signs out while this one hears nothing.
async fn another_tab_signs_out(user_id: &str) {
    let before = in_tab();
    TimeoutFuture::new(5).await;
    let (_screen, session, net) = session_over(&Cloud::new(&good()));
    let mut identity = sign_in_with_token(net, "MIIinanothertab").await.unwrap();
    user_id.clone_into(&mut identity.user_id);
    session.begin(identity, Keep::InMemory);
    session.end();
    assert_eq!(in_tab(), [None, None, None]);
    for (item, text) in IN_TAB.into_iter().zip(before) {
        item.write(&text.unwrap());
    }
}

#[wasm_bindgen_test]
async fn whoever_signed_out_in_another_tab_does_not_come_back_from_the_history() {
    let screen = signed_in(true).await;
    page("pagehide", true);
    screen.shows("Where do I get a token?").await;
    another_tab_signs_out(ANNA).await;
    screen.go("containers");
    page("pageshow", true);
    screen.shows("because you signed out in another tab").await;
    assert_eq!(in_tab(), [None, None, None]);
    assert!(
        !screen.text().contains("Account of anna"),
        "{}",
        screen.text()
    );
    // Whoever signs in after that is kept as before.
    screen.get("input[type=checkbox]").click();
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
    screen.shows("Account of anna").await;
    page("pagehide", true);
    screen.shows("Where do I get a token?").await;
    page("pageshow", true);
    screen.shows("Account of anna").await;
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_sign_out_is_heard_of_although_the_clock_was_set_back_before_it() {
    keep(KEPT).await;
    let set_back = Later::by(-60);
    another_tab_signs_out(ANNA).await;
    drop(set_back);
    let (_screen, session, _) = session_over(&Cloud::new(&good()));
    resume_from_tab(session);
    checked(session).await;
    assert_eq!(untrack(|| session.kept()), KeptSignIn::SignedOut);
}

#[wasm_bindgen_test]
async fn a_token_beside_which_nothing_is_noted_is_none_after_a_sign_out() {
    keep(KEPT).await;
    another_tab_signs_out(ANNA).await;
    TabItem::SignedOutBefore.remove();
    let (_screen, session, _) = session_over(&Cloud::new(&good()));
    resume_from_tab(session);
    checked(session).await;
    assert_eq!(untrack(|| session.kept()), KeptSignIn::SignedOut);
}

#[wasm_bindgen_test]
async fn a_sign_out_under_a_clock_that_was_ahead_ends_no_sign_in_that_was_kept_after_it() {
    keep(KEPT).await;
    let ahead = Later::by(60);
    another_tab_signs_out(ANNA).await;
    drop(ahead);
    keep(KEPT).await;
    let (_screen, session, _) = session_over(&Cloud::new(&good()));
    resume_from_tab(session);
    checked(session).await;
    assert!(matches!(
        untrack(|| session.state()),
        SessionState::SignedIn(_)
    ));
    session.end();
}

#[wasm_bindgen_test]
async fn somebody_else_who_signed_out_in_another_tab_ends_nothing_here() {
    let screen = signed_in(true).await;
    page("pagehide", true);
    screen.shows("Where do I get a token?").await;
    another_tab_signs_out("1e2c6d7f8a9b4ac1b2d3e4f506172839").await;
    screen.go("containers");
    page("pageshow", true);
    screen.shows("Account of anna").await;
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_page_that_is_only_hidden_for_good_or_shown_first_changes_nothing() {
    let screen = signed_in(false).await;
    page("pagehide", false);
    page("pageshow", false);
    TimeoutFuture::new(20).await;
    assert!(
        screen.text().contains("Account of anna"),
        "{}",
        screen.text()
    );
    screen.button("Sign out").click();
}
