//! Images that others share are accepted and rejected: what the dialog tells, asks, and sends.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::document;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};

const RECEIVED: &str = "/v2/cloudimages?__imagetype=shared";
const PENDING: &str = "/v2/cloudimages?__imagetype=shared&enterprise_project_id=all_granted_eps&limit=500&member_status=pending";
const ACCEPTED: &str = "/v2/cloudimages?__imagetype=shared&enterprise_project_id=all_granted_eps&limit=500&member_status=accepted";
const PATH: &str = "/v1/cloudimages/members";
const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
const ACCOUNT: &str = "4f1c0a77d3b94b6a9b0f5f0f0b7e2a10";
const PARTNER: &str = "b7d1e3f5a7c94d02b4e6f8a0c2e4d6f8";
const TYPE: &str = "To confirm, type “confirm”";
const SHARED: &str = "machine-images/shared-with-me";

/// An image of the partner; `more` is what else is told of it.
fn image(id: &str, more: &str) -> String {
    format!(
        r#"{{"id":"{id}","name":"image-{id}","__imagetype":"shared","visibility":"shared","owner":"{PARTNER}",
        "status":"active","created_at":"2026-11-06T14:03:27Z"{more}}}"#
    )
}

fn images(rows: &[String]) -> String {
    format!(r#"{{"images":[{}]}}"#, rows.join(","))
}

fn member(kind: &str, id: &str, status: &str) -> String {
    format!(r#"{{"member_type":"{kind}","member_id":"{id}","status":"{status}"}}"#)
}

fn refusal(code: &str) -> String {
    format!(r#"{{"error":{{"code":"{code}","message":"m"}}}}"#)
}

/// The path of the project's own entry of an image, and of all entries that it sees.
fn entries(image: &str) -> (&'static str, &'static str) {
    match image {
        "a" => (
            "/v2/images/a/members/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80",
            "/v2/images/a/members?",
        ),
        "b" => (
            "/v2/images/b/members/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80",
            "/v2/images/b/members?",
        ),
        other => panic!("no image {other}"),
    }
}

/// How the project holds an image: by which kind of member, and in which status; nothing for not at all.
type Held = Option<(&'static str, &'static str)>;

fn of_image(image: &str, held: Held) -> [Answer; 2] {
    let (own, all) = entries(image);
    let gone = (404, refusal("IMG.0114"));
    let row = held.map(|(kind, status)| {
        let id = if kind == "project" { PROJECT } else { ACCOUNT };
        member(kind, id, status)
    });
    let (status, body) = match (held, &row) {
        (Some(("project", _)), Some(row)) => (200, row.clone()),
        _ => gone,
    };
    let list = format!(r#"{{"members":[{}]}}"#, row.unwrap_or_default());
    [("GET", own, status, body), ("GET", all, 200, list)]
}

/// `a` and `b` are listed as pending, and `a` as accepted too. `answer` is what is
/// said to the call.
fn answers(a: Held, b: Held, more: &str, answer: (u16, &str)) -> Vec<Answer> {
    let job = r#"{"status":"RUNNING","job_id":"j","job_type":"imsUpdateImageMembersJob"}"#;
    let listed = images(&[image("a", more), image("b", "")]);
    let mut all = vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            "/v3/auth/projects",
            200,
            r#"{"projects":[]}"#.to_owned(),
        ),
    ];
    all.extend(of_image("a", a));
    all.extend(of_image("b", b));
    all.extend([
        ("GET", "/v2/images/a", 200, image("a", more)),
        ("GET", "/v2/images/b", 200, image("b", "")),
        ("PUT", PATH, answer.0, answer.1.to_owned()),
        ("GET", "/v1/cloudimages/job/", 200, job.to_owned()),
        ("GET", PENDING, 200, listed),
        ("GET", ACCEPTED, 200, images(&[image("a", more)])),
        ("GET", RECEIVED, 200, images(&[])),
    ]);
    all
}

const TAKEN: (u16, &str) = (200, r#"{"job_id":"j"}"#);
const OPEN: Held = Some(("project", "PENDING"));
const FULL_ECS: &str = r#","__backup_id":"0d1b5c6e""#;

fn select(screen: &Screen, names: &[&str]) {
    for name in names {
        screen
            .get(&format!("input[aria-label='Select {name}']"))
            .click();
    }
}

/// Selects images and opens the dialog by this button.
async fn open(screen: &Screen, names: &[&str], button: &str) {
    screen.shows("2 shared images read").await;
    select(screen, names);
    screen.shows(button).await;
    screen.button(button).click();
    read(screen).await;
}

/// Waits until the dialog has read how the images stand.
async fn read(screen: &Screen) {
    screen.shows("Only a token of this project can.").await;
    for _ in 0..200 {
        if !dialog(screen).contains("read so far") {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("never read: {}", dialog(screen));
}

fn dialog(screen: &Screen) -> String {
    screen.get("dialog").inner_text()
}

async fn is_focused(id: &str) {
    for _ in 0..200 {
        let active = document().active_element();
        if active.is_some_and(|active| active.id() == id) {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("{id} never had the focus");
}

async fn closes(screen: &Screen) {
    for _ in 0..200 {
        if screen.find("dialog").is_none() {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("the dialog stays: {}", dialog(screen));
}

#[wasm_bindgen_test]
async fn several_images_are_accepted_by_one_call_for_the_own_project_and_the_lists_follow() {
    let cloud = Cloud::new(&answers(OPEN, OPEN, "", TAKEN));
    let screen = Screen::signed_in_at(&cloud, SHARED).await;
    open(&screen, &["image-a", "image-b"], "Accept 2 images").await;
    let text = dialog(&screen);
    assert!(
        text.contains("You accept for project eu-de of account ACME-EU."),
        "{text}"
    );
    assert!(text.contains(PROJECT), "{text}");
    assert!(text.contains("Undo cannot make an image pending again."));
    let lists = |cloud: &Cloud| {
        let asked = cloud.asked().into_iter();
        asked.filter(|it| it.contains(PENDING)).count()
    };
    let before = lists(&cloud);
    screen.dialog_button("Accept 2 images").click();
    assert_eq!(
        screen.sends(&cloud).await,
        [format!(
            r#"{{"images":["a","b"],"project_id":"{PROJECT}","status":"accepted"}}"#
        )]
    );
    closes(&screen).await;
    screen.shows("In progress…").await;
    assert_eq!(screen.count("input[aria-label^='Select image']:checked"), 0);
    for _ in 0..200 {
        if lists(&cloud) > before {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("the lists are not read again: {:?}", cloud.asked());
}

#[wasm_bindgen_test]
async fn an_image_that_stands_in_two_lists_is_one_row() {
    let cloud = Cloud::new(&answers(OPEN, OPEN, "", TAKEN));
    let screen = Screen::signed_in_at(&cloud, SHARED).await;
    screen.shows("image-b").await;
    assert_eq!(screen.count("input[aria-label='Select image-a']"), 1);
}

#[wasm_bindgen_test]
async fn what_was_answered_meanwhile_is_told_and_left_out() {
    let cloud = Cloud::new(&answers(OPEN, OPEN, "", TAKEN));
    let screen = Screen::signed_in_at(&cloud, SHARED).await;
    open(&screen, &["image-a", "image-b"], "Accept 2 images").await;
    let accepted = Some(("project", "Accepted"));
    cloud.answer(&answers(accepted, OPEN, "", TAKEN));
    screen.dialog_button("Accept 2 images").click();
    screen
        .shows("This list has changed since it was shown.")
        .await;
    screen.shows("image-a: already accepted").await;
    assert_eq!(cloud.sent(), Vec::<String>::new());
    screen.dialog_button("Accept 1 image").click();
    assert_eq!(
        screen.sends(&cloud).await,
        [format!(
            r#"{{"images":["b"],"project_id":"{PROJECT}","status":"accepted"}}"#
        )]
    );
}

#[wasm_bindgen_test]
async fn what_is_so_already_or_came_by_the_account_is_told_and_nothing_is_sent() {
    let rejected = Some(("project", "REJECTED"));
    let by_account = Some(("domain", "accepted"));
    let cloud = Cloud::new(&answers(rejected, by_account, "", TAKEN));
    let screen = Screen::signed_in_at(&cloud, SHARED).await;
    screen.shows("Account").await;
    screen.shows("Rejected").await;
    open(&screen, &["image-a", "image-b"], "Reject 2 images").await;
    let text = dialog(&screen);
    assert!(text.contains("image-a: already rejected"), "{text}");
    assert!(
        text.contains("image-b: shared with an account or organization."),
        "{text}"
    );
    assert!(text.contains("No selected image is left to answer."));
    screen.dialog_button("Reject 2 images").click();
    TimeoutFuture::new(50).await;
    assert_eq!(cloud.sent(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn several_are_rejected_only_after_the_typed_word() {
    let accepted = Some(("project", "accepted"));
    let cloud = Cloud::new(&answers(accepted, OPEN, FULL_ECS, TAKEN));
    let screen = Screen::signed_in_at(&cloud, SHARED).await;
    screen.shows("Accepted").await;
    open(&screen, &["image-a", "image-b"], "Reject 2 images").await;
    let text = dialog(&screen);
    assert!(text.contains("You can still create servers from an image that you rejected."));
    // Only who accepts needs a vault.
    assert!(!text.contains("Vault ID"), "{text}");
    screen.dialog_button("Reject 2 images").click();
    screen.shows("Type “confirm” first.").await;
    screen.type_into(TYPE, "confirm");
    screen.dialog_button("Reject 2 images").click();
    assert_eq!(
        screen.sends(&cloud).await,
        [format!(
            r#"{{"images":["a","b"],"project_id":"{PROJECT}","status":"rejected"}}"#
        )]
    );
}

#[wasm_bindgen_test]
async fn a_full_ecs_image_asks_for_its_vault_and_what_is_wrong_with_it_stands_at_the_field() {
    let wrong = refusal("IMG.0193");
    let cloud = Cloud::new(&answers(OPEN, OPEN, FULL_ECS, (400, &wrong)));
    let screen = Screen::signed_in_at(&cloud, SHARED).await;
    open(&screen, &["image-a"], "Accept 1 image").await;
    screen.dialog_button("Accept 1 image").click();
    screen.shows("Enter the ID of a vault.").await;
    is_focused("answer-vault").await;
    assert_eq!(cloud.sent(), Vec::<String>::new());
    screen.type_into("Vault ID", "no vault!");
    screen.dialog_button("Accept 1 image").click();
    is_focused("answer-vault").await;
    assert_eq!(cloud.sent(), Vec::<String>::new());
    screen.type_into("Vault ID", " disks ");
    screen.dialog_button("Accept 1 image").click();
    screen.shows("The vault is of another type.").await;
    is_focused("answer-vault").await;
    assert_eq!(screen.field("Vault ID").value(), " disks ");
    cloud.answer(&answers(OPEN, OPEN, FULL_ECS, TAKEN));
    screen.type_into("Vault ID", "servers");
    screen.dialog_button("Accept 1 image").click();
    let body = |vault: &str| {
        format!(
            r#"{{"images":["a"],"project_id":"{PROJECT}","status":"accepted","vault_id":"{vault}"}}"#
        )
    };
    assert_eq!(
        screen.has_sent(&cloud, 2).await,
        [body("disks"), body("servers")]
    );
    closes(&screen).await;
}

#[wasm_bindgen_test]
async fn where_the_service_alone_knows_of_a_vault_the_field_comes_with_its_refusal() {
    let none = refusal("IMG.0184");
    let cloud = Cloud::new(&answers(OPEN, OPEN, "", (400, &none)));
    let screen = Screen::signed_in_at(&cloud, SHARED).await;
    open(&screen, &["image-b"], "Accept 1 image").await;
    assert!(!dialog(&screen).contains("Vault ID"));
    screen.dialog_button("Accept 1 image").click();
    screen.shows("Enter the ID of a vault.").await;
    is_focused("answer-vault").await;
    cloud.answer(&answers(OPEN, OPEN, "", TAKEN));
    screen.type_into("Vault ID", "servers");
    screen.dialog_button("Accept 1 image").click();
    let sent = screen.has_sent(&cloud, 2).await;
    assert!(!sent[0].contains("vault"), "{sent:?}");
    assert!(sent[1].contains(r#""vault_id":"servers""#), "{sent:?}");
}

#[wasm_bindgen_test]
async fn a_refused_right_is_told_in_the_dialog_which_stays() {
    let denied = refusal("IMG.0026");
    let cloud = Cloud::new(&answers(OPEN, OPEN, "", (403, &denied)));
    let screen = Screen::signed_in_at(&cloud, SHARED).await;
    open(&screen, &["image-a", "image-b"], "Accept 2 images").await;
    screen.dialog_button("Accept 2 images").click();
    screen
        .shows("Ask an administrator for ims:images:share.")
        .await;
    let text = dialog(&screen);
    assert!(text.contains("IMG.0026"), "{text}");
    assert!(!text.contains("Manage"), "{text}");
}

#[wasm_bindgen_test]
async fn where_nothing_could_be_read_nothing_is_sent() {
    let cloud = Cloud::new(&answers(OPEN, OPEN, "", TAKEN));
    let screen = Screen::signed_in_at(&cloud, SHARED).await;
    open(&screen, &["image-a"], "Accept 1 image").await;
    let mut all = answers(OPEN, OPEN, "", TAKEN);
    for answer in all.iter_mut().filter(|it| it.1 == "/v2/images/a/members?") {
        answer.2 = 500;
        answer.3 = refusal("IMG.0001");
    }
    cloud.answer(&all);
    screen.dialog_button("Accept 1 image").click();
    screen
        .shows("Nothing was sent: how the images stand could not be read.")
        .await;
    assert_eq!(cloud.sent(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn what_could_not_be_read_is_not_called_gone_and_is_read_again_by_the_press() {
    let mut all = answers(OPEN, OPEN, "", TAKEN);
    for answer in all.iter_mut().filter(|it| it.1 == "/v2/images/a/members?") {
        answer.3 = r#"{"members":[7]}"#.to_owned();
    }
    let cloud = Cloud::new(&all);
    let screen = Screen::signed_in_at(&cloud, SHARED).await;
    open(&screen, &["image-a"], "Accept 1 image").await;
    assert!(dialog(&screen).contains("image-a: how it stands could not be read"));
    cloud.answer(&answers(OPEN, OPEN, "", TAKEN));
    screen.dialog_button("Accept 1 image").click();
    screen.shows("image-a: Pending").await;
    assert_eq!(cloud.sent(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn the_page_of_an_image_offers_only_what_would_change_it() {
    let cloud = Cloud::new(&answers(Some(("project", "ACCEPTED")), OPEN, "", TAKEN));
    let screen = Screen::signed_in_at(&cloud, "machine-images/a").await;
    screen.shows("Reject 1 image").await;
    assert!(!screen.text().contains("Accept 1 image"));
    screen.button("Reject 1 image").click();
    screen
        .shows("You reject for project eu-de of account ACME-EU.")
        .await;
    read(&screen).await;
    assert!(dialog(&screen).contains("image-a: Accepted (a)"));
    assert!(!dialog(&screen).contains("pending again"));
    screen.dialog_button("Reject 1 image").click();
    assert_eq!(
        screen.sends(&cloud).await,
        [format!(
            r#"{{"images":["a"],"project_id":"{PROJECT}","status":"rejected"}}"#
        )]
    );
}

#[wasm_bindgen_test]
async fn on_the_page_of_an_image_that_came_by_the_account_nothing_can_be_answered() {
    let cloud = Cloud::new(&answers(Some(("domain", "accepted")), OPEN, "", TAKEN));
    let screen = Screen::signed_in_at(&cloud, "machine-images/a").await;
    screen.shows("one project cannot answer it").await;
    assert!(!screen.text().contains("Accept 1 image"));
    assert!(!screen.text().contains("Reject 1 image"));
}
