//! What a dialog rests on and could not read it says when it opens, not only when it is asked to act.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};

fn answers(status: u16, access: &str) -> Vec<Answer> {
    let path = "/v2/manage/namespaces/acme-web/access";
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", path, status, access.to_owned()),
    ]
}

const BEN: &str = r#"{"others_auths":[{"user_id":"1e2c6d7f8a9b4ac1b2d3e4f506172839","user_name":"ben","auth":1}]}"#;
const FAULT: &str = r#"{"errors":[{"errorCode":"SVCSTG.SWR.5000000","errorMessage":"fault"}]}"#;

#[wasm_bindgen_test]
async fn a_dialog_that_could_not_read_says_so_when_it_opens() {
    let cloud = Cloud::new(&answers(200, BEN));
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/~permissions").await;
    screen.shows("ben").await;
    screen.get("[role=columnheader] input").click();
    screen.shows("Remove access").await;
    cloud.answer(&answers(500, FAULT));
    screen.button("Remove access").click();
    screen.shows("HTTP 500").await;
    screen
        .shows("What remains could not be checked just now.")
        .await;
    assert!(cloud.sent().is_empty());
    cloud.answer(&answers(200, BEN));
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen.dialog_button("Remove access for 1 person").click();
    screen.sends(&cloud).await;
}
