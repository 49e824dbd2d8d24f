//! What nobody waits for any more is read no further.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen, token_body};

/// A repository with a sync task, of whose tags every page is full.
fn endless_tags() -> Cloud {
    let repositories = r#"[{"namespace":"acme-web","name":"shop"}]"#;
    let tasks = r#"[{"remoteRegionId":"eu-nl","remoteNamespace":"acme-nl"}]"#;
    let tags = vec![r#"{"Tag":"1.0"}"#; 1_000].join(",");
    let shop = "/v2/manage/namespaces/acme-web/repos/shop";
    let of_shop = |part: &str| -> &'static str { format!("{shop}/{part}").leak() };
    Cloud::new(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", "/v2/manage/repos", 200, repositories.to_owned()),
        ("GET", of_shop("sync_repo"), 200, tasks.to_owned()),
        ("GET", of_shop("sync_job"), 200, "[]".to_owned()),
        ("GET", of_shop("tags"), 200, format!("[{tags}]")),
    ])
}

#[wasm_bindgen_test]
async fn leaving_the_dialog_of_missing_tags_ends_its_reading() {
    let cloud = endless_tags();
    let screen = Screen::signed_in_at(&cloud, "sync-tasks").await;
    screen.shows("Tasks (1)").await;
    screen.get("[role=columnheader] input").click();
    screen.shows("Tasks (1/1)").await;
    screen.button("Copy missing tags").click();
    screen.shows("Cancel").await;
    screen.dialog_button("Cancel").click();
    TimeoutFuture::new(100).await;
    let asked = cloud.asked().len();
    TimeoutFuture::new(100).await;
    assert_eq!(cloud.asked().len(), asked);
}
