//! Images are shared: what the dialog takes in, tells, asks, and sends.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};

const LIST: &str = "/v2/cloudimages?enterprise_project_id=all_granted_eps&limit=500";
const BEHIND: &str = "/v2/cloudimages?enterprise_project_id=all_granted_eps&limit=500&marker=gold";
const PATH: &str = "/v1/cloudimages/members";
pub const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
pub const ACCOUNT: &str = "4f1c0a77d3b94b6a9b0f5f0f0b7e2a10";
pub const TEAM: &str = "a2b4c6d8e0f24680b1d3f5a7c9e0b2d4";
pub const PARTNER: &str = "b7d1e3f5a7c94d02b4e6f8a0c2e4d6f8";
pub const URN: &str = "organizations::c8e2f4a6b8d05e13c5f7a9b1d3f5e7a9:organization:o-3h9k";
const TYPE: &str = "To confirm, type “confirm”";
pub const RECIPIENTS: &str = "Recipients";

fn image(id: &str, kind: &str, owner: &str, more: &str) -> String {
    format!(
        r#"{{"id":"{id}","name":"image-{id}","__imagetype":"{kind}","visibility":"{kind}","owner":"{owner}",
        "status":"active","created_at":"2026-11-06T14:03:27Z"{more}}}"#
    )
}

