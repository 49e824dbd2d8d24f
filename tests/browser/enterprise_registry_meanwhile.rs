//! A target registry that somebody else changes while its form is open: what is shown, and what is sent.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen};
use crate::enterprise_registry_form::{HARBOR, LARGE, Told, answers, editing};

const HOSTS: &str = "harbor.example.com 192.0.2.10";

fn put(cloud: &Cloud) -> usize {
    let asked = cloud.asked();
    let put = asked.iter().filter(|line| line.starts_with("PUT"));
    put.count()
}

fn tells(cloud: &Cloud, registry: &str) {
    let told = Told {
        shown: (200, registry),
        ..Told::default()
    };
    cloud.answer(&answers(told));
}

async fn edited() -> (Cloud, Screen) {
    let (cloud, screen) = editing(Told::default()).await;
    screen.type_into("Hosts and their IP addresses", HOSTS);
    screen.type_into("Access ID", "robot$mine");
    screen.type_into("Secret", "s3cret");
    (cloud, screen)
}

#[wasm_bindgen_test]
async fn what_somebody_else_has_changed_is_shown_and_kept_where_nothing_was_typed() {
    let (cloud, screen) = edited().await;
    tells(&cloud, &HARBOR.replace("kept", "a colleague's"));
    screen.dialog_button("Save").click();
    screen
        .shows("Somebody has changed this target registry")
        .await;
    screen.shows("Description: a colleague's").await;
    assert_eq!(screen.field("Description").value(), "a colleague's");
    assert_eq!(screen.field("Access ID").value(), "robot$mine");
    assert_eq!(screen.field("Secret").value(), "s3cret");
    assert_eq!(put(&cloud), 0);
    screen.dialog_button("Save").click();
    let sent = screen.sends(&cloud).await;
    assert!(
        sent[0].contains(r#""description":"a colleague's""#),
        "{sent:?}"
    );
    assert!(sent[0].contains(r#""access_key":"robot$mine""#), "{sent:?}");
}

#[wasm_bindgen_test]
async fn what_two_people_have_changed_is_shown_before_one_writes_over_it() {
    let (cloud, screen) = edited().await;
    tells(&cloud, &HARBOR.replace("robot$large", "robot$theirs"));
    screen.dialog_button("Save").click();
    screen.shows("Access ID: robot$theirs").await;
    screen.shows("Saving replaces it").await;
    assert_eq!(screen.field("Access ID").value(), "robot$mine");
    assert_eq!(put(&cloud), 0);
    screen.dialog_button("Save").click();
    let sent = screen.sends(&cloud).await;
    assert!(sent[0].contains(r#""access_key":"robot$mine""#), "{sent:?}");
}

#[wasm_bindgen_test]
async fn a_registry_that_was_saved_again_as_it_was_may_have_another_secret() {
    let at = |time: &str| {
        HARBOR.replace(
            r#""insecure""#,
            &format!(r#""updated_at":"{time}","insecure""#),
        )
    };
    let first = at("2026-03-01T08:00:00.000Z");
    let told = Told {
        shown: (200, &first),
        ..Told::default()
    };
    let (cloud, screen) = editing(told).await;
    screen.type_into("Hosts and their IP addresses", HOSTS);
    screen.type_into("Secret", "s3cret");
    tells(&cloud, &at("2026-03-02T08:00:00.000Z"));
    screen.dialog_button("Save").click();
    screen.shows("Perhaps it has another secret.").await;
    assert_eq!(put(&cloud), 0);
}

#[wasm_bindgen_test]
async fn a_registry_that_cannot_be_read_just_before_is_not_changed() {
    let (cloud, screen) = edited().await;
    let told = Told {
        shown: (500, ""),
        ..Told::default()
    };
    cloud.answer(&answers(told));
    screen.dialog_button("Save").click();
    screen
        .shows("could not be loaded, so nothing was sent")
        .await;
    assert_eq!(put(&cloud), 0);
}

#[wasm_bindgen_test]
async fn changing_back_keeps_what_somebody_else_has_changed_since() {
    let (cloud, screen) = edited().await;
    let mine = HARBOR.replace("robot$large", "robot$mine");
    cloud.answer_after_write(&answers(Told {
        shown: (200, &mine),
        ..Told::default()
    }));
    screen.dialog_button("Save").click();
    screen.has_sent(&cloud, 1).await;
    screen.shows("Change large back").await;
    let theirs = mine.replace("kept", "a colleague's");
    tells(&cloud, &theirs);
    screen.button("Change large back").click();
    screen.shows("It cannot change.").await;
    screen.type_into("Hosts and their IP addresses", HOSTS);
    screen.type_into("Secret", "s3cret");
    screen.dialog_button("Save").click();
    screen.shows("Description: a colleague's").await;
    assert_eq!(put(&cloud), 1);
    screen.dialog_button("Save").click();
    let sent = screen.has_sent(&cloud, 2).await;
    assert!(
        sent[1].contains(r#""description":"a colleague's""#),
        "{sent:?}"
    );
    assert!(
        sent[1].contains(r#""access_key":"robot$large""#),
        "{sent:?}"
    );
    assert!(cloud.asked().iter().any(|line| line.contains(LARGE)));
}
