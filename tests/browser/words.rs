//! Untrusted text and messages.

use image_console::i18n::{CELL_LIMIT, provide_i18n, text, visible};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::Screen;

#[wasm_bindgen_test]
fn control_and_bidirectional_characters_become_visible_codes() {
    assert_eq!(visible("a\u{202E}b\tc"), "a⟨U+202E⟩b⟨U+0009⟩c");
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
    let name = "x".repeat(CELL_LIMIT + 1);
    let screen = Screen::mount(move || {
        provide_i18n();
        view! { <image_console::i18n::Untrusted text=name /> }.into_any()
    });
    screen.shows("x…").await;
    screen.button("Show all").click();
    screen.shows(&"x".repeat(CELL_LIMIT + 1)).await;
}

#[wasm_bindgen_test]
async fn a_message_file_of_another_version_changes_nothing() {
    let screen = Screen::mount(|| {
        let words = provide_i18n();
        assert!(!words.use_chinese(br#"{"only":"one"}"#));
        assert!(words.use_chinese(include_bytes!("../../locales/zh-CN.json")));
        view! { <p>{move || words.say(&text::cancel_count(3))}</p> }.into_any()
    });
    screen.shows("删除 3 个权限").await;
}
