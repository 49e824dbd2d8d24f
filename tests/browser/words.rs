//! Untrusted text, ages and messages in the page.

use cloud_api::Timestamp;
use image_console::i18n::{Language, age, provide_i18n, text};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::Screen;

#[wasm_bindgen_test]
fn an_age_is_told_in_the_largest_unit_and_never_lies_a_little_ahead() {
    let now = Timestamp::from_milliseconds(1_795_000_000_000);
    let told = |seconds: i64| {
        let time = now.plus_milliseconds(-seconds * 1_000);
        age(time, now, Language::English)
    };
    assert_eq!(told(5 * 60), "5 minutes ago");
    assert_eq!(told(1), "1 second ago");
    assert_eq!(told(0), "now");
    assert_eq!(told(-59), "now");
    assert_eq!(told(-2 * 3_600), "in 2 hours");
}

#[wasm_bindgen_test]
async fn a_hostile_name_inside_a_sentence_stays_text() {
    let screen = Screen::mount(|| {
        let words = provide_i18n();
        view! { <p>{words.show(&text::sign_in_done("<img src=x onerror=alert(1)>"))}</p> }
            .into_any()
    });
    screen
        .shows("Signed in as <img src=x onerror=alert(1)>.")
        .await;
    assert!(screen.find("img").is_none());
    assert_eq!(
        screen.get("bdi").get_attribute("translate").as_deref(),
        Some("no")
    );
}

#[wasm_bindgen_test]
async fn a_long_name_is_cut_and_opens_on_demand() {
    let name = "x".repeat(257);
    let screen = Screen::mount(move || {
        provide_i18n();
        view! { <image_console::i18n::Untrusted text=name /> }.into_any()
    });
    screen.shows("x…").await;
    screen.button("Show all").click();
    screen.shows(&"x".repeat(257)).await;
}

#[wasm_bindgen_test]
async fn a_message_file_of_another_version_changes_nothing() {
    let screen = Screen::mount(|| {
        let words = provide_i18n();
        assert!(!words.use_chinese(br#"{"only":"one"}"#));
        assert_eq!(
            untrack(|| words.say(&text::access_remove_people(3))),
            "Remove access for 3 people"
        );
        assert!(words.use_chinese(include_bytes!("../../locales/zh-CN.json")));
        view! { <p>{move || words.say(&text::access_remove_people(3))}</p> }.into_any()
    });
    screen.shows("移除 3 个用户的权限").await;
}
