//! Machine images and their members, as they come.

use gloo_timers::future::TimeoutFuture;
use image_console::pages::machine_images::Route;
use image_console::route::{PageRoute as _, segments};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};

const LIST: &str = "/v2/cloudimages?enterprise_project_id=all_granted_eps&limit=500";
const BEHIND_B: &str = "/v2/cloudimages?enterprise_project_id=all_granted_eps&limit=500&marker=b";
const BEHIND_C: &str = "/v2/cloudimages?enterprise_project_id=all_granted_eps&limit=500&marker=c";
const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";

fn image(id: &str, kind: &str, owner: &str) -> String {
    format!(
        r#"{{"id":"{id}","name":"image-{id}","__imagetype":"{kind}","owner":"{owner}","status":"active",
        "virtual_env_type":"FusionCompute","__image_size":"2147483648","created_at":"2026-11-06T14:03:27Z"}}"#
    )
}

fn images(rows: &[String]) -> String {
    format!(
        r#"{{"images":[{}],"page_info":{{"next_marker":"x"}}}}"#,
        rows.join(",")
    )
}

fn cloud(answers: &[(&'static str, String)]) -> Cloud {
    let mut all: Vec<Answer> = vec![("GET", "/v3/auth/tokens", 200, token_body("eu-de"))];
    let answers = answers.iter();
    all.extend(answers.map(|(path, body)| ("GET", *path, 200, body.clone())));
    Cloud::new(&all)
}

async fn shown(answers: &[(&'static str, String)]) -> (Cloud, Screen) {
    let cloud = cloud(answers);
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    (cloud, screen)
}

#[wasm_bindgen_test]
async fn the_list_goes_on_behind_its_last_row_until_an_empty_page() {
    let first = [
        image("a", "private", PROJECT),
        image("b", "shared", PROJECT),
    ];
    let (cloud, screen) = shown(&[
        (BEHIND_C, images(&[])),
        (BEHIND_B, images(&[image("c", "shared", "another")])),
        (LIST, images(&first)),
    ])
    .await;
    screen.shows("Machine images (3)").await;
    screen.shows("Shared with me").await;
    screen.shows("Private").await;
    screen.shows("2.1 GB").await;
    let asked = cloud.asked();
    let lists = asked.iter().filter(|line| line.contains("cloudimages"));
    assert_eq!(lists.count(), 3, "{asked:?}");
}

#[wasm_bindgen_test]
async fn a_marker_that_leads_nowhere_ends_as_a_part() {
    let rows = [image("a", "private", PROJECT), image("b", "gold", "cloud")];
    let (cloud, screen) = shown(&[(LIST, images(&rows))]).await;
    screen.shows("The service gave the same rows again").await;
    screen.shows("(at least 2)").await;
    TimeoutFuture::new(100).await;
    let asked = cloud.asked();
    let lists = asked.iter().filter(|line| line.contains("cloudimages"));
    assert_eq!(lists.count(), 4, "{asked:?}");
}

#[wasm_bindgen_test]
async fn odd_rows_spoil_their_own_cells_and_a_row_without_id_ends_the_list_with_words() {
    let odd = r#"{"id":null,"name":"<b>odd</b>","__image_size":[],"status":7,"__imagetype":{}}"#;
    let rows = [image("a", "private", PROJECT), odd.to_owned()];
    let (_, screen) = shown(&[(LIST, images(&rows))]).await;
    screen.shows("<b>odd</b>").await;
    screen.shows("image-a").await;
    screen.shows("row 2 has no ID").await;
}

#[wasm_bindgen_test]
async fn members_stop_at_a_page_that_is_shorter_than_asked() {
    let members = r#"{"members":[
        {"member_id":"c8e2f4a6b8d05e13c5f7a9b1d3f5e7a9","member_type":"domain","status":"PENDING","created_at":"2026-11-08T10:00:00Z"},
        {"member_id":"7","member_type":"tenant","status":"expired"}],
        "page_info":[{"next_marker":"7","current_count":2}]}"#;
    let cloud = cloud(&[
        ("/v2/images/a/members?limit=100", members.to_owned()),
        ("/v2/images/a", image("a", "shared", PROJECT)),
    ]);
    let screen = Screen::signed_in_at(&cloud, "machine-images/a").await;
    screen.shows("Members (2)").await;
    screen.shows("Account").await;
    screen.shows("Pending").await;
    screen.shows("expired").await;
    screen.shows("image-a").await;
    let asked = cloud.asked();
    let pages = asked.iter().filter(|line| line.contains("/members"));
    assert_eq!(pages.count(), 1, "{asked:?}");
}

#[wasm_bindgen_test]
async fn of_what_everybody_can_use_no_members_are_asked_for() {
    let cloud = cloud(&[("/v2/images/a", image("a", "gold", "cloud"))]);
    let screen = Screen::signed_in_at(&cloud, "machine-images/a").await;
    screen.shows("so it has no members").await;
    let asked = cloud.asked();
    assert!(
        !asked.iter().any(|line| line.contains("/members")),
        "{asked:?}"
    );
}

#[wasm_bindgen_test]
async fn an_address_that_is_no_id_asks_for_nothing() {
    let cloud = cloud(&[]);
    let screen = Screen::signed_in_at(&cloud, "machine-images/%3Cb%3E").await;
    screen.shows("This is not an image ID.").await;
    let asked = cloud.asked();
    assert!(
        !asked.iter().any(|line| line.contains("images")),
        "{asked:?}"
    );
}

#[wasm_bindgen_test]
fn each_page_is_at_its_own_address() {
    for address in [
        "machine-images",
        "machine-images/a-1",
        "machine-images/%2E%2E%2F",
    ] {
        let segments = segments(address).unwrap();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        let route = Route::parse(&segments).map(|route| route.to_string());
        assert_eq!(route.as_deref(), Some(address));
    }
}
