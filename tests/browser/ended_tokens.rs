//! Tokens that the tab forgets before anybody signs out. What the console had made from a password nobody could end any more.

use std::rc::Rc;

use cloud_api::Secret;
use cloud_api::iam::{Password, TokenScope};
use config::Place;
use gloo_timers::future::TimeoutFuture;
use image_console::browser::storage::TabItem;
use image_console::net::Net;
use image_console::session::{Identity, Keep, Session, sign_in_with_password, sign_in_with_token};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen, bens_token, forget_changes, token_body};
use crate::lock::Later;
use crate::scope::session_over;
use crate::unused_tokens::{ENDED, MADE, OPEN_TELEKOM_CLOUD, PASTED, answers, ended, in_eu_nl};

/// A session in Open Telekom Cloud.
fn session() -> (Cloud, Screen, Session, Net) {
    forget_changes();
    let cloud = Cloud::new(&answers((201, in_eu_nl()), 204));
    let (screen, session, net) = session_over(&cloud);
    let config = Box::leak(Box::new(config::parse(OPEN_TELEKOM_CLOUD).unwrap()));
    let net = net.at(config.places().first().copied().unwrap_or(Place::OwnOrigin));
    (cloud, screen, session, net)
}

async fn made(net: Net) -> Identity {
    let password = Password {
        account: "ACME-EU".to_owned(),
        user: "anna".to_owned(),
        password: Secret::new("secret"),
        second_factor: None,
    };
    let scope = TokenScope::Region("eu-nl".parse().unwrap());
    let made = sign_in_with_password(net, password, Some(scope), Rc::new(|| ()));
    made.await.unwrap()
}

async fn pasted(net: Net) -> Identity {
    sign_in_with_token(net, PASTED).await.unwrap()
}

async fn ended_after_a_while(cloud: &Cloud) -> Vec<String> {
    TimeoutFuture::new(50).await;
    ended(cloud)
}

#[wasm_bindgen_test]
async fn a_page_that_locks_ends_what_the_console_had_made_and_nothing_that_was_pasted() {
    let (cloud, _screen, session, net) = session();
    session.begin(pasted(net).await, Keep::InMemory);
    session.lock(0);
    assert_eq!(ended_after_a_while(&cloud).await, [""; 0]);
    session.begin(made(net).await, Keep::InMemory);
    session.begin(pasted(net).await, Keep::InMemory);
    // Held besides.
    session.lock(0);
    assert_eq!(ended_after_a_while(&cloud).await, [MADE]);
    session.begin(made(net).await, Keep::InMemory);
    session.lock(0);
    assert_eq!(ended_after_a_while(&cloud).await, [MADE, MADE]);
    session.end();
}

#[wasm_bindgen_test]
async fn what_a_change_that_is_under_way_was_sent_with_stays_good_when_the_page_locks() {
    let (cloud, _screen, session, net) = session();
    session.begin(made(net).await, Keep::InMemory);
    session.lock(1);
    assert_eq!(ended_after_a_while(&cloud).await, [""; 0]);
    session.end();
}

#[wasm_bindgen_test]
async fn what_the_tab_was_asked_to_keep_stays_good_when_the_page_locks_for_a_copy_of_the_tab() {
    let (cloud, _screen, session, net) = session();
    session.begin(made(net).await, Keep::InThisTab);
    session.lock(0);
    assert_eq!(TabItem::Token.read(), None);
    assert_eq!(ended_after_a_while(&cloud).await, [""; 0]);
    session.end();
}

#[wasm_bindgen_test]
async fn what_was_held_ends_when_somebody_else_signs_in_in_the_place_of_an_ended_token() {
    let (cloud, _screen, session, net) = session();
    session.begin(made(net).await, Keep::InMemory);
    session.begin(pasted(net).await, Keep::InMemory);
    session.expire();
    cloud.answer(&[("GET", "/v3/auth/tokens", 200, bens_token())]);
    let ben = pasted(net).await;
    cloud.answer(&answers((201, in_eu_nl()), 204));
    session.begin(ben, Keep::InMemory);
    assert_eq!(ended_after_a_while(&cloud).await, [MADE]);
    session.end();
}

