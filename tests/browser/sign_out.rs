//! Signing out ends the token where the cloud offers that.

use gloo_timers::future::TimeoutFuture;
use image_console::session::{Keep, sign_in_with_token};
use image_console::work::tell_signing_out;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen, forget_changes, token_body};
use crate::scope::session_over;

const ORGANIZATIONS: &str = r#"{"namespaces":[{"id":1,"name":"acme-web","auth":7}]}"#;
const OPEN_TELEKOM_CLOUD: &str =
    r#"{"clouds":[{"preset":"open-telekom-cloud","regions":["eu-de"]}]}"#;
const ENDED: &str = "DELETE /v3/auth/tokens";
const STAYS: &str = "IAM did not end the token";

fn cloud(status: u16) -> Cloud {
    let body = format!(r#"{{"error":{{"code":{status},"message":"m","title":"t"}}}}"#);
    Cloud::new(&[
        ("DELETE", "/v3/auth/tokens", status, body),
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            "/v2/manage/namespaces",
            200,
            ORGANIZATIONS.to_owned(),
        ),
    ])
}

async fn signed_out(cloud: &Cloud, file: &str) -> Screen {
    forget_changes();
    let screen = Screen::set_up(cloud, file);
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
    screen.shows("acme-web").await;
    screen.button("Sign out").click();
    screen.shows("Where do I get a token?").await;
    TimeoutFuture::new(50).await;
    screen
}

#[wasm_bindgen_test]
async fn the_token_ends_in_the_cloud_as_well() {
    let cloud = cloud(204);
    let screen = signed_out(&cloud, OPEN_TELEKOM_CLOUD).await;
    assert_eq!(cloud.asked().last().map(String::as_str), Some(ENDED));
    assert!(!screen.text().contains(STAYS));
}

#[wasm_bindgen_test]
async fn a_token_that_has_ended_already_is_no_trouble() {
    for status in [401, 404] {
        let screen = signed_out(&cloud(status), OPEN_TELEKOM_CLOUD).await;
        assert!(!screen.text().contains(STAYS), "{status}");
    }
}

#[wasm_bindgen_test]
async fn a_token_that_did_not_end_is_told() {
    let screen = signed_out(&cloud(503), OPEN_TELEKOM_CLOUD).await;
    screen.shows(STAYS).await;
}

#[wasm_bindgen_test]
async fn a_cloud_that_ends_no_tokens_is_not_asked_to() {
    let huawei = r#"{"clouds":[{"preset":"huawei-cloud","regions":["eu-west-101"]}]}"#;
    for (file, region) in [("{}", "eu-de"), (huawei, "eu-west-101")] {
        let cloud = cloud(204);
        cloud.answer(&[
            ("GET", "/v3/auth/tokens", 200, token_body(region)),
            (
                "GET",
                "/v2/manage/namespaces",
                200,
                ORGANIZATIONS.to_owned(),
            ),
        ]);
        signed_out(&cloud, file).await;
        assert!(!cloud.asked().contains(&ENDED.to_owned()), "{file}");
    }
}

#[wasm_bindgen_test]
async fn whoever_signs_out_before_anything_has_arrived_is_signed_out_in_the_other_tabs() {
    let cloud = cloud(204);
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    screen.shows("acme-web").await;
    let (_tab, session, net) = session_over(&cloud);
    let identity = sign_in_with_token(net, "MIIinanothertab").await.unwrap();
    session.begin(identity, Keep::InMemory);
    tell_signing_out(session);
    session.end();
    screen
        .shows("You were signed out because you signed out in another tab.")
        .await;
    screen.shows("Where do I get a token?").await;
}
