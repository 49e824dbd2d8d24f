//! The link past what stands on every page.

use leptos::prelude::{document, window};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen, token_body};

fn address() -> String {
    window().location().href().unwrap()
}

fn focused() -> String {
    let active = document().active_element().unwrap();
    active.tag_name() + "#" + &active.id()
}

#[wasm_bindgen_test]
async fn skipping_to_the_content_puts_the_focus_there_and_loads_nothing() {
    let list = r#"{"namespaces":[{"name":"acme-web","auth":7},{"name":"other","auth":7}]}"#;
    let cloud = Cloud::new(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", "/v2/manage/namespaces", 200, list.to_owned()),
    ]);
    let screen = Screen::signed_in_at(&cloud, "containers?filter=acme").await;
    screen.shows("acme-web").await;
    let (before, asked) = (address(), cloud.asked());
    assert!(before.ends_with("/containers?filter=acme"), "{before}");
    screen.get(".skip-link").click();
    assert_eq!(focused(), "MAIN#main");
    assert_eq!(address(), before);
    assert_eq!(cloud.asked(), asked);
    assert!(screen.text().contains("acme-web") && screen.text().contains("anna"));
}

#[wasm_bindgen_test]
fn it_leads_past_the_top_bar_of_the_sign_in_page_too() {
    let screen = Screen::open(&Cloud::new(&[]));
    let before = address();
    screen.get(".skip-link").click();
    assert_eq!(focused(), "MAIN#main");
    assert_eq!(address(), before);
}
