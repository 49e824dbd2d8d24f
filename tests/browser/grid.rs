//! The table of resources, by keyboard.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, KeyboardEvent, KeyboardEventInit};

use crate::answers::{Cloud, Screen, token_body};

fn press(key: &str) {
    let options = KeyboardEventInit::new();
    options.set_key(key);
    options.set_bubbles(true);
    options.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options).unwrap();
    document()
        .active_element()
        .unwrap()
        .dispatch_event(&event)
        .unwrap();
}

async fn until_focus_is(cell: &str) {
    for _ in 0..200 {
        let focused = document()
            .active_element()
            .and_then(|it| it.get_attribute("data-cell"));
        if focused.as_deref() == Some(cell) {
            return;
        }
        gloo_timers::future::TimeoutFuture::new(10).await;
    }
    let focused = document()
        .active_element()
        .map(|element| element.outer_html());
    panic!("the focus never was on {cell} but on {focused:?}");
}

async fn organizations(count: usize) -> Screen {
    let rows: Vec<String> = (0..count)
        .map(|number| format!(r#"{{"name":"team{number:04}","auth":7}}"#))
        .collect();
    let cloud = Cloud::new(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            "/v2/manage/namespaces",
            200,
            format!(r#"{{"namespaces":[{}]}}"#, rows.join(",")),
        ),
    ]);
    let screen = Screen::open(&cloud);
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
    if count > 0 {
        screen.shows("team0000").await;
    }
    screen
}

#[wasm_bindgen_test]
async fn a_thousand_rows_keep_few_in_the_page_and_tell_how_many_there_are() {
    let screen = organizations(1_000).await;
    let grid = screen.get("[role=grid]");
    assert_eq!(grid.get_attribute("aria-rowcount").as_deref(), Some("1001"));
    let rows = grid.query_selector_all(".table-row").unwrap().length();
    assert!(rows < 100, "{rows} rows are in the page");
}

#[wasm_bindgen_test]
async fn arrows_and_control_end_move_the_one_tab_stop() {
    let screen = organizations(1_000).await;
    let stop: HtmlElement = screen.get("[role=grid] [tabindex='0']").unchecked_into();
    stop.focus().unwrap();
    until_focus_is("1-0").await;
    press("ArrowDown");
    until_focus_is("2-0").await;
    press("PageDown");
    press("End");
    let last = screen.get("[role=grid]");
    gloo_timers::future::TimeoutFuture::new(50).await;
    assert_eq!(
        last.query_selector_all("[tabindex='0']").unwrap().length(),
        1
    );
}

#[wasm_bindgen_test]
async fn an_empty_list_says_what_it_is_and_what_to_do() {
    let screen = organizations(0).await;
    screen
        .shows("There are no organizations that you can see.")
        .await;
}
