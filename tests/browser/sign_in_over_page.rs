//! Signing in over a page that stays: what the tab keeps, what is known already, and one form at a time.

use cloud_api::Timestamp;
use image_console::browser::clock::now;
use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use crate::answers::{Answer, Cloud, Screen, bens_token, token_body};
use crate::scope::stored;

const FAR: &str = "2999-01-01T00:00:00.000000Z";
const ENDS: &str = "Your token ends in less than 5 minutes.";
const EU_NL: &str = "8d0e6f3c9b205e7fa04b1c2d3e5f7091";

fn answers(token: String) -> Vec<Answer> {
    let organizations = r#"{"namespaces":[{"id":1,"name":"acme-web","auth":7}]}"#;
    vec![
        ("POST", "/v3/auth/tokens", 201, token.clone()),
        ("GET", "/v3/auth/tokens", 200, token),
        (
            "GET",
            "/v2/manage/namespaces",
            200,
            organizations.to_owned(),
        ),
    ]
}

/// A token that ends very soon.
fn ending() -> String {
    let end: Timestamp = now().plus_milliseconds(200_000);
    let (date, time) = end.date_and_time();
    token_body("eu-de").replace(FAR, &format!("{date}T{time}.000000Z"))
}

fn in_eu_nl() -> String {
    token_body("eu-nl").replace("7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80", EU_NL)
}

fn keep_box(screen: &Screen) -> HtmlInputElement {
    screen.get(".checkbox input").unchecked_into()
}

async fn with_token(cloud: &Cloud) -> Screen {
    let screen = Screen::open(cloud);
    screen.type_into("Token", "MIIexampletoken");
    screen
}

async fn elsewhere(screen: &Screen) {
    screen.button("Sign in to another project").click();
    screen.shows("What is open here closes").await;
}

#[wasm_bindgen_test]
async fn a_tab_that_keeps_a_sign_in_goes_on_keeping_in_another_project() {
    let cloud = Cloud::new(&answers(token_body("eu-de")));
    let screen = with_token(&cloud).await;
    keep_box(&screen).click();
    screen.button("Sign in").click();
    screen.shows("acme-web").await;
    cloud.answer(&answers(in_eu_nl()));
    elsewhere(&screen).await;
    assert!(keep_box(&screen).checked());
    screen.type_into("Token", "MIIothertoken");
    screen.dialog_button("Sign in").click();
    screen.loses("dialog").await;
    screen.shows("eu-nl").await;
    assert!(stored("MIIothertoken"));
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn what_somebody_else_had_the_tab_keep_is_not_kept_of_whoever_did_not_ask_for_it() {
    for asks in [false, true] {
        let cloud = Cloud::new(&answers(token_body("eu-de")));
        let screen = with_token(&cloud).await;
        keep_box(&screen).click();
        screen.button("Sign in").click();
        screen.shows("acme-web").await;
        cloud.answer(&answers(bens_token()));
        elsewhere(&screen).await;
        if asks {
            keep_box(&screen).click();
            keep_box(&screen).click();
        }
        assert!(keep_box(&screen).checked());
        screen.type_into("Token", "MIIbenstoken");
        screen.dialog_button("Sign in").click();
        screen.loses("dialog").await;
        assert_eq!(stored("MIIbenstoken"), asks);
        screen.button("Sign out").click();
        screen.shows("Where do I get a token?").await;
    }
}

#[wasm_bindgen_test]
async fn a_tab_that_keeps_nothing_is_not_asked_to_in_another_project() {
    let cloud = Cloud::new(&answers(token_body("eu-de")));
    let screen = with_token(&cloud).await;
    screen.button("Sign in").click();
    screen.shows("acme-web").await;
    elsewhere(&screen).await;
    assert!(!keep_box(&screen).checked());
    screen.dialog_button("Cancel").click();
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn what_is_known_of_whoever_signs_in_again_is_filled_in_but_the_password() {
    let cloud = Cloud::new(&answers(ending()));
    let screen = Screen::open(&cloud);
    screen.button("User name and password").click();
    screen.shows("Region or project ID").await;
    screen.type_into("Account", "ACME-EU");
    screen.type_into("User name", "anna");
    screen.type_into("Password", "secret");
    screen.type_into("Region or project ID", "eu-de");
    // A code is good once, so that the password is not at hand for another token.
    screen.get("summary").click();
    screen.type_into("One-time code", "123456");
    screen.button("Sign in").click();
    screen.shows(ENDS).await;
    screen.button("Sign in again").click();
    screen.shows("Sign in to go on where you were.").await;
    screen.shows("Region or project ID").await;
    let active = document().active_element().unwrap();
    assert_eq!(
        active.text_content().as_deref(),
        Some("User name and password")
    );
    assert_eq!(screen.field("Account").value(), "ACME-EU");
    assert_eq!(screen.field("User name").value(), "anna");
    assert_eq!(screen.field("Region or project ID").value(), "eu-de");
    assert_eq!(screen.field("Password").value(), "");
    screen.dialog_button("Cancel").click();
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn to_sign_in_elsewhere_nothing_is_filled_in() {
    let cloud = Cloud::new(&answers(token_body("eu-de")));
    let screen = with_token(&cloud).await;
    screen.button("Sign in").click();
    screen.shows("acme-web").await;
    elsewhere(&screen).await;
    screen.dialog_button("User name and password").click();
    screen.shows("Region or project ID").await;
    assert_eq!(screen.field("Account").value(), "");
    assert_eq!(screen.field("User name").value(), "");
    screen.dialog_button("Cancel").click();
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn who_signs_in_again_from_the_form_for_another_project_has_one_form() {
    let cloud = Cloud::new(&answers(ending()));
    let screen = with_token(&cloud).await;
    screen.button("Sign in").click();
    screen.shows(ENDS).await;
    elsewhere(&screen).await;
    screen.type_into("Token", "MIIothertoken");
    screen.dialog_button("Sign in again").click();
    screen.shows("Sign in to go on where you were.").await;
    assert_eq!(screen.count("dialog"), 1);
    assert_eq!(screen.count("#token"), 1);
    assert_eq!(
        screen.get("dialog h2").text_content().unwrap(),
        "Sign in again"
    );
    let active = document().active_element().unwrap();
    assert!(screen.get("dialog").contains(Some(&active)));
    screen.type_into("Token", "MIIanothertoken");
    cloud.answer(&answers(token_body("eu-de")));
    screen.dialog_button("Sign in").click();
    screen.loses("dialog").await;
    assert!(screen.text().contains("acme-web"));
    screen.button("Sign out").click();
}
