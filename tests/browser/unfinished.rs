//! A sign-in that somebody has begun and left: what was given is forgotten as a page that is open locks.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::{document, window};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, KeyboardEvent};

use crate::access_key::{EU_DE, EU_NL, good, key_form, projects};
use crate::answers::{Cloud, Screen};
use crate::lock::Later;
use crate::password::to_be_chosen;

const CHOICE: &str = "In which region?";
const WHY: &str = "Nobody went on with this sign-in for 15 minutes";
const OF_CHOICE: &str = "[aria-labelledby=project-choice]";

fn press_a_key() {
    window()
        .dispatch_event(&KeyboardEvent::new("keydown").unwrap())
        .unwrap();
}

#[wasm_bindgen_test]
async fn a_password_that_waits_for_a_region_is_forgotten_and_the_person_is_told_why() {
    let (cloud, screen) = to_be_chosen().await;
    let sent = cloud.sent().len();
    let later = Later::by(15);
    screen.loses(OF_CHOICE).await;
    screen.shows(WHY).await;
    let heard = screen.get("[aria-live=assertive]").text_content().unwrap();
    assert!(heard.starts_with(WHY), "{heard}");
    assert_eq!(screen.field("Password").value(), "");
    TimeoutFuture::new(50).await;
    let active = document().active_element().unwrap();
    assert_eq!(active.text_content().unwrap(), "Sign in");
    assert_eq!(cloud.sent().len(), sent);
    // It is begun once more as the first time.
    screen.type_into("Password", "secret");
    screen.button("Sign in").click();
    screen.shows(CHOICE).await;
    assert!(!screen.text().contains(WHY), "{}", screen.text());
    drop(later);
}

#[wasm_bindgen_test]
async fn a_key_that_waits_for_a_region_is_forgotten_too() {
    let mut answers = good();
    answers[1] = projects(&[EU_DE, EU_NL]);
    let screen = key_form(&Cloud::new(&answers)).await;
    screen.button("Sign in").click();
    screen.shows(CHOICE).await;
    let later = Later::by(15);
    screen.loses(OF_CHOICE).await;
    screen.shows(WHY).await;
    drop(later);
}

#[wasm_bindgen_test]
async fn what_waits_is_forgotten_at_once_where_the_page_is_shown_again() {
    for shown_again in ["pageshow", "visibilitychange"] {
        let (_cloud, screen) = to_be_chosen().await;
        let later = Later::by(15);
        window()
            .dispatch_event(&Event::new(shown_again).unwrap())
            .unwrap();
        TimeoutFuture::new(20).await;
        assert!(screen.find(OF_CHOICE).is_none(), "{shown_again}");
        drop(later);
    }
}

#[wasm_bindgen_test]
async fn what_waits_stays_as_long_as_somebody_is_there() {
    let (_cloud, screen) = to_be_chosen().await;
    let first = Later::by(10);
    press_a_key();
    let second = Later::by(20);
    TimeoutFuture::new(1_200).await;
    assert!(screen.text().contains(CHOICE), "{}", screen.text());
    drop((second, first));
}

#[wasm_bindgen_test]
async fn a_form_in_which_nothing_was_given_is_not_said_to_be_locked() {
    let screen = Screen::open(&Cloud::default());
    screen.button("User name and password").click();
    screen.shows("Region or project ID").await;
    let later = Later::by(20);
    TimeoutFuture::new(1_200).await;
    for told in [WHY, "This page is locked"] {
        assert!(!screen.text().contains(told), "{}", screen.text());
    }
    drop(later);
}
