//! Before sharing of machine images is stopped: what the dialog shows, asks, and sends.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::answers::{Answer, Cloud, Screen, token_body};

const LIST: &str = "/v2/cloudimages?enterprise_project_id=all_granted_eps&limit=500";
const BEHIND: &str = "/v2/cloudimages?enterprise_project_id=all_granted_eps&limit=500&marker=gold";
const MEMBERS: &str = "/v1/cloudimages/members";
const JOB: &str = "/v1/cloudimages/job/";
const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
const ACCOUNT: &str = "4f1c0a77d3b94b6a9b0f5f0f0b7e2a10";
const TEAM: &str = "a2b4c6d8e0f24680b1d3f5a7c9e0b2d4";
const PARTNER: &str = "b7d1e3f5a7c94d02b4e6f8a0c2e4d6f8";
const TYPE: &str = "To confirm, type “confirm”";

fn image(id: &str, kind: &str, owner: &str) -> String {
    format!(
        r#"{{"id":"{id}","name":"image-{id}","__imagetype":"{kind}","visibility":"{kind}","owner":"{owner}",
        "status":"active","created_at":"2026-11-06T14:03:27Z"}}"#
    )
}

fn members(rows: &[[&str; 2]]) -> String {
    let rows = rows.iter().map(|[kind, id]| {
        format!(r#"{{"member_type":"{kind}","member_id":"{id}","status":"accepted"}}"#)
    });
    format!(r#"{{"members":[{}]}}"#, rows.collect::<Vec<_>>().join(","))
}

/// Images `a`, `b` and `c` with these members, `refused` whose members nobody may see, and one of the
/// cloud; deletions begin a job that goes on.
fn answers(a: &[[&str; 2]], b: &[[&str; 2]], c: &[[&str; 2]]) -> Vec<Answer> {
    let refusal = r#"{"error":{"code":"IMG.0106","message":"no"}}"#.to_owned();
    let own = ["a", "b", "c", "refused"].map(|id| image(id, "shared", PROJECT));
    let listed = format!(
        r#"{{"images":[{},{}]}}"#,
        own.join(","),
        image("gold", "gold", "x")
    );
    let job = r#"{"status":"RUNNING","job_id":"j","job_type":"imsDeleteImageMemberJob"}"#;
    let projects = format!(r#"{{"projects":[{{"id":"{TEAM}","name":"eu-de_team"}}]}}"#);
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", "/v3/auth/projects", 200, projects),
        ("GET", "/v2/images/a/members", 200, members(a)),
        ("GET", "/v2/images/b/members", 200, members(b)),
        ("GET", "/v2/images/c/members", 200, members(c)),
        ("GET", "/v2/images/refused/members", 403, refusal),
        ("GET", "/v2/images/a", 200, image("a", "shared", PROJECT)),
        ("DELETE", MEMBERS, 200, r#"{"job_id":"j"}"#.to_owned()),
        ("GET", JOB, 200, job.to_owned()),
        ("GET", BEHIND, 200, r#"{"images":[]}"#.to_owned()),
        ("GET", LIST, 200, listed),
    ]
}

const BOTH: &[[&str; 2]] = &[["project", TEAM], ["project", PARTNER]];

fn select(screen: &Screen, name: &str) {
    screen
        .get(&format!("input[aria-label='Select {name}']"))
        .click();
}

async fn open(screen: &Screen, button: &str) {
    screen.shows(button).await;
    screen.button(button).click();
    screen.shows("They are not notified.").await;
}

fn dialog(screen: &Screen) -> String {
    screen.get("dialog").inner_text()
}

/// Takes the tick from a recipient.
fn keep(screen: &Screen, short: &str) {
    let labels = screen.count("dialog label.checkbox");
    let label = (0..labels)
        .map(|place| screen.nth("dialog label.checkbox", place))
        .map(|label| label.unchecked_into::<HtmlElement>())
        .find(|label| label.inner_text().contains(short));
    label.unwrap().click();
}

fn confirm(screen: &Screen, button: &str) {
    screen.type_into(TYPE, "confirm");
    screen.dialog_button(button).click();
}

#[wasm_bindgen_test]
async fn all_recipients_of_selected_images_are_shown_and_the_calls_are_exactly_the_shares() {
    let cloud = Cloud::new(&answers(
        BOTH,
        BOTH,
        &[["project", PARTNER], ["domain", ACCOUNT]],
    ));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    screen.shows("image-c").await;
    for name in ["image-a", "image-b", "image-c", "image-gold"] {
        select(&screen, name);
    }
    open(&screen, "Stop sharing 4 images").await;
    screen
        .shows("6 of 9 possible shares exist now. 2 calls stop the selected shares.")
        .await;
    let text = dialog(&screen);
    assert!(
        text.contains("Stop sharing 3 images with 3 recipients"),
        "{text}"
    );
    assert!(
        text.contains("1 selected image is not shared by this project"),
        "{text}"
    );
    assert_eq!(screen.count("dialog td.call-1"), 4);
    assert_eq!(screen.count("dialog td.call-2"), 2);
    assert_eq!(screen.count("dialog th[scope=row]"), 3);
    screen.dialog_button("Stop 6 shares").click();
    screen.shows("Type “confirm” first.").await;
    confirm(&screen, "Stop 6 shares");
    let mut sent = screen.has_sent(&cloud, 2).await;
    sent.sort();
    assert_eq!(
        sent,
        [
            format!(r#"{{"images":["a","b"],"projects":["{TEAM}","{PARTNER}"]}}"#),
            format!(r#"{{"images":["c"],"projects":["{PARTNER}"],"domains":["{ACCOUNT}"]}}"#),
        ]
    );
    screen.shows("Stopping…").await;
}

#[wasm_bindgen_test]
async fn a_recipient_that_is_not_ticked_keeps_its_shares_and_what_others_keep_through_it_is_told() {
    let all: &[[&str; 2]] = &[["project", TEAM], ["domain", ACCOUNT], ["project", PARTNER]];
    let cloud = Cloud::new(&answers(all, &[], &[]));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    screen.shows("image-a").await;
    select(&screen, "image-a");
    open(&screen, "Stop sharing 1 image").await;
    screen.shows("3 of 3 possible shares").await;
    assert!(!dialog(&screen).contains("keep image-a"));
    keep(&screen, "4f1c…2a10");
    screen
        .shows(&format!("{TEAM} keeps image-a through its account."))
        .await;
    screen
        .shows(&format!(
            "{PARTNER} may keep image-a through its account or an organization."
        ))
        .await;
    assert!(dialog(&screen).contains("Shared, stays"));
    assert!(dialog(&screen).contains("Stop sharing 1 image with 2 projects"));
    confirm(&screen, "Stop 2 shares");
    assert_eq!(
        screen.sends(&cloud).await,
        [format!(
            r#"{{"images":["a"],"projects":["{TEAM}","{PARTNER}"]}}"#
        )]
    );
}

#[wasm_bindgen_test]
async fn without_any_recipient_the_dialog_says_that_one_is_needed() {
    let cloud = Cloud::new(&answers(BOTH, &[], &[]));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    screen.shows("image-a").await;
    select(&screen, "image-a");
    open(&screen, "Stop sharing 1 image").await;
    screen.shows("2 of 2 possible shares").await;
    keep(&screen, "a2b4…b2d4");
    keep(&screen, "b7d1…d6f8");
    while dialog(&screen).contains("Stop 2 shares") {
        TimeoutFuture::new(10).await;
    }
    screen.type_into(TYPE, "confirm");
    screen.dialog_button("Stop sharing").click();
    screen.shows("Select at least one recipient.").await;
    assert_eq!(cloud.sent(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn an_image_whose_members_cannot_be_read_is_named_and_left_out() {
    let cloud = Cloud::new(&answers(BOTH, &[], &[]));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    screen.shows("image-refused").await;
    select(&screen, "image-a");
    select(&screen, "image-refused");
    open(&screen, "Stop sharing 2 images").await;
    screen.shows("Not read: image-refused").await;
    screen.shows("IMG.0106").await;
    confirm(&screen, "Stop 2 shares");
    let sent = screen.sends(&cloud).await;
    assert_eq!(sent.len(), 1);
    assert!(!sent[0].contains("refused"), "{sent:?}");
}

#[wasm_bindgen_test]
async fn what_somebody_else_has_stopped_meanwhile_is_not_sent_and_the_word_is_asked_again() {
    let cloud = Cloud::new(&answers(BOTH, BOTH, &[]));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    screen.shows("image-b").await;
    select(&screen, "image-a");
    select(&screen, "image-b");
    open(&screen, "Stop sharing 2 images").await;
    screen.shows("4 of 4 possible shares").await;
    cloud.answer(&answers(BOTH, &[["project", PARTNER]], &[]));
    confirm(&screen, "Stop 4 shares");
    screen
        .shows("This list has changed since it was shown.")
        .await;
    screen.shows("3 of 4 possible shares").await;
    assert_eq!(screen.field(TYPE).value(), "");
    assert_eq!(cloud.sent(), Vec::<String>::new());
    confirm(&screen, "Stop 3 shares");
    let mut sent = screen.has_sent(&cloud, 2).await;
    sent.sort();
    assert_eq!(
        sent,
        [
            format!(r#"{{"images":["a"],"projects":["{TEAM}","{PARTNER}"]}}"#),
            format!(r#"{{"images":["b"],"projects":["{PARTNER}"]}}"#),
        ]
    );
}

#[wasm_bindgen_test]
async fn where_nothing_is_shared_any_more_there_is_nothing_to_send() {
    let cloud = Cloud::new(&answers(BOTH, &[], &[]));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    screen.shows("image-b").await;
    select(&screen, "image-b");
    open(&screen, "Stop sharing 1 image").await;
    screen.shows("There is nothing to stop.").await;
    screen.type_into(TYPE, "confirm");
    screen.dialog_button("Stop sharing").click();
    TimeoutFuture::new(50).await;
    assert_eq!(cloud.sent(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn what_could_not_be_read_at_all_is_not_called_gone() {
    let cloud = Cloud::new(&answers(BOTH, &[], &[]));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    screen.shows("image-refused").await;
    select(&screen, "image-refused");
    open(&screen, "Stop sharing 1 image").await;
    screen.shows("who holds them could not be read").await;
    assert!(!dialog(&screen).contains("nothing to stop"));
}

#[wasm_bindgen_test]
async fn of_images_that_the_project_does_not_share_nothing_is_read() {
    let cloud = Cloud::new(&answers(BOTH, &[], &[]));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    screen.shows("image-gold").await;
    select(&screen, "image-gold");
    open(&screen, "Stop sharing 1 image").await;
    screen
        .shows("1 selected image is not shared by this project")
        .await;
    screen.shows("There is nothing to stop.").await;
    assert!(!cloud.asked().iter().any(|it| it.contains("gold/members")));
}

#[wasm_bindgen_test]
async fn one_of_the_members_of_an_image_is_stopped_alone() {
    let rows: &[[&str; 2]] = &[["project", TEAM], ["project", PARTNER], ["tenant", "7"]];
    let cloud = Cloud::new(&answers(rows, &[], &[]));
    let screen = Screen::signed_in_at(&cloud, "machine-images/a").await;
    screen.shows("Members (3)").await;
    let odd = screen.get("input[aria-label='Select 7']");
    assert!(odd.has_attribute("disabled"));
    select(&screen, PARTNER);
    open(&screen, "Stop sharing with 1 recipient").await;
    screen.shows("Stop sharing 1 image with 1 project").await;
    confirm(&screen, "Stop 1 share");
    assert_eq!(
        screen.sends(&cloud).await,
        [format!(r#"{{"images":["a"],"projects":["{PARTNER}"]}}"#)]
    );
}

#[wasm_bindgen_test]
async fn a_recipient_leaves_all_images_and_what_was_not_read_is_told() {
    let cloud = Cloud::new(&answers(BOTH, &[["project", TEAM]], BOTH));
    let screen = Screen::signed_in_at(&cloud, "machine-images/recipients").await;
    screen.shows("3 of 4 shared images read").await;
    select(&screen, TEAM);
    open(&screen, "Stop sharing with 1 recipient").await;
    screen.shows("Stop sharing 3 images with 1 project").await;
    let text = dialog(&screen);
    assert!(
        text.contains("As far as was read: 3 of 4 shared images read."),
        "{text}"
    );
    assert!(text.contains("Not read: image-refused"), "{text}");
    confirm(&screen, "Stop 3 shares");
    assert_eq!(
        screen.sends(&cloud).await,
        [format!(
            r#"{{"images":["a","b","c"],"projects":["{TEAM}"]}}"#
        )]
    );
}

#[wasm_bindgen_test]
async fn many_recipients_are_a_list_that_is_cut() {
    let many: Vec<String> = (0..120).map(|number| format!("{number:032}")).collect();
    let rows: Vec<[&str; 2]> = many.iter().map(|id| ["project", id.as_str()]).collect();
    let first = members(&rows[..100]);
    let mut all = answers(&[], &[], &[]);
    all[2].3 = members(&rows[100..]);
    let behind = "/v2/images/a/members?limit=100&marker=00000000000000000000000000000099";
    all[2].1 = behind;
    all.insert(3, ("GET", "/v2/images/a/members", 200, first));
    let cloud = Cloud::new(&all);
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    screen.shows("image-a").await;
    select(&screen, "image-a");
    open(&screen, "Stop sharing 1 image").await;
    screen.shows("Stop sharing 1 image with 120 projects").await;
    assert_eq!(screen.count("dialog label.checkbox"), 100);
    assert_eq!(screen.count("dialog td"), 0);
    keep(&screen, "0000…0042");
    screen.shows("Stop 119 shares").await;
}
