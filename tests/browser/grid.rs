//! The table of resources, by keyboard.

use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::answers::{Cloud, Screen, token_body};
use crate::keys::{Key, Modifier, press_holding};

fn press(key: &str) {
    press_holding(&[], key);
}

fn press_with_control(key: &str) {
    press_holding(&[Modifier::Control], key);
}

/// The cells that Tab stops at.
fn stops(screen: &Screen) -> Vec<String> {
    let found = screen
        .get("[role=grid]")
        .query_selector_all("[data-cell][tabindex='0']")
        .unwrap();
    (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into::<Element>().ok())
        .filter_map(|cell| cell.get_attribute("data-cell"))
        .collect()
}

/// Waits until the focus is on a cell and Tab stops at that one alone.
async fn until_the_one_stop_is(screen: &Screen, cell: &str) {
    until_focus(|focused| focused == cell && stops(screen) == [cell]).await;
}

fn focused_cell() -> Option<String> {
    document()
        .active_element()
        .and_then(|it| it.get_attribute("data-cell"))
}

/// Waits until the focus is on a cell that is as wanted, and gives it.
async fn until_focus(wanted: impl Fn(&str) -> bool) -> String {
    for _ in 0..200 {
        if let Some(cell) = focused_cell().filter(|cell| wanted(cell)) {
            return cell;
        }
        gloo_timers::future::TimeoutFuture::new(10).await;
    }
    let focused = document()
        .active_element()
        .map(|element| element.outer_html().chars().take(200).collect::<String>());
    panic!("the focus never was where it should be but on {focused:?}");
}

async fn until_focus_leaves(cell: &str) -> String {
    until_focus(|focused| focused != cell).await
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
    assert!((1..100).contains(&rows), "{rows} rows are in the page");
}

/// What gives a table its height and a place to scroll in.
const STYLES: [&str; 3] = [
    include_str!("../../style/layers.css"),
    include_str!("../../style/tokens.css"),
    include_str!("../../style/table.css"),
];

/// The grid of a thousand organizations, with the focus on its first row.
async fn thousand() -> (Screen, usize) {
    let style = document().create_element("style").unwrap();
    style.set_text_content(Some(&STYLES.concat()));
    let screen = organizations(1_000).await;
    screen.get("[role=grid]").append_child(&style).unwrap();
    let stop: HtmlElement = screen.get("[role=grid] [data-cell='1-0']");
    stop.focus().unwrap();
    until_the_one_stop_is(&screen, "1-0").await;
    let headers = screen
        .get("[role=grid]")
        .query_selector_all("[role=columnheader]");
    let last_column = headers.unwrap().length() as usize - 1;
    assert!(last_column > 1);
    (screen, last_column)
}

#[wasm_bindgen_test]
async fn arrows_and_control_end_move_the_one_tab_stop() {
    let (screen, last_column) = thousand().await;
    press("ArrowDown");
    until_the_one_stop_is(&screen, "2-0").await;
    press("ArrowRight");
    until_the_one_stop_is(&screen, "2-1").await;
    press("ArrowLeft");
    until_the_one_stop_is(&screen, "2-0").await;
    press("ArrowUp");
    until_the_one_stop_is(&screen, "1-0").await;
    press_with_control("End");
    until_the_one_stop_is(&screen, &format!("1000-{last_column}")).await;
}

#[wasm_bindgen_test]
async fn a_key_that_follows_within_the_same_frame_is_not_lost() {
    let (screen, last_column) = thousand().await;
    press_with_control("End");
    // What the browser does between two keys; the next frame is not among it.
    tick().await;
    tick().await;
    press("ArrowUp");
    until_the_one_stop_is(&screen, &format!("999-{last_column}")).await;
}

#[wasm_bindgen_test]
async fn keys_of_the_browser_are_left_to_it() {
    use Modifier::{AltGraph, Alternate, Command, Control, Shift};
    let (screen, _) = thousand().await;
    press("ArrowDown");
    until_the_one_stop_is(&screen, "2-0").await;
    let held: [&[Modifier]; 6] = [
        &[Alternate],
        &[AltGraph],
        &[Command],
        &[Control, Alternate],
        &[Alternate, Shift],
        &[Control, Command],
    ];
    let keys = [
        "ArrowLeft",
        "ArrowRight",
        "ArrowUp",
        "ArrowDown",
        "Home",
        "End",
        "PageUp",
        "PageDown",
        "Enter",
        " ",
    ];
    for held in held {
        for key in keys {
            assert_eq!(press_holding(held, key), Key::Left, "{held:?} {key}");
        }
    }
    for key in keys.iter().filter(|key| !["Home", "End"].contains(key)) {
        assert_eq!(press_holding(&[Control], key), Key::Left, "{key}");
    }
    for held in [&[Alternate][..], &[Control, Shift], &[Control, Alternate]] {
        assert_eq!(press_holding(held, "a"), Key::Left, "{held:?}");
    }
    assert_eq!(focused_cell().as_deref(), Some("2-0"));
    assert_eq!(press_holding(&[Control], "Home"), Key::Taken);
    until_the_one_stop_is(&screen, "0-0").await;
}

#[wasm_bindgen_test]
async fn control_or_command_with_a_selects_all() {
    for modifier in [Modifier::Control, Modifier::Command] {
        let (screen, _) = thousand().await;
        let chosen = "[role=grid] [aria-selected=true]";
        assert!(screen.find(chosen).is_none());
        assert_eq!(press_holding(&[modifier], "a"), Key::Taken);
        gloo_timers::future::TimeoutFuture::new(0).await;
        screen.get(chosen);
    }
}

#[wasm_bindgen_test]
async fn home_end_and_the_page_keys_move_the_one_tab_stop() {
    let (screen, last_column) = thousand().await;
    press("End");
    until_the_one_stop_is(&screen, &format!("1-{last_column}")).await;
    press("Home");
    until_the_one_stop_is(&screen, "1-0").await;
    press("PageDown");
    let below = until_focus_leaves("1-0").await;
    assert!(below.ends_with("-0") && below != "2-0", "{below}");
    assert_eq!(stops(&screen), [below]);
    press("PageUp");
    until_the_one_stop_is(&screen, "1-0").await;
    press_with_control("Home");
    until_the_one_stop_is(&screen, "0-0").await;
}

#[wasm_bindgen_test]
async fn an_empty_list_says_what_it_is_and_what_to_do() {
    let screen = organizations(0).await;
    screen.shows("You can see no organizations.").await;
}