#[wasm_bindgen_test]
async fn what_another_sign_in_for_the_same_project_takes_the_place_of_ends_and_coming_back_to_it_ends_nothing()
 {
    let (cloud, _screen, session, net) = session();
    let first = made(net).await;
    let scope = first.scope();
    session.begin(first, Keep::InMemory);
    session.begin(pasted(net).await, Keep::InMemory);
    assert!(session.switch_to(&scope).is_some());
    assert_eq!(ended_after_a_while(&cloud).await, [""; 0]);
    session.begin(made(net).await, Keep::InMemory);
    assert_eq!(ended_after_a_while(&cloud).await, [MADE]);
    session.end();
}

/// Signed in with a token in Open Telekom Cloud.
async fn signed_in(cloud: &Cloud, keep_it: bool, token: &str) -> Screen {
    let screen = Screen::set_up(cloud, OPEN_TELEKOM_CLOUD);
    if keep_it {
        screen.get("input[type=checkbox]").click();
    }
    screen.type_into("Token", token);
    screen.button("Sign in").click();
    screen.shows("acme-web").await;
    screen
}

#[wasm_bindgen_test]
async fn a_locked_page_says_that_a_token_did_not_end() {
    forget_changes();
    let cloud = Cloud::new(&answers((201, token_body("eu-de")), 503));
    let screen = Screen::set_up(&cloud, OPEN_TELEKOM_CLOUD);
    screen.button("User name and password").click();
    screen.shows("Region or project ID").await;
    screen.type_into("Account", "ACME-EU");
    screen.type_into("User name", "anna");
    screen.type_into("Password", "secret");
    screen.button("Sign in").click();
    screen.shows("acme-web").await;
    let later = Later::by(15);
    screen.shows("Sign in as anna to go on").await;
    screen
        .shows("IAM did not end a token that this sign-in made and nobody uses.")
        .await;
    assert_eq!(ended(&cloud), [MADE]);
    drop(later);
}

#[wasm_bindgen_test]
async fn whoever_signs_out_ends_also_a_token_of_which_iam_has_said_nothing() {
    forget_changes();
    let cloud = Cloud::new(&answers((201, in_eu_nl()), 204));
    let screen = signed_in(&cloud, false, PASTED).await;
    let refused = r#"{"error_code":"APIGW.0301","error_msg":"m","request_id":"b7f0"}"#;
    cloud.answer(&[
        ("DELETE", "/v3/auth/tokens", 204, String::new()),
        ("GET", "/v3/auth/tokens", 503, "{}".to_owned()),
        ("GET", "/v2/", 401, refused.to_owned()),
    ]);
    screen.button("Refresh").click();
    screen.shows("Your token is not accepted any more").await;
    screen.button("Sign out").click();
    screen.shows("Where do I get a token?").await;
    screen.asks(&cloud, ENDED).await;
    assert_eq!(ended(&cloud), [PASTED]);
}

#[wasm_bindgen_test]
async fn the_token_that_a_tab_has_kept_of_somebody_who_signed_out_in_another_one_ends() {
    const KEPT_TOO: [TabItem; 3] = [TabItem::Token, TabItem::UsedAt, TabItem::SignedOutBefore];
    forget_changes();
    let cloud = Cloud::new(&answers((201, in_eu_nl()), 204));
    drop(signed_in(&cloud, true, "MIIkepttoken").await);
    let kept = KEPT_TOO.map(TabItem::read);
    assert_eq!(KEPT_TOO.map(TabItem::remove), [true; 3]);
    let other = signed_in(&cloud, false, PASTED).await;
    other.button("Sign out").click();
    other.shows("Where do I get a token?").await;
    other.asks(&cloud, ENDED).await;
    drop(other);
    for (item, text) in KEPT_TOO.into_iter().zip(kept) {
        item.write(&text.unwrap());
    }
    let screen = Screen::set_up(&cloud, OPEN_TELEKOM_CLOUD);
    screen.shows("because you signed out in another tab").await;
    TimeoutFuture::new(50).await;
    assert_eq!(ended(&cloud), [PASTED, "MIIkepttoken"]);
}