pub type Rows<'a> = &'a [[&'a str; 2]];

fn members(rows: Rows<'_>) -> String {
    let rows = rows.iter().map(|[kind, id]| match *kind {
        "organization" => format!(
            r#"{{"member_type":"organization","member_id":"o-3h9k","urn":"{id}","status":"accepted"}}"#
        ),
        kind => format!(r#"{{"member_type":"{kind}","member_id":"{id}","status":"REJECTED"}}"#),
    });
    format!(r#"{{"members":[{}]}}"#, rows.collect::<Vec<_>>().join(","))
}

/// The project's images `a`, which is shared with these, `b` and `c`, which are not, `refused` whose
/// members nobody may see, one of the partner and one of the cloud. `answer` is what is said to the call.
pub fn answers(a: Rows<'_>, answer: (u16, &str)) -> Vec<Answer> {
    let refusal = r#"{"error":{"code":"IMG.0106","message":"no"}}"#.to_owned();
    let job = r#"{"status":"RUNNING","job_id":"j","job_type":"imsAddImageMemberJob"}"#;
    let listed = [
        image("a", "shared", PROJECT, ""),
        image("b", "private", PROJECT, ""),
        image("c", "private", PROJECT, r#","__os_type":"Windows""#),
        image("refused", "shared", PROJECT, ""),
        image("other", "shared", PARTNER, ""),
        image("gold", "gold", "x", ""),
    ];
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            "/v3/auth/projects",
            200,
            r#"{"projects":[]}"#.to_owned(),
        ),
        ("GET", "/v2/images/a/members", 200, members(a)),
        ("GET", "/v2/images/b/members", 200, members(&[])),
        ("GET", "/v2/images/c/members", 200, members(&[])),
        ("GET", "/v2/images/refused/members", 403, refusal),
        (
            "GET",
            "/v2/images/a",
            200,
            image("a", "shared", PROJECT, ""),
        ),
        (
            "GET",
            "/v2/images/b",
            200,
            image("b", "private", PROJECT, ""),
        ),
        ("POST", PATH, answer.0, answer.1.to_owned()),
        ("GET", "/v1/cloudimages/job/", 200, job.to_owned()),
        ("GET", BEHIND, 200, r#"{"images":[]}"#.to_owned()),
        (
            "GET",
            LIST,
            200,
            format!(r#"{{"images":[{}]}}"#, listed.join(",")),
        ),
    ]
}

pub const TAKEN: (u16, &str) = (200, r#"{"job_id":"j"}"#);
pub const TEAM_ALONE: Rows<'static> = &[["project", TEAM]];

/// Selects images and opens the dialog.
pub async fn open(screen: &Screen, names: &[&str]) {
    screen.shows("image-gold").await;
    for name in names {
        screen
            .get(&format!("input[aria-label='Select image-{name}']"))
            .click();
    }
    let button = match names.len() {
        1 => "Share 1 image".to_owned(),
        count => format!("Share {count} images"),
    };
    screen.shows(&button).await;
    screen.button(&button).click();
    read(screen).await;
}

/// Waits until the dialog has read with whom the images are shared.
async fn read(screen: &Screen) {
    screen.shows("Recipients can create servers").await;
    for _ in 0..200 {
        if !dialog(screen).contains("read so far") {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("never read: {}", dialog(screen));
}

pub fn dialog(screen: &Screen) -> String {
    screen.get("dialog").inner_text()
}

fn confirm(screen: &Screen, button: &str) {
    screen.type_into(TYPE, "confirm");
    screen.dialog_button(button).click();
}

#[wasm_bindgen_test]
async fn several_images_are_shared_with_several_recipients_by_the_fewest_calls_and_what_is_there_is_left_out()
 {
    let cloud = Cloud::new(&answers(TEAM_ALONE, TAKEN));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    open(&screen, &["a", "b", "c"]).await;
    screen.type_into(RECIPIENTS, &format!("“{TEAM}”, {PARTNER}\n{URN}"));
    screen.shows("Share 3 images with 3 recipients").await;
    let text = dialog(&screen);
    assert!(text.contains("8 of 9 possible shares are new."), "{text}");
    assert!(
        text.contains(&format!("image-a: already shared with {TEAM}")),
        "{text}"
    );
    assert!(text.contains("image-b: 3 new shares"), "{text}");
    assert!(text.contains("image-c is a Windows image."), "{text}");
    assert!(text.contains("may be accepted at once"), "{text}");
    screen.dialog_button("Add 8 shares").click();
    screen.shows("Type “confirm” first.").await;
    confirm(&screen, "Add 8 shares");
    let mut sent = screen.has_sent(&cloud, 2).await;
    sent.sort();
    assert_eq!(
        sent,
        [
            format!(r#"{{"images":["a"],"projects":["{PARTNER}"],"organizations":["{URN}"]}}"#),
            format!(
                r#"{{"images":["b","c"],"projects":["{TEAM}","{PARTNER}"],"organizations":["{URN}"]}}"#
            ),
        ]
    );
    screen.loses("dialog").await;
    assert_eq!(screen.count("input[aria-label^='Select image']:checked"), 0);
}

#[wasm_bindgen_test]
async fn one_share_needs_no_word_and_the_members_of_the_image_follow() {
    let cloud = Cloud::new(&answers(&[], TAKEN));
    let screen = Screen::signed_in_at(&cloud, "machine-images/b").await;
    screen.shows("This image is not shared.").await;
    screen.button("Share 1 image").click();
    read(&screen).await;
    screen.type_into(RECIPIENTS, PARTNER);
    screen.shows("Share 1 image with 1 recipient").await;
    assert!(!dialog(&screen).contains(TYPE));
    assert!(!dialog(&screen).contains("accepted at once"));
    screen.dialog_button("Add 1 share").click();
    assert_eq!(
        screen.sends(&cloud).await,
        [format!(r#"{{"images":["b"],"projects":["{PARTNER}"]}}"#)]
    );
    screen.loses("dialog").await;
}

#[wasm_bindgen_test]
async fn images_that_cannot_be_shared_or_read_are_named_and_left_out() {
    let cloud = Cloud::new(&answers(&[], TAKEN));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    open(&screen, &["b", "refused", "other", "gold"]).await;
    screen.type_into(RECIPIENTS, PARTNER);
    screen.shows("1 of 1 possible shares is new.").await;
    let text = dialog(&screen);
    assert!(text.contains("Not read: image-refused"), "{text}");
    assert!(
        text.contains("image-other: Another project owns the image."),
        "{text}"
    );
    assert!(
        text.contains("image-gold: Everyone can use this image"),
        "{text}"
    );
    screen.dialog_button("Add 1 share").click();
    assert_eq!(
        screen.sends(&cloud).await,
        [format!(r#"{{"images":["b"],"projects":["{PARTNER}"]}}"#)]
    );
    assert!(!cloud.asked().iter().any(|it| it.contains("gold/members")));
}

#[wasm_bindgen_test]
async fn where_no_image_can_be_shared_nothing_is_sent() {
    let cloud = Cloud::new(&answers(&[], TAKEN));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    open(&screen, &["gold"]).await;
    screen
        .shows("This project can share none of the selected images.")
        .await;
    screen.type_into(RECIPIENTS, PARTNER);
    screen.dialog_button("Share 1 image").click();
    TimeoutFuture::new(50).await;
    assert_eq!(cloud.sent(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn what_could_not_be_read_is_read_again_by_the_press() {
    let cloud = Cloud::new(&answers(&[], TAKEN));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    open(&screen, &["refused"]).await;
    screen.type_into(RECIPIENTS, PARTNER);
    screen.shows("Not read: image-refused").await;
    let mut all = answers(&[], TAKEN);
    for answer in all.iter_mut().filter(|it| it.2 == 403) {
        (answer.2, answer.3) = (200, members(&[]));
    }
    cloud.answer(&all);
    screen.dialog_button("Share 1 image").click();
    screen.shows("image-refused: 1 new share").await;
    assert_eq!(cloud.sent(), Vec::<String>::new());
    screen.dialog_button("Add 1 share").click();
    assert_eq!(
        screen.sends(&cloud).await,
        [format!(
            r#"{{"images":["refused"],"projects":["{PARTNER}"]}}"#
        )]
    );
}

#[wasm_bindgen_test]
async fn what_somebody_else_has_shared_meanwhile_is_told_and_not_sent_again() {
    let cloud = Cloud::new(&answers(&[], TAKEN));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    open(&screen, &["a"]).await;
    screen.type_into(RECIPIENTS, &format!("{TEAM} {PARTNER}"));
    screen.shows("2 of 2 possible shares are new.").await;
    cloud.answer(&answers(TEAM_ALONE, TAKEN));
    confirm(&screen, "Add 2 shares");
    screen
        .shows("This list has changed since it was shown.")
        .await;
    screen.shows("image-a: already shared with").await;
    assert_eq!(cloud.sent(), Vec::<String>::new());
    screen.dialog_button("Add 1 share").click();
    assert_eq!(
        screen.sends(&cloud).await,
        [format!(r#"{{"images":["a"],"projects":["{PARTNER}"]}}"#)]
    );
}

#[wasm_bindgen_test]
async fn where_everything_is_shared_already_that_is_said() {
    let cloud = Cloud::new(&answers(TEAM_ALONE, TAKEN));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    open(&screen, &["a"]).await;
    screen.type_into(RECIPIENTS, TEAM);
    screen.shows("Nothing is left to add.").await;
    screen.dialog_button("Share 1 image").click();
    TimeoutFuture::new(50).await;
    assert_eq!(cloud.sent(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn a_refusal_is_told_in_the_dialog_which_keeps_what_was_typed() {
    let refusal = r#"{"error":{"code":"IMG.0067","message":"m"}}"#;
    let cloud = Cloud::new(&answers(&[], (400, refusal)));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    open(&screen, &["b"]).await;
    screen.type_into(RECIPIENTS, PARTNER);
    screen.shows("image-b: 1 new share").await;
    screen.dialog_button("Add 1 share").click();
    screen.shows("IMS knows no such project here.").await;
    assert_eq!(screen.field(RECIPIENTS).value(), PARTNER);
    cloud.answer(&answers(&[], TAKEN));
    screen.type_into(RECIPIENTS, TEAM);
    screen.dialog_button("Add 1 share").click();
    let sent = screen.has_sent(&cloud, 2).await;
    assert!(sent[1].contains(TEAM), "{sent:?}");
    screen.loses("dialog").await;
}

#[wasm_bindgen_test]
async fn requests_and_a_form_for_terraform_can_be_copied_once_recipients_are_complete() {
    let cloud = Cloud::new(&answers(&[], TAKEN));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    open(&screen, &["b"]).await;
    let forms = ["curl", "KooCLI", "Terraform"];
    let is_offered = |form: &str| {
        let button = screen.get(&format!("dialog button[aria-label='Copy as {form}']"));
        !button.has_attribute("disabled")
    };
    assert_eq!(forms.map(is_offered), [false; 3]);
    screen.type_into(RECIPIENTS, &format!("{TEAM} account:{PARTNER}"));
    screen
        .shows("Not in the Terraform copy: 1 share; Terraform shares machine images with projects only.")
        .await;
    assert_eq!(forms.map(is_offered), [true; 3]);
    screen.type_into(RECIPIENTS, &format!("{TEAM} x"));
    screen.shows("Fill in the form first.").await;
    assert_eq!(forms.map(is_offered), [false; 3]);
}
