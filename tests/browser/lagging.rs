//! The list lags behind a write: it is read again when the write was read back.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};

const ACCESS: &str = "/v2/manage/namespaces/acme-web/access";

fn list(rows: &str) -> Vec<Answer> {
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            ACCESS,
            200,
            format!(r#"{{"others_auths":[{rows}]}}"#),
        ),
        ("DELETE", ACCESS, 204, String::new()),
    ]
}

#[wasm_bindgen_test]
async fn what_was_removed_leaves_the_table_when_it_is_read_back() {
    let ben = r#"{"user_id":"1e2c6d7f8a9b4ac1b2d3e4f506172839","user_name":"ben","auth":1}"#;
    let cloud = Cloud::new(&list(ben));
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/~permissions").await;
    screen.shows("Access (1)").await;
    screen.get("[role=columnheader] input").click();
    screen.shows("Remove access").await;
    screen.button("Remove access").click();
    screen.shows("They lose access").await;
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen.dialog_button("Remove access for 1 person").click();
    screen.shows("accepted, checking…").await;
    // The first marks were told, and the list was read with ben still in it.
    gloo_timers::future::TimeoutFuture::new(300).await;
    screen.shows("Access (1)").await;
    cloud.answer(&list(""));
    screen.shows("Access (0)").await;
}
