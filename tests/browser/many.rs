//! However much is chosen, a dialog draws only so many lines.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen, token_body};

const COUNT: usize = 600;

#[wasm_bindgen_test]
async fn a_dialog_about_very_many_draws_a_hundred_lines_and_counts_the_others() {
    let row =
        |number| format!(r#"{{"namespace":"acme-web","name":"shop-{number:03}","num_images":0}}"#);
    let rows: Vec<String> = (0..COUNT).map(row).collect();
    let cloud = Cloud::new(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            "/v2/manage/repos",
            200,
            format!("[{}]", rows.join(",")),
        ),
        (
            "GET",
            "/v2/manage/namespaces",
            200,
            r#"{"namespaces":[]}"#.to_owned(),
        ),
    ]);
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web").await;
    screen.shows("Repositories (600)").await;
    screen.get("[role=columnheader] input").click();
    screen.shows("Delete 600 repositories").await;
    screen.button("Delete 600 repositories").click();
    screen.shows("and 500 more").await;
    assert_eq!(screen.count("dialog .dialog-list li"), 101);
    // Their lines are written when they are copied.
    assert_eq!(screen.count("dialog .copy-as button:not([disabled])"), 3);
}
