//! With whom images are shared, as it is typed, pasted, or taken from another image.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::document;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen};
use crate::image_share::{
    ACCOUNT, PARTNER, PROJECT, RECIPIENTS, Rows, TAKEN, TEAM, TEAM_ALONE, URN, answers, dialog,
    open,
};

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

#[wasm_bindgen_test]
async fn every_fault_is_told_with_its_place_and_nothing_is_sent() {
    let cloud = Cloud::new(&answers(&[], TAKEN));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    open(&screen, &["b"]).await;
    screen.dialog_button("Share 1 image").click();
    screen.shows("Enter at least one recipient.").await;
    is_focused("share-recipients").await;
    screen.type_into(RECIPIENTS, &format!("{TEAM}\n  {}x", &PARTNER[1..]));
    screen.shows("Share 1 image with 1 recipient").await;
    screen.dialog_button("Add 1 share").click();
    screen
        .shows(&format!("Line 2, character 3, “{}x”: ", &PARTNER[1..]))
        .await;
    is_focused("share-recipients").await;
    screen.type_into(RECIPIENTS, &format!("{TEAM}, 0d1b\nhttps://x"));
    screen.shows("Line 1, character 35, “0d1b”: ").await;
    screen.shows("Line 2, character 1, “https://x”: ").await;
    screen.dialog_button("Add 1 share").click();
    TimeoutFuture::new(50).await;
    assert_eq!(cloud.sent(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn the_project_itself_its_account_and_what_stands_there_twice_are_told_and_left_out() {
    let cloud = Cloud::new(&answers(&[], TAKEN));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    open(&screen, &["b"]).await;
    let text = format!("{PROJECT} account:{ACCOUNT}\n{PARTNER} project:{PARTNER}");
    screen.type_into(RECIPIENTS, &text);
    screen
        .shows(&format!("{PROJECT}: this project itself"))
        .await;
    screen
        .shows(&format!("{ACCOUNT}: the account of this project"))
        .await;
    screen
        .shows(&format!(
            "Line 2, character 42: “{PARTNER}” stands on line 2 already and counts once."
        ))
        .await;
    screen.dialog_button("Add 1 share").click();
    assert_eq!(
        screen.sends(&cloud).await,
        [format!(r#"{{"images":["b"],"projects":["{PARTNER}"]}}"#)]
    );
}

#[wasm_bindgen_test]
async fn ids_are_of_the_selected_kind_and_what_follows_is_told() {
    let cloud = Cloud::new(&answers(&[], TAKEN));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    open(&screen, &["b"]).await;
    screen.get("input[value='domain']").click();
    screen.shows("Some clouds know projects only").await;
    screen.type_into(RECIPIENTS, PARTNER);
    screen.shows("image-b: 1 new share").await;
    screen.dialog_button("Add 1 share").click();
    assert_eq!(
        screen.sends(&cloud).await,
        [format!(
            r#"{{"images":["b"],"projects":[],"domains":["{PARTNER}"]}}"#
        )]
    );
}

#[wasm_bindgen_test]
async fn the_recipients_of_another_image_fill_the_list_each_with_its_kind() {
    let rows: Rows<'_> = &[
        ["project", TEAM],
        ["domain", PARTNER],
        ["organization", URN],
    ];
    let cloud = Cloud::new(&answers(rows, TAKEN));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    open(&screen, &["b"]).await;
    screen.dialog_button("Same recipients as image").click();
    is_focused("share-same-as").await;
    images_are_listed(&screen).await;
    // What the project does not share has no members to take.
    while dialog(&screen).contains("Loading") {
        TimeoutFuture::new(10).await;
    }
    assert_eq!(screen.count("#share-same-as-images option"), 2);
    for unknown in ["image-gold", "nothing", ""] {
        screen.type_into("Same recipients as image", unknown);
        screen.dialog_button("Add recipients").click();
        screen
            .shows("This project shares no image of this name or ID.")
            .await;
    }
    screen.type_into(RECIPIENTS, &format!("{PARTNER}\n\n"));
    screen.type_into("Same recipients as image", " image-a ");
    screen.dialog_button("Add recipients").click();
    screen.shows("3 recipients of image-a added").await;
    assert_eq!(
        screen.field(RECIPIENTS).value(),
        format!("{PARTNER}\n{TEAM}\naccount:{PARTNER}\n{URN}")
    );
    screen.shows("4 of 4 possible shares are new.").await;
    screen.type_into("Same recipients as image", "refused");
    screen.dialog_button("Add recipients").click();
    screen.shows("Not read: image-refused").await;
}

#[wasm_bindgen_test]
async fn of_another_image_nobody_becomes_somebody_else_and_a_part_is_called_one() {
    let cloud = Cloud::new(&with_members_of_a(&format!(
        r#"{{"member_id":"{TEAM}","status":"x"}},{{"member_type":"galaxy","member_id":"{PARTNER}"}},7"#
    )));
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    open(&screen, &["b"]).await;
    screen.dialog_button("Same recipients as image").click();
    is_focused("share-same-as").await;
    images_are_listed(&screen).await;
    screen.type_into("Same recipients as image", "image-a");
    screen.dialog_button("Add recipients").click();
    screen
        .shows("2 recipients of image-a added. Not all its members could be read.")
        .await;
    assert_eq!(
        screen.field(RECIPIENTS).value(),
        format!("{TEAM}\ngalaxy:{PARTNER}")
    );
    screen.dialog_button("Add 1 share").click();
    screen.shows("Line 2, character 1, “galaxy:").await;
    assert_eq!(cloud.sent(), Vec::<String>::new());
}

/// Waits until all images are listed: another may have the same name.
async fn images_are_listed(screen: &Screen) {
    for _ in 0..200 {
        if !dialog(screen).contains("Loading") {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("never listed: {}", dialog(screen));
}

/// As usual, with these members of image `a`.
fn with_members_of_a(rows: &str) -> Vec<Answer> {
    let mut all = answers(&[], TAKEN);
    for answer in all.iter_mut().filter(|it| it.1 == "/v2/images/a/members") {
        answer.3 = format!(r#"{{"members":[{rows}]}}"#);
    }
    all
}

#[wasm_bindgen_test]
async fn more_recipients_than_the_quota_tells_may_be_refused() {
    let mut all = answers(TEAM_ALONE, TAKEN);
    let quota = r#"{"quotas":{"resources":[{"type":"image_member","used":1,"quota":2}]}}"#;
    all.push(("GET", "/v1/cloudimages/quota", 200, quota.to_owned()));
    let cloud = Cloud::new(&all);
    let screen = Screen::signed_in_at(&cloud, "machine-images").await;
    open(&screen, &["a"]).await;
    screen.type_into(RECIPIENTS, PARTNER);
    screen.shows("image-a: 1 new share").await;
    assert!(!dialog(&screen).contains("would have"));
    screen.type_into(RECIPIENTS, &format!("{PARTNER} account:{PARTNER} {TEAM}"));
    screen
        .shows("image-a would have 3 recipients. IMS may refuse more than 2.")
        .await;
}
