//! Whether the page that the console's server gives now starts another program.

use image_console::net::starts_another;
use wasm_bindgen_test::wasm_bindgen_test;

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
