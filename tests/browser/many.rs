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

#[wasm_bindgen_test]
async fn what_the_look_shows_as_gone_is_not_sent_and_the_title_follows() {
    let listed = |names: &[&str]| {
        let tags: Vec<String> = names
            .iter()
            .map(|it| format!(r#"{{"Tag":"{it}"}}"#))
            .collect();
        let shop = "/v2/manage/namespaces/acme-web/repos/shop";
        vec![
            ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
            (
                "GET",
                "/v2/manage/namespaces/acme-web/repos/shop/tags",
                200,
                format!("[{}]", tags.join(",")),
            ),
            ("DELETE", "/v2/manage/", 204, String::new()),
            ("GET", shop, 200, r#"{"name":"shop"}"#.to_owned()),
        ]
    };
    let cloud = Cloud::new(&listed(&["1.0", "1.1", "1.2"]));
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/shop/tags").await;
    screen.shows("Tags (3)").await;
    screen.get("[role=columnheader] input").click();
    screen.shows("Delete 3 tags").await;
    screen.button("Delete 3 tags").click();
    screen.shows("To confirm, type").await;
    screen.type_into("To confirm, type “confirm”", "confirm");
    cloud.answer(&listed(&["1.0", "1.2"]));
    screen.dialog_button("Delete 3 tags").click();
    screen.shows("has changed since it was shown").await;
    assert_eq!(screen.get("dialog h2").inner_text(), "Delete 2 tags");
    // The word was for another list.
    assert_eq!(screen.field("To confirm, type “confirm”").value(), "");
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen.dialog_button("Delete 2 tags").click();
    screen.shows("2 tags").await;
    for _ in 0..50 {
        gloo_timers::future::TimeoutFuture::new(10).await;
    }
    let asked = cloud.asked().into_iter();
    let deleted: Vec<String> = asked.filter(|line| line.starts_with("DELETE")).collect();
    assert_eq!(deleted.len(), 2, "{deleted:?}");
    assert!(
        !deleted.iter().any(|line| line.ends_with("/1.1")),
        "{deleted:?}"
    );
}
