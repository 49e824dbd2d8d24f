//! What a session holds of several scopes, and when it lets go of them.

use cloud_api::ProjectId;
use gloo_timers::future::TimeoutFuture;
use image_console::browser::clock::computer_time;
use image_console::browser::storage::TabItem;
use image_console::net::Net;
use image_console::session::{
    Identity, Keep, Session, SessionState, resume_from_tab, sign_in_with_token,
};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen};
use crate::scope::{session_over, stored};
use crate::scopes::{ANNAS, PAULAS, annas, paulas};

/// Anna and Paula, who sign in one after the other.
async fn identities(net: Net, cloud: &Cloud) -> [Identity; 2] {
    let anna = sign_in_with_token(net, ANNAS).await.unwrap();
    cloud.answer(&paulas());
    [anna, sign_in_with_token(net, PAULAS).await.unwrap()]
}

fn held(session: Session) -> Vec<String> {
    let held = untrack(|| session.held()).into_iter();
    held.map(|identity| identity.user_name.clone()).collect()
}

async fn session_of_both() -> (Screen, Session, [Identity; 2]) {
    let cloud = Cloud::new(&annas());
    let (screen, session, net) = session_over(&cloud);
    let [anna, paula] = identities(net, &cloud).await;
    session.begin(anna.clone(), Keep::InMemory);
    session.begin(paula.clone(), Keep::InMemory);
    assert_eq!(held(session), ["anna"]);
    (screen, session, [anna, paula])
}

#[wasm_bindgen_test]
async fn a_page_that_locks_or_is_put_aside_holds_nothing() {
    let (_screen, session, [anna, paula]) = session_of_both().await;
    session.lock(0);
    assert_eq!(held(session), [""; 0]);
    session.begin(paula.clone(), Keep::InMemory);
    assert_eq!(held(session), [""; 0]);
    session.begin(anna, Keep::InMemory);
    session.put_aside();
    assert_eq!(held(session), [""; 0]);
    session.begin(paula, Keep::InMemory);
    assert_eq!(held(session), [""; 0]);
    session.end();
}

#[wasm_bindgen_test]
async fn where_whoever_is_at_the_screen_is_chosen_in_another_way_nobody_else_is_held() {
    let (_screen, session, [anna, paula]) = session_of_both().await;
    session.hold_nothing();
    assert_eq!(held(session), [""; 0]);
    assert!(session.switch_to(&anna.scope()).is_none());
    let at_screen = untrack(|| session.identity()).map(|it| it.user_name.clone());
    assert_eq!(at_screen, Some(paula.user_name));
    session.end();
}

#[wasm_bindgen_test]
async fn whoever_signs_in_in_the_place_of_somebody_whose_token_has_ended_gets_nothing_that_was_held()
 {
    let (_screen, session, [anna, paula]) = session_of_both().await;
    session.expire();
    let mut ben = anna.clone();
    "1e2c6d7f8a9b4ac1b2d3e4f506172839".clone_into(&mut ben.user_id);
    session.begin(ben, Keep::InMemory);
    assert_eq!(held(session), [""; 0]);
    session.begin(paula.clone(), Keep::InMemory);
    session.begin(anna, Keep::InMemory);
    session.expire();
    let mut elsewhere = untrack(|| session.identity())
        .map(|it| Identity::clone(&it))
        .unwrap();
    elsewhere.project_id = ProjectId::listed("8d0e6f3c9b205e7fa04b1c2d3e5f7091").unwrap();
    // The same person goes on with what they held.
    session.begin(elsewhere, Keep::InMemory);
    assert_eq!(held(session), ["anna", "paula"]);
    session.end();
}

#[wasm_bindgen_test]
async fn going_from_an_ended_token_to_a_scope_that_is_held_keeps_the_others() {
    let (_screen, session, [anna, paula]) = session_of_both().await;
    let mut ben = anna;
    "1e2c6d7f8a9b4ac1b2d3e4f506172839".clone_into(&mut ben.user_id);
    ben.project_id = ProjectId::listed("8d0e6f3c9b205e7fa04b1c2d3e5f7091").unwrap();
    session.begin(ben, Keep::InMemory);
    session.expire();
    assert!(session.switch_to(&paula.scope()).is_some());
    assert_eq!(held(session), ["anna"]);
    session.end();
}

#[wasm_bindgen_test]
async fn the_tab_keeps_the_token_of_the_scope_at_the_screen_alone_and_only_where_it_was_asked_to() {
    let cloud = Cloud::new(&annas());
    let (_screen, session, net) = session_over(&cloud);
    let [anna, paula] = identities(net, &cloud).await;
    let (annas_scope, paulas_scope) = (anna.scope(), paula.scope());
    session.begin(anna, Keep::InThisTab);
    session.begin(paula, Keep::InMemory);
    assert_eq!(TabItem::Token.read(), None);
    assert!(session.switch_to(&annas_scope).is_some());
    assert_eq!(TabItem::Token.read().as_deref(), Some(ANNAS));
    assert!(session.switch_to(&paulas_scope).is_some());
    assert_eq!(TabItem::Token.read(), None);
    session.end();
    assert!(session.switch_to(&annas_scope).is_none());
    assert_eq!(untrack(|| session.state()), SessionState::SignedOut);
    assert_eq!(TabItem::Token.read(), None);
}

#[wasm_bindgen_test]
async fn who_signs_out_everywhere_comes_back_in_no_tab_that_keeps_one_of_the_sign_ins() {
    let (_screen, session, _) = session_of_both().await;
    // As a tab behind the browser's history keeps it.
    session.end();
    TabItem::Token.write(ANNAS);
    TabItem::UsedAt.write(
        &computer_time()
            .plus_milliseconds(-1_000)
            .milliseconds()
            .to_string(),
    );
    let cloud = Cloud::new(&annas());
    let (_screen, session, _) = session_over(&cloud);
    resume_from_tab(session);
    TimeoutFuture::new(50).await;
    assert_eq!(untrack(|| session.state()), SessionState::SignedOut);
    assert_eq!(TabItem::Token.read(), None);
    session.end();
}

#[wasm_bindgen_test]
async fn the_enterprise_project_of_a_scope_is_chosen_there_alone_and_still_when_its_person_comes_back()
 {
    let cloud = Cloud::new(&annas());
    let (_screen, session, net) = session_over(&cloud);
    let [anna, paula] = identities(net, &cloud).await;
    let (annas_scope, paulas_scope) = (anna.scope(), paula.scope());
    let chosen = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9".parse().unwrap();
    let asked_about = || untrack(|| session.enterprise_project());
    session.begin(anna, Keep::InMemory);
    let of_all = asked_about();
    session.choose_enterprise_project(&chosen);
    session.begin(paula, Keep::InMemory);
    assert_eq!(asked_about(), of_all);
    assert!(session.switch_to(&annas_scope).is_some());
    assert_eq!(asked_about(), chosen);
    assert!(stored(&chosen.to_string()));
    assert!(session.switch_to(&paulas_scope).is_some());
    assert_eq!(asked_about(), of_all);
    assert!(!stored(&chosen.to_string()));
    session.end();
}
