//! What `config.json` says, on the pages.

use image_console::app::faults_page;
use image_console::browser::storage::TabItem;
use leptos::prelude::document;
use leptos::task::tick;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen};

fn faults_of(file: &'static str) -> Screen {
    Screen::mount(move || faults_page(&config::parse(file).unwrap_err()))
}

#[wasm_bindgen_test]
async fn a_wrong_file_is_told_by_place_and_what_corrects_it() {
    let screen = faults_of(
        r#"{"titel":"Images","clouds":[{"preset":"open-telekom-cloud","regions":["eu-de","EU-UK"]}]}"#,
    );
    screen.shows("config.json has to be corrected").await;
    let text = screen.text();
    for told in [
        "titel",
        "Known here: $schema, title, notice",
        "clouds[0].regions[1]",
        "Use lowercase letters and digits",
    ] {
        assert!(text.contains(told), "{told} is not in: {text}");
    }
    tick().await;
    assert_eq!(document().title(), "config.json has to be corrected");
    assert_eq!(screen.count("input, textarea"), 0);
}

#[wasm_bindgen_test]
async fn a_key_is_shown_as_text_whatever_stands_in_it() {
    let screen = faults_of(r#"{"<img src=x onerror=alert(1)>\u202e":1}"#);
    screen.shows("<img src=x onerror=alert(1)>").await;
    assert!(!screen.text().contains('\u{202e}'));
    assert_eq!(screen.count("img"), 0);
}

#[wasm_bindgen_test]
async fn without_a_file_nobody_is_asked_for_a_password() {
    let screen = Screen::set_up(&Cloud::new(&[]), "{}");
    screen.shows("Where do I get a token?").await;
    assert_eq!(screen.count("[role=tab]"), 2);
    screen.button("Access key");
    assert_eq!(screen.count("input[type=password]"), 0);
    assert_eq!(screen.count("select#place"), 0);
    let screen = Screen::set_up(&Cloud::new(&[]), r#"{"password_sign_in":true}"#);
    screen.shows("User name and password").await;
}

#[wasm_bindgen_test]
async fn a_title_stands_for_the_name_of_the_console_and_a_notice_before_the_form() {
    let file = r#"{"title":"Images of ACME","notice":"No <b>shares</b> on Sunday."}"#;
    let screen = Screen::set_up(&Cloud::new(&[]), file);
    screen.shows("No <b>shares</b> on Sunday.").await;
    screen.shows("Images of ACME").await;
    assert!(!screen.text().contains("Image Console"));
    tick().await;
    assert_eq!(document().title(), "Sign in – Images of ACME");
}

#[wasm_bindgen_test]
async fn a_tab_that_may_keep_nothing_offers_no_choice_and_forgets_what_it_kept() {
    assert!(TabItem::Token.write("MIIkept"));
    let cloud = Cloud::new(&[]);
    let screen = Screen::set_up(&cloud, r#"{"keep_in_tab":false}"#);
    screen.shows("Where do I get a token?").await;
    assert!(!screen.text().contains("Keep until this tab is closed"));
    assert_eq!(TabItem::Token.read(), None);
    assert_eq!(cloud.asked(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn one_language_alone_is_no_choice() {
    let screen = Screen::set_up(&Cloud::new(&[]), r#"{"languages":["en"]}"#);
    screen.shows("Where do I get a token?").await;
    assert_eq!(screen.count("select#language"), 0);
    let screen = Screen::set_up(&Cloud::new(&[]), r#"{"languages":["zh-CN","en"]}"#);
    assert_eq!(screen.count("select#language option"), 2);
}

#[wasm_bindgen_test]
async fn the_demo_is_offered_where_the_file_says_so_and_nowhere_else() {
    const OFFER: &str = "Try the demo, no account needed";
    let screen = Screen::set_up(&Cloud::new(&[]), r#"{"demo":true}"#);
    screen.shows(OFFER).await;
    for file in ["{}", r#"{"demo":false}"#] {
        let screen = Screen::set_up(&Cloud::new(&[]), file);
        screen.shows("Where do I get a token?").await;
        assert!(!screen.text().contains(OFFER), "{file}");
    }
}
