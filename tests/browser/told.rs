//! What the services tell is shown where a person looks for it, and what they do not tell is no
//! number.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};

fn signed_in(answers: &[Answer]) -> Cloud {
    let mut all = vec![("GET", "/v3/auth/tokens", 200, token_body("eu-de"))];
    all.extend_from_slice(answers);
    Cloud::new(&all)
}

const PROJECT: &str = "/v5/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/image";

const TASKS: &str = r#"{"total_num":1,"data_list":[{"task_id":"t-1","task_name":"manualSync_1","task_type":"manualSync","task_status":100,"begin_time":1795132800000,"end_time":1795132900000,"total_num":40,"success_num":37,"failed_num":3,"failed_images":[
 {"registry_id":"r-1","registry_name":"harbor-a","registry_type":"Harbor","namespace":"shop","image_name":"api","image_version":"1.2","failed_reason":"REQUEST_API_ERROR"},
 {"registry_id":"r-1","registry_name":"harbor-a","registry_type":"Harbor","namespace":"shop","image_name":"web","image_version":"7","failed_reason":"<b>odd</b>"}]}]}"#;

const REGISTRIES: &str = r#"{"total_num":1,"data_list":[{"registry_id":"r-1","registry_name":"harbor-a","registry_type":"Harbor","sync_status":"failed","failed_reason":"CREATE_JOB_FAILED"}]}"#;

#[wasm_bindgen_test]
async fn the_images_that_failed_in_a_task_are_named_on_its_page() {
    let cloud = signed_in(&[
        (
            "GET",
            "/v5/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/image/tasks",
            200,
            TASKS.to_owned(),
        ),
        ("GET", PROJECT, 200, REGISTRIES.to_owned()),
    ]);
    let screen = Screen::signed_in_at(&cloud, "security-sync/tasks/t-1").await;
    screen.shows("Images that failed: 3").await;
    screen
        .shows("Its cluster is not connected properly. Check it in HSS.")
        .await;
    screen.button("Images that failed: 3").click();
    screen.shows("shop/api:1.2").await;
    screen.shows("<b>odd</b>").await;
    screen
        .shows("HSS counts 3 images that failed and names 2 of them.")
        .await;
    screen
        .shows("HSS cannot reach the registry. Check its cluster, or connect it again.")
        .await;
}

#[wasm_bindgen_test]
async fn a_count_that_never_came_is_a_dash_with_words_and_no_zero() {
    let rows = r#"[{"name":"api","namespace":"acme-web","is_public":null,"num_images":null,"num_download":null,"size":null,"updated_at":null},
        {"name":"web","namespace":"acme-web","is_public":false,"num_images":0,"num_download":41,"size":0,"updated_at":"2026-11-20T15:03:02Z"}]"#;
    let cloud = signed_in(&[("GET", "/v2/manage/repos", 200, rows.to_owned())]);
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web").await;
    screen.shows("41").await;
    let row = screen.get("[role=row]:has([href$='api/permissions'])");
    let dashes = row.query_selector_all("[aria-hidden=true] + .visually-hidden");
    assert_eq!(dashes.map(|dashes| dashes.length()), Ok(4));
    assert!(!row.inner_text().contains('0'), "{}", row.inner_text());
    assert!(
        row.text_content()
            .unwrap_or_default()
            .contains("–Not reported")
    );
}

#[wasm_bindgen_test]
async fn a_repositorys_head_tells_downloads_creator_and_ones_own_level() {
    let path = "/v2/manage/namespaces/acme-web/repos/api";
    let access = r#"{"self_auth":{"user_id":"0d1b5c6e7f8a49b0a1c2d3e4f5061728","user_name":"anna","auth":7},"others_auths":[]}"#;
    let itself = r#"{"name":"api","creator_name":"ben\u202e","num_download":4711,"is_public":false,"path":"swr/acme-web/api"}"#;
    let cloud = signed_in(&[
        (
            "GET",
            "/v2/manage/namespaces/acme-web/repos/api/access",
            200,
            access.to_owned(),
        ),
        ("GET", path, 200, itself.to_owned()),
        (
            "GET",
            "/v2/manage/namespaces/acme-web/access",
            200,
            access.to_owned(),
        ),
    ]);
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/api/permissions").await;
    screen.shows("1 person can get this image: you.").await;
    screen.shows("Private").await;
    let own = screen.get(".table-body .table-row").inner_text();
    assert!(own.contains("anna") && own.contains("Manage"), "{own}");
    screen.button("About this repository").click();
    screen.shows("4,711").await;
    screen.shows("ben⟨U+202E⟩").await;
    screen.button("Copy pull address");
}

#[wasm_bindgen_test]
async fn the_encoded_message_about_a_missing_right_can_be_copied() {
    let refusal = r#"{"error_code":"SVCSTG.SWR.4030170","error_msg":"m","encoded_authorization_message":"CiAg"}"#;
    let cloud = signed_in(&[("GET", "/v2/manage", 403, refusal.to_owned())]);
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    screen
        .shows("An administrator can decode it with STS.")
        .await;
    screen.button("Copy encoded message");
}

#[wasm_bindgen_test]
async fn a_start_tells_how_many_registries_are_reached_where_hss_tells_it() {
    let cloud = signed_in(&[
        (
            "GET",
            "/v5/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/image/registries/statistics",
            200,
            r#"{"success_num":30,"fail_num":3}"#.to_owned(),
        ),
        (
            "GET",
            PROJECT,
            200,
            r#"{"data_list":[],"total_num":0}"#.to_owned(),
        ),
    ]);
    let screen = Screen::signed_in_at(&cloud, "security-sync").await;
    screen.shows("Start a sync").await;
    screen.button("Start a sync").click();
    screen
        .shows("HSS reaches 30 registries and cannot reach 3.")
        .await;
}
