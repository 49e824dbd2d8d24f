//! The service wants fewer requests: it is said until when, and goes on by itself.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};

const ACCESS: &str = "/v2/manage/namespaces/acme-web/access";
const TOO_MANY: &str = r#"{"error_code":"APIGW.0308","error_msg":"m","request_id":"g"}"#;
const BEN: &str = r#"{"others_auths":[{"user_id":"1e2c6d7f8a9b4ac1b2d3e4f506172839","user_name":"ben","auth":1}]}"#;

fn answers(access: &[(&'static str, u16, &str)]) -> Vec<Answer> {
    let mut all: Vec<Answer> = vec![("GET", "/v3/auth/tokens", 200, token_body("eu-de"))];
    let access = access.iter();
    all.extend(access.map(|(method, status, body)| (*method, ACCESS, *status, (*body).to_owned())));
    all
}

#[wasm_bindgen_test]
async fn a_throttled_read_says_that_it_waits_and_goes_on_by_itself() {
    let cloud = Cloud::new(&answers(&[("GET", 429, TOO_MANY)]));
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/~permissions").await;
    screen
        .shows("The cloud asks to wait. Sending goes on by itself at ")
        .await;
    cloud.answer(&answers(&[("GET", 200, BEN)]));
    screen.shows("ben").await;
    assert!(!screen.text().contains("asks to wait"));
    // Nothing stands there that would take room.
    assert!(screen.find(".page > [role=status]:empty").is_some());
}

#[wasm_bindgen_test]
async fn a_throttled_change_says_that_it_waits_and_can_be_stopped() {
    let throttled = [("GET", 200, BEN), ("DELETE", 429, TOO_MANY)];
    let cloud = Cloud::new(&answers(&throttled));
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/~permissions").await;
    screen.shows("ben").await;
    screen.get("[role=columnheader] input").click();
    screen.shows("Remove access").await;
    screen.button("Remove access").click();
    screen.shows("They lose access").await;
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen.dialog_button("Remove access for 1 person").click();
    screen
        .shows("The cloud asks to wait. Sending goes on by itself at ")
        .await;
    screen.button("Stop sending").click();
    screen.shows("Send the 1 not done").await;
    assert!(!screen.text().contains("asks to wait"));
}
