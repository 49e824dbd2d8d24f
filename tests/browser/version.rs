//! Whether the page that the console's server gives now starts another program.

use gloo_timers::future::TimeoutFuture;
use image_console::i18n::provide_i18n;
use image_console::net::starts_another;
use image_console::ui::{provide_besides, reload_cost};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::Screen;

const RUNNING: &str = "image-console-6952d268cc5e277b.js";

fn page(program: &str) -> String {
    format!(
        r#"<html><script type="module" src="./boot.js?script={program}&module=x_bg.wasm"></script></html>"#
    )
}

#[wasm_bindgen_test]
fn a_page_with_another_program_is_a_new_version_and_one_with_the_same_is_not() {
    assert!(starts_another(
        &page("image-console-0000000000000000.js"),
        RUNNING
    ));
    assert!(!starts_another(&page(RUNNING), RUNNING));
}

#[wasm_bindgen_test]
fn what_is_not_the_page_of_the_console_tells_of_no_version() {
    let without_end = "boot.js?script=";
    for other in [
        "",
        "<html>Sign in to the proxy</html>",
        r#"<html><script src="other.js"></script></html>"#,
        without_end,
        r#"<script src="boot.js?script="></script>"#,
    ] {
        assert!(!starts_another(other, RUNNING), "{other}");
    }
}

#[wasm_bindgen_test]
async fn what_a_reload_costs_names_the_projects_that_are_held_besides_as_long_as_there_are_any() {
    let held = ArcRwSignal::new(2);
    let count = held.clone();
    let screen = Screen::mount(move || {
        provide_i18n();
        provide_besides(move || count.get());
        reload_cost()
    });
    screen
        .shows("Reloading also signs you out of 2 other projects.")
        .await;
    held.set(1);
    screen
        .shows("Reloading also signs you out of 1 other project.")
        .await;
    held.set(0);
    TimeoutFuture::new(10).await;
    assert!(!screen.text().contains("also signs you out"));
}
