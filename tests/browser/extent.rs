//! Lists that are not known to be whole say so, and nothing counts more than came.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};

const TAGS: &str = "/v2/manage/namespaces/acme-web/repos/shop/tags";
const FIRST_TAGS: &str = "/v2/manage/namespaces/acme-web/repos/shop/tags?limit=1000&offset=0";
const MORE_TAGS: &str = "/v2/manage/namespaces/acme-web/repos/shop/tags?limit=1000&offset=2";
const TWO: &str = r#"[{"Tag":"1.0"},{"Tag":"1.1"}]"#;
const PLACE: &str = "containers/acme-web/shop/tags";

fn answers(answers: &[(&'static str, &str)]) -> Vec<Answer> {
    let mut all = vec![("GET", "/v3/auth/tokens", 200, token_body("eu-de"))];
    let answers = answers.iter();
    all.extend(answers.map(|(path, body)| ("GET", *path, 200, (*body).to_owned())));
    all
}

#[wasm_bindgen_test]
async fn a_list_says_how_many_the_service_counts_and_how_many_came() {
    let cloud = Cloud::new(&answers(&[(FIRST_TAGS, TWO), (TAGS, "[]")]));
    cloud.counts(TAGS, Some(100));
    let screen = Screen::signed_in_at(&cloud, PLACE).await;
    screen
        .shows("The service counts 100, but only 2 came.")
        .await;
    screen.shows("(at least 2)").await;
}

#[wasm_bindgen_test]
async fn without_a_total_a_list_goes_on_until_nothing_comes() {
    let more = r#"[{"Tag":"2.0"}]"#;
    let cloud = Cloud::new(&answers(&[
        (FIRST_TAGS, TWO),
        (MORE_TAGS, more),
        (TAGS, "[]"),
    ]));
    cloud.counts(TAGS, None);
    let screen = Screen::signed_in_at(&cloud, PLACE).await;
    screen.shows("(3)").await;
    assert!(!screen.text().contains("at least"));
}

#[wasm_bindgen_test]
async fn a_service_that_ignores_offsets_is_left_alone_after_a_second_reading() {
    let cloud = Cloud::new(&answers(&[(TAGS, TWO)]));
    cloud.counts(TAGS, None);
    let screen = Screen::signed_in_at(&cloud, PLACE).await;
    screen.shows("The service gave the same rows again").await;
    screen.shows("(at least 2)").await;
    TimeoutFuture::new(100).await;
    let asked = cloud.asked();
    let of_tags = asked.iter().filter(|line| line.contains("/tags?"));
    assert_eq!(of_tags.count(), 4, "{asked:?}");
}

#[wasm_bindgen_test]
async fn a_list_that_is_throttled_says_so_and_goes_on_by_itself() {
    let throttled = r#"{"error_code":"APIGW.0308","error_msg":"too many"}"#;
    let mut busy = answers(&[]);
    busy.push(("GET", TAGS, 429, throttled.to_owned()));
    let cloud = Cloud::new(&busy);
    let screen = Screen::signed_in_at(&cloud, PLACE).await;
    screen.shows("asks to wait").await;
    cloud.answer(&answers(&[(TAGS, TWO)]));
    screen.shows("(2)").await;
    assert!(!screen.text().contains("asks to wait"));
}

#[wasm_bindgen_test]
async fn a_scan_that_is_throttled_says_so_and_goes_on_by_itself() {
    let one = r#"[{"name":"shop","namespace":"acme-web"}]"#;
    let tasks = "/v2/manage/namespaces/acme-web/repos/shop/sync_repo";
    let throttled = r#"{"error_code":"APIGW.0308","error_msg":"too many"}"#;
    let mut busy = answers(&[("/v2/manage/repos?", one)]);
    busy.push(("GET", tasks, 429, throttled.to_owned()));
    let cloud = Cloud::new(&busy);
    let screen = Screen::signed_in_at(&cloud, "sync-tasks").await;
    screen.shows("asks to wait").await;
    screen.shows("0 of 1 repositories read so far…").await;
    cloud.answer(&answers(&[("/v2/manage/repos?", one), (tasks, "[]")]));
    screen.shows("1 repository read").await;
    assert!(!screen.text().contains("asks to wait"));
}

#[wasm_bindgen_test]
async fn a_scan_counts_the_repositories_that_the_service_counts() {
    const REPOSITORIES: &str = "/v2/manage/repos";
    let one = r#"[{"name":"shop","namespace":"acme-web"}]"#;
    let tasks = "/v2/manage/namespaces/acme-web/repos/shop/sync_repo";
    let gates = r#"{"enable_sync_repo":true}"#;
    let cloud = Cloud::new(&answers(&[
        ("/v2/manage/repos?", one),
        (tasks, "[]"),
        ("/v2/manage/feature-gates", gates),
    ]));
    cloud.counts(REPOSITORIES, Some(3));
    let screen = Screen::signed_in_at(&cloud, "sync-tasks").await;
    screen.shows("1 of 3 repositories read").await;
    screen.shows("The service counts 3, but only 1 came.").await;
}
