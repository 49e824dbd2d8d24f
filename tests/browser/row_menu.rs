//! The menu of a row: for that row alone, one for the whole table.

use std::rc::Rc;

use image_console::i18n::{provide_i18n, text};
use image_console::route::provide_navigation;
use image_console::table::{
    Column, Columns, Grid, Height, Over, RowAction, RowTools, selectable_where, use_rows,
};
use image_console::ui::{ButtonKind, NotificationArea, provide_announcements};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::Screen;

fn columns() -> Columns<String> {
    Columns {
        key: |name| match name.starts_with("nobody") {
            true => String::new(),
            false => name.clone(),
        },
        name: Clone::clone,
        selectable: Some(|name| selectable_where(!name.contains(' '), text::table_unnameable)),
        columns: vec![Column::text("name", text::tags_digest()).of(|name: &String| name)],
    }
}

/// A table of some names, and what its actions were about.
async fn table(names: &[&str]) -> (Screen, StoredValue<Vec<String>>) {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let first = names.first().cloned().unwrap();
    let told = Rc::new(std::cell::Cell::new(None));
    let tell = Rc::clone(&told);
    let screen = Screen::mount(move || {
        provide_i18n();
        provide_navigation();
        provide_announcements();
        let names = Rc::new(names);
        let filter = Memo::new(|_| String::new());
        let rows = use_rows(columns(), move || Rc::clone(&names), filter, None);
        let acted_on = StoredValue::new(Vec::new());
        tell.set(Some(acted_on));
        let delete = RowAction {
            over: Over::Any,
            kind: ButtonKind::DangerText,
            label: text::tags_delete_count,
            run: Callback::new(move |()| acted_on.set_value(rows.acted_on())),
        };
        let tools = RowTools {
            actions: vec![delete],
            is_whole: Callback::new(|()| true),
        };
        view! {
            <h2 id="names">"Names"</h2>
            <Grid titled_by="names" rows=rows.grid() height=Height::Window tools />
            <NotificationArea />
        }
        .into_any()
    });
    screen.shows(&first).await;
    (screen, told.take().unwrap())
}

async fn open(screen: &Screen, name: &str) {
    screen
        .get(&format!("button[aria-label='Actions for {name}']"))
        .click();
    for _ in 0..5 {
        tick().await;
    }
}

#[wasm_bindgen_test]
async fn an_action_of_a_row_is_about_that_row_alone_and_leaves_the_selection() {
    let (screen, acted_on) = table(&["apple", "pear", "plum"]).await;
    screen.get("input[aria-label='Select apple']").click();
    open(&screen, "plum").await;
    screen.button("Delete 1 tag").click();
    assert_eq!(acted_on.get_value(), ["plum"]);
    tick().await;
    assert_eq!(screen.count("[role=row].selected"), 1);
}

#[wasm_bindgen_test]
async fn a_hundred_rows_share_one_menu() {
    let names: Vec<String> = (0..100).map(|number| format!("name{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let (screen, _) = table(&names).await;
    assert_eq!(screen.count("[role=menu]"), 1);
    assert_eq!(screen.count("[role=menuitem]"), 0);
}

#[wasm_bindgen_test]
async fn what_cannot_be_done_with_a_row_says_why_and_does_nothing() {
    let (screen, acted_on) = table(&["apple", "no name"]).await;
    open(&screen, "no name").await;
    let delete = screen.button("Delete 1 tag");
    assert_eq!(
        delete.get_attribute("aria-disabled").as_deref(),
        Some("true")
    );
    delete.click();
    assert_eq!(acted_on.get_value(), Vec::<String>::new());
    screen
        .shows("Not a valid name or ID, so it cannot be selected")
        .await;
}

#[wasm_bindgen_test]
async fn an_action_of_a_row_without_an_id_is_about_that_row_too() {
    let (screen, acted_on) = table(&["nobody one", "nobody-two", "nobody-three"]).await;
    open(&screen, "nobody-three").await;
    assert!(
        screen
            .find("[role=menu][aria-label='Actions for nobody-three']")
            .is_some()
    );
    screen.button("Delete 1 tag").click();
    assert_eq!(acted_on.get_value(), ["nobody-three"]);
}
