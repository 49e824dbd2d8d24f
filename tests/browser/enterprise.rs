//! Instances of SWR Enterprise, as they come.

use image_console::pages::enterprise::Route;
use image_console::route::{PageRoute as _, segments};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};

/// The project that is signed in to, and where its instances are.
const INSTANCES: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances";
/// One of them, and its target registries.
const ONE: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1";
const REGISTRIES: &str = "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/registries";

/// A cloud that answers so, each path before those that it begins with.
pub fn cloud(answers: &[(&'static str, u16, &str)]) -> Cloud {
    let mut all: Vec<Answer> = vec![("GET", "/v3/auth/tokens", 200, token_body("eu-de"))];
    let answers = answers.iter();
    all.extend(answers.map(|(path, status, body)| ("GET", *path, *status, (*body).to_owned())));
    Cloud::new(&all)
}

/// A page over such a cloud.
pub async fn shown_at(address: &str, answers: &[(&'static str, u16, &str)]) -> (Cloud, Screen) {
    let cloud = cloud(answers);
    let screen = Screen::signed_in_at(&cloud, address).await;
    (cloud, screen)
}

#[wasm_bindgen_test]
async fn all_instances_of_the_project_are_listed_with_their_state() {
    let (cloud, screen) = shown_at(
        "enterprise",
        &[(
            INSTANCES,
            200,
            r#"{"total":3,"instances":[
                {"id":"i-1","name":"<b>acme</b>","status":"Running","access_address":"acme.swr-pro.example"},
                {"id":"i-2","name":"","status":"Melting","created_at":"0001-01-01T00:00:00Z"},
                {"id":"../..","name":"odd","status":7}]}"#,
        )],
    )
    .await;
    screen.shows("Instances (3)").await;
    screen.shows("<b>acme</b>").await;
    screen.shows("acme.swr-pro.example").await;
    screen.shows("Running").await;
    screen.shows("i-2").await;
    screen.shows("Melting").await;
    screen.shows("Never").await;
    screen.shows("Not a valid name or ID").await;
    let asked = cloud.asked();
    let lists = asked.iter().filter(|line| line.contains("/instances"));
    assert_eq!(lists.count(), 1, "{asked:?}");
}

#[wasm_bindgen_test]
async fn a_project_without_an_instance_says_so_and_what_to_do() {
    let none = r#"{"total":0,"instances":[]}"#;
    let (_, screen) = shown_at("enterprise", &[(INSTANCES, 200, none)]).await;
    screen.shows("No instance in this project.").await;
    screen.shows("select it in the top bar").await;
}

#[wasm_bindgen_test]
async fn a_region_without_the_service_says_so_and_what_to_do() {
    let unknown = r#"{"error_code":"APIGW.0101","error_msg":"The API does not exist or has not been published in the environment","request_id":"r-1"}"#;
    let (_, screen) = shown_at("enterprise", &[(INSTANCES, 404, unknown)]).await;
    screen
        .shows("SWR Enterprise is not offered in this region. Select another region")
        .await;
    screen.shows("APIGW.0101").await;
}

#[wasm_bindgen_test]
async fn an_instance_that_is_not_there_is_told_once_and_in_place_of_its_tab() {
    let gone = r#"{"error_code":"SWR.404001","error_msg":"The instance does not exist"}"#;
    let (_, screen) = shown_at("enterprise/i-1", &[(ONE, 404, gone)]).await;
    screen.shows("There is no instance with this ID").await;
    screen.loses("#filter").await;
}

#[wasm_bindgen_test]
async fn an_instance_that_may_not_be_seen_hides_nothing_that_is_in_it() {
    let denied = r#"{"error_code":"SVCSTG.SWR.4030170","error_msg":"Insufficient permissions"}"#;
    let registries = r#"{"total":1,"registries":[{"id":11,"name":"old-harbor"}]}"#;
    let answers = [(REGISTRIES, 200, registries), (ONE, 403, denied)];
    let (_, screen) = shown_at("enterprise/i-1/registries", &answers).await;
    screen.shows("The instance could not be loaded.").await;
    screen.shows("old-harbor").await;
}

#[wasm_bindgen_test]
async fn an_address_that_is_no_instance_asks_for_nothing() {
    let (cloud, screen) = shown_at("enterprise/%3Cb%3E/registries", &[]).await;
    screen.shows("This is not an instance ID.").await;
    let asked = cloud.asked();
    assert!(
        !asked.iter().any(|line| line.contains("/instances")),
        "{asked:?}"
    );
}

#[wasm_bindgen_test]
fn each_page_of_the_area_is_at_its_own_address() {
    let printed = |address: &str| {
        let segments = segments(address)?;
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        Route::parse(&segments).map(|route| route.to_string())
    };
    for address in [
        "enterprise",
        "enterprise/i-1/registries",
        "enterprise/i-1/overview",
        "enterprise/i-1/audit-log",
        "enterprise/%2E%2E%2F",
    ] {
        assert_eq!(printed(address).as_deref(), Some(address));
    }
    assert_eq!(
        printed("enterprise/i-1").as_deref(),
        Some("enterprise/i-1/registries")
    );
    assert_eq!(printed("enterprise/i-1/nothing"), None);
}
