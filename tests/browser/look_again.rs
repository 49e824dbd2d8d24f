//! What was read long ago is read again before anything is sent.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};

const BEN: &str = "1e2c6d7f8a9b4ac1b2d3e4f506172839";
const ACCESS: &str = "/v2/manage/namespaces/acme-web/access";
const CHANGED: &str = "has changed since it was shown";

fn access(level: Option<u8>) -> Vec<Answer> {
    let row =
        level.map(|level| format!(r#"{{"user_id":"{BEN}","user_name":"ben","auth":{level}}}"#));
    let body = format!(r#"{{"others_auths":[{}]}}"#, row.unwrap_or_default());
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", ACCESS, 200, body),
        ("DELETE", ACCESS, 204, String::new()),
        ("POST", ACCESS, 200, String::new()),
    ]
}

/// Ben's permission was cancelled, and the dialog that takes that back is open.
async fn undoing(cloud: &Cloud) -> Screen {
    let screen = Screen::signed_in_at(cloud, "containers/acme-web/~permissions").await;
    screen.shows("ben").await;
    screen.get("input[aria-label='Select ben']").click();
    screen.shows("Remove access").await;
    screen.button("Remove access").click();
    screen
        .shows("Direct access to single repositories stays.")
        .await;
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen.dialog_button("Remove access for 1 person").click();
    screen.sends(cloud).await;
    cloud.answer(&access(None));
    screen.shows(", checked with the cloud at").await;
    screen.button("Undo").click();
    screen.shows("Puts back what was there before").await;
    screen
}

#[wasm_bindgen_test]
async fn an_undo_is_sent_where_everything_is_as_it_was_left() {
    let cloud = Cloud::new(&access(Some(3)));
    let screen = undoing(&cloud).await;
    screen.dialog_button("Undo").click();
    let sent = screen.has_sent(&cloud, 2).await;
    assert!(sent[1].contains(r#""auth":3"#), "{sent:?}");
}

#[wasm_bindgen_test]
async fn an_undo_leaves_alone_what_somebody_else_has_made_meanwhile_and_says_so() {
    let cloud = Cloud::new(&access(Some(3)));
    let screen = undoing(&cloud).await;
    cloud.answer(&access(Some(7)));
    screen.dialog_button("Undo").click();
    screen.shows(CHANGED).await;
    screen.shows("ben: changed since by someone else").await;
    screen.shows("There is nothing to undo.").await;
    screen.dialog_button("Undo").click();
    screen.shows("There is nothing to undo.").await;
    assert_eq!(cloud.sent().len(), 1, "{:?}", cloud.sent());
}

#[wasm_bindgen_test]
async fn an_undo_of_what_cannot_be_read_sends_nothing() {
    let cloud = Cloud::new(&access(Some(3)));
    let screen = undoing(&cloud).await;
    let mut unreadable = access(None);
    unreadable[1].2 = 403;
    unreadable[1].3 = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4030170"}]}"#.to_owned();
    cloud.answer(&unreadable);
    screen.dialog_button("Undo").click();
    screen.shows("so nothing was undone").await;
    assert_eq!(cloud.sent().len(), 1, "{:?}", cloud.sent());
}

const TOO_MANY: &str = r#"{"error_code":"APIGW.0308","error_msg":"m","request_id":"g"}"#;

#[wasm_bindgen_test]
async fn a_look_that_comes_too_soon_is_repeated_after_the_pause_and_then_the_write_is_sent() {
    let cloud = Cloud::new(&access(Some(3)));
    let screen = undoing(&cloud).await;
    let mut throttled = access(None);
    throttled[1].2 = 429;
    throttled[1].3 = TOO_MANY.to_owned();
    cloud.answer(&throttled);
    screen.dialog_button("Undo").click();
    screen
        .shows("The cloud asks to wait. Sending goes on by itself at ")
        .await;
    assert_eq!(cloud.sent().len(), 1, "{:?}", cloud.sent());
    cloud.answer(&access(None));
    let sent = screen.has_sent(&cloud, 2).await;
    assert!(sent[1].contains(r#""auth":3"#), "{sent:?}");
}

/// One repository with one task; its tags and jobs.
fn copied(tasks: &str, tags: &str, jobs: &str) -> Vec<Answer> {
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            "/v2/manage/namespaces/acme-web/repos/shop/sync_repo",
            200,
            tasks.to_owned(),
        ),
        (
            "GET",
            "/v2/manage/namespaces/acme-web/repos/shop/sync_job",
            200,
            jobs.to_owned(),
        ),
        (
            "GET",
            "/v2/manage/namespaces/acme-web/repos/shop/tags",
            200,
            tags.to_owned(),
        ),
        (
            "GET",
            "/v2/manage/repos",
            200,
            r#"[{"namespace":"acme-web","name":"shop"}]"#.to_owned(),
        ),
        ("GET", "/v2/", 200, "{}".to_owned()),
        (
            "POST",
            "/v2/manage/namespaces/acme-web/repos/shop/sync_images",
            200,
            "[]".to_owned(),
        ),
    ]
}

const TASK: &str = r#"[{"remoteRegionId":"eu-nl","remoteNamespace":"acme-nl","syncAuto":true,"override":false,"createdAt":"2026-01-01T00:00:00Z"}]"#;

fn tags(names: &[&str]) -> String {
    let tag = |name: &&str| format!(r#"{{"Tag":"{name}","updated":"2026-06-01T00:00:00Z"}}"#);
    let tags: Vec<String> = names.iter().map(tag).collect();
    format!("[{}]", tags.join(","))
}

fn job(id: u64, status: &str) -> String {
    format!(
        r#"[{{"id":{id},"tag":"1.0","remoteRegionId":"eu-nl","remoteNamespace":"acme-nl","status":"{status}","createdAt":"2026-07-01T00:00:00Z"}}]"#
    )
}

async fn missing(cloud: &Cloud) -> Screen {
    let screen = Screen::signed_in_at(cloud, "sync-tasks").await;
    screen.shows("acme-nl").await;
    screen.get("[role=columnheader] input").click();
    screen.shows("Tasks (1/1)").await;
    screen.button("Copy missing tags").click();
    screen.shows("1 tag missing").await;
    screen
}

#[wasm_bindgen_test]
async fn missing_tags_are_read_again_before_they_are_synced() {
    let cloud = Cloud::new(&copied(TASK, &tags(&["1.0"]), &job(7, "failed")));
    let screen = missing(&cloud).await;
    cloud.answer(&copied(TASK, &tags(&["1.0", "1.1"]), &job(7, "failed")));
    screen.dialog_button("Copy 1 tag of 1 repository").click();
    screen.shows(CHANGED).await;
    assert_eq!(cloud.sent(), [""; 0]);
    screen.dialog_button("Copy 2 tags of 1 repository").click();
    let sent = screen.sends(&cloud).await;
    assert!(sent[0].contains(r#"["1.0","1.1"]"#), "{sent:?}");
}

#[wasm_bindgen_test]
async fn nothing_is_synced_to_the_target_of_a_task_that_is_gone_by_then() {
    let cloud = Cloud::new(&copied(TASK, &tags(&["1.0"]), "[]"));
    let screen = missing(&cloud).await;
    cloud.answer(&copied("[]", &tags(&["1.0"]), "[]"));
    screen.dialog_button("Copy 1 tag of 1 repository").click();
    screen.shows(CHANGED).await;
    screen.dialog_button("Copy missing tags").click();
    screen.shows("No tags are missing").await;
    assert_eq!(cloud.sent(), [""; 0]);
}

#[wasm_bindgen_test]
async fn grants_that_cannot_be_read_again_before_an_organization_is_deleted_are_not_given_back() {
    const ORGANIZATION: &str = "/v2/manage/namespaces/acme-web";
    const NO_RIGHT: &str = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4030170"}]}"#;
    const GONE: &str = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4040091"}]}"#;
    let organizations = r#"{"namespaces":[{"id":1,"name":"acme-web","auth":7}]}"#;
    let answers = |access: Answer, show: Answer| {
        let token = ("GET", "/v3/auth/tokens", 200, token_body("eu-de"));
        let list = "/v2/manage/namespaces";
        let list = ("GET", list, 200, organizations.to_owned());
        let delete = ("DELETE", ORGANIZATION, 204, String::new());
        vec![token, access, show, list, delete]
    };
    let show = ("GET", ORGANIZATION, 404, GONE.to_owned());
    let readable = access(Some(3)).swap_remove(1);
    let cloud = Cloud::new(&answers(readable, show.clone()));
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    screen.shows("acme-web").await;
    screen.get("input[aria-label='Select acme-web']").click();
    screen.shows("Delete 1 organization").await;
    screen.button("Delete 1 organization").click();
    screen.shows("ben").await;
    screen.type_into("To confirm, type “confirm”", "confirm");
    cloud.answer(&answers(("GET", ACCESS, 403, NO_RIGHT.to_owned()), show));
    screen.dialog_button("Delete 1 organization").click();
    screen.shows(", checked with the cloud at").await;
    screen.button("Undo").click();
    screen
        .shows("was not read before the change and does not come back")
        .await;
    assert!(!screen.get("dialog").inner_text().contains("ben"));
}
