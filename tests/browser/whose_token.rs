//! A service that refuses a token which IAM accepts.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};

const REFUSED: &str = r#"{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information","request_id":"b7f0"}"#;
const TOLD: &str = "IAM accepts your token, but this service does not";
const BANNER: &str = "Your token is not accepted any more";

fn answers(iam: u16) -> Vec<Answer> {
    let token = match iam {
        200 => token_body("eu-de"),
        _ => REFUSED.to_owned(),
    };
    vec![
        ("GET", "/v3/auth/tokens", iam, token),
        ("GET", "/v2/manage/", 401, REFUSED.to_owned()),
    ]
}

fn validations(cloud: &Cloud) -> usize {
    let asked = cloud.asked();
    asked
        .iter()
        .filter(|line| line.contains("/v3/auth/tokens"))
        .count()
}

#[wasm_bindgen_test]
async fn a_service_that_contradicts_iam_is_told_without_the_banner_and_iam_is_asked_once() {
    let cloud = Cloud::new(&answers(200));
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    screen.shows(TOLD).await;
    screen
        .shows("HTTP 401 · APIGW.0301 · Incorrect IAM authentication information · Request ID b7f0")
        .await;
    assert!(!screen.text().contains(BANNER), "{}", screen.text());
    screen.go("containers/acme-web");
    screen.shows("acme-web").await;
    screen.shows(TOLD).await;
    // Signing in was the first.
    assert_eq!(validations(&cloud), 2, "{:?}", cloud.asked());
}

/// Signs in while all is well, lets the cloud answer so, and reads again.
async fn read_again(answers: &[Answer]) -> Screen {
    let organizations = r#"{"namespaces":[{"id":1,"name":"acme-web","auth":7}]}"#;
    let cloud = Cloud::new(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", "/v2/manage/", 200, organizations.to_owned()),
    ]);
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    screen.shows("acme-web").await;
    cloud.answer(answers);
    screen.button("Refresh").click();
    screen
}

#[wasm_bindgen_test]
async fn a_token_that_iam_refuses_as_well_has_ended() {
    let screen = read_again(&answers(401)).await;
    screen.shows(BANNER).await;
    assert!(!screen.text().contains(TOLD), "{}", screen.text());
}

#[wasm_bindgen_test]
async fn where_iam_says_nothing_the_service_is_believed() {
    let screen = read_again(&[("GET", "/v2/manage/", 401, REFUSED.to_owned())]).await;
    screen.shows(BANNER).await;
}
