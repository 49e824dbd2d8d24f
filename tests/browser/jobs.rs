//! What a person sees of the jobs that a change has begun.

use changes::keeping::written;
use changes::{CallId, ChangeId, Event, Key, PlannedWrite, Record, Scope};
use cloud_api::ims::{DeleteMembers, Member, MembersBefore, Recipient};
use cloud_api::{Before, Response, Service};
use gloo_timers::future::TimeoutFuture;
use image_console::browser::clock::now;
use image_console::browser::locks::ask;
use image_console::browser::storage::BrowserItems;
use js_sys::{Object, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CustomEvent, CustomEventInit};

use crate::answers::{Answer, Cloud, Screen, forget_changes, token_body};

const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
const JOB: &str = "9a175ac692fa12540193002a6d4b2720";
const IMAGE: &str = "5b2f6f0a-7c1d-4e8b-9a3f-0d1c2b3a4e5f";
const TEAM: &str = "a2b4c6d8e0f24680b1d3f5a7c9e0b2d4";
const PARTNER: &str = "b7d1e3f5a7c94d02b4e6f8a0c2e4d6f8";

/// Keeps a change that stops sharing an image with two projects, and whose job has begun.
fn keep_followed() -> Key {
    forget_changes();
    let image = IMAGE.parse().unwrap();
    let projects = [TEAM, PARTNER];
    let member = |id: &&str| Member {
        member_id: (*id).to_owned(),
        status: "accepted".to_owned(),
        ..Member::default()
    };
    let members: Vec<Member> = projects.iter().map(member).collect();
    let mut before = MembersBefore::default();
    before.add(&image, &members);
    let recipients = projects.map(|id| Recipient::Project(id.parse().unwrap()));
    let stop = PlannedWrite {
        mutation: DeleteMembers {
            images: vec![image],
            recipients: recipients.to_vec(),
        }
        .into(),
        names: vec![
            "release-a, eu-de_team".to_owned(),
            "release-a, partner".to_owned(),
        ],
        before: Before::ImageMembers(before),
    };
    let scope = Scope {
        cloud: "default".to_owned(),
        region: "eu-de".to_owned(),
        project_id: PROJECT.to_owned(),
        user_id: ANNA.to_owned(),
    };
    let id = ChangeId::made(now(), None, 5);
    let mut record = Record::plan(id, scope.clone(), now(), vec![vec![stop]]).unwrap();
    record.change.handle(Event::Confirmed, now());
    let answer = Event::Answer {
        call: CallId(0),
        outcome: Ok(Response {
            service: Service::Ims,
            status: 200,
            headers: vec![("X-Request-Id".to_owned(), "request-of-the-call".to_owned())],
            body: format!(r#"{{"job_id":"{JOB}"}}"#).into_bytes(),
        }),
    };
    record.change.handle(answer, now());
    let key = Key { scope, id };
    let text = written(&record).unwrap();
    assert!(BrowserItems::Changes.write(&key.to_string(), &text));
    key
}

fn answers(status: u16, job: &str, members: &[&str]) -> Vec<Answer> {
    let rows = members
        .iter()
        .map(|id| format!(r#"{{"member_type":"project","member_id":"{id}","status":"accepted"}}"#));
    let rows = rows.collect::<Vec<_>>().join(",");
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", "/v1/cloudimages/job/", status, job.to_owned()),
        (
            "GET",
            "/v2/images/",
            200,
            format!(r#"{{"members":[{rows}]}}"#),
        ),
    ]
}

fn running(percent: &str) -> Vec<Answer> {
    let job = format!(
        r#"{{"job_id":"{JOB}","status":"RUNNING","entities":{{"process_percent":{percent}}}}}"#
    );
    answers(200, &job, &[TEAM, PARTNER])
}

async fn activity(cloud: &Cloud) -> Screen {
    let screen = Screen::reload(cloud);
    go_to_activity(&screen).await;
    screen
}

async fn go_to_activity(screen: &Screen) {
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
    screen.shows("eu-de").await;
    screen.go("activity");
}

fn polls(cloud: &Cloud) -> usize {
    let asked = cloud.asked();
    let polls = asked
        .iter()
        .filter(|line| line.contains("/cloudimages/job/"));
    polls.count()
}

/// Whether the browser would ask before the page is reloaded or closed.
fn is_asked() -> bool {
    let options = CustomEventInit::new();
    options.set_cancelable(true);
    let event = CustomEvent::new_with_event_init_dict("beforeunload", &options).unwrap();
    !window().dispatch_event(&event).unwrap()
}

#[wasm_bindgen_test]
async fn a_job_that_goes_on_tells_how_far_it_is_and_for_how_long_on_the_card_and_in_the_tray() {
    keep_followed();
    let screen = activity(&Cloud::new(&running("0.4"))).await;
    screen.shows("Running, 40% (").await;
    let first = screen.get("[role=timer]").inner_text();
    for _ in 0..300 {
        if screen.get("[role=timer]").inner_text() != first {
            break;
        }
        TimeoutFuture::new(10).await;
    }
    assert_ne!(screen.get("[role=timer]").inner_text(), first);
    screen.get(".jobs").click();
    screen.shows("All in Activity").await;
    let tray = screen.get("#jobs-tray li").text_content().unwrap();
    assert!(tray.contains("Running, 40% ("), "{tray}");
    let link = screen.get("#jobs-tray li a").get_attribute("href");
    assert_eq!(link, Some(format!("machine-images/{IMAGE}")));
    assert!(
        document().title().starts_with("(1) "),
        "{}",
        document().title()
    );
    assert!(is_asked());
}

#[wasm_bindgen_test]
async fn the_panel_tells_the_job_with_its_id_to_copy_and_the_request_id() {
    let key = keep_followed();
    let screen = activity(&Cloud::new(&running("0.4"))).await;
    screen.go(&format!("activity?details=change/{}", key.id.0));
    screen.shows("release-a, partner").await;
    screen.shows("Running, 40% (").await;
    let panel = screen.get(".side-panel").inner_text();
    for expected in [
        &format!("Job {JOB}"),
        "Copy job ID",
        "Running, 40%",
        "Request ID request-of-the-call",
        "Stopping…",
    ] {
        assert!(panel.contains(expected), "{expected}: {panel}");
    }
}

#[wasm_bindgen_test]
async fn a_lost_poll_is_status_unknown_and_retried_and_never_failed() {
    keep_followed();
    let cloud = Cloud::new(&answers(504, "<html>", &[TEAM, PARTNER]));
    let screen = activity(&cloud).await;
    screen.shows("status unknown, retrying…").await;
    screen.shows("Status unknown, retrying… (").await;
    assert!(!screen.text().contains("Failed"), "{}", screen.text());
    cloud.answer(&running("0.6"));
    screen.shows("Running, 60% (").await;
}

#[wasm_bindgen_test]
async fn a_failed_job_tells_its_one_reason_and_which_share_is_still_there() {
    let key = keep_followed();
    let failed =
        r#"{"status":"FAIL","error_code":"IMG.0113","fail_reason":"Failed to delete the tenant."}"#;
    let cloud = Cloud::new(&answers(200, failed, &[PARTNER]));
    let screen = activity(&cloud).await;
    screen.go(&format!("activity?details=change/{}", key.id.0));
    // Lists lag behind: it is read four times before that is said.
    for _ in 0..12 {
        if screen.text().contains("1 of 2") {
            break;
        }
        TimeoutFuture::new(1_000).await;
    }
    let panel = screen.get(".side-panel").inner_text();
    assert!(
        panel.contains("IMG.0113 · Failed to delete the tenant."),
        "{panel}"
    );
    assert!(
        panel.contains("Stopped, checked with the cloud at"),
        "{panel}"
    );
    assert_eq!(screen.count("[role=timer]"), 0);
    assert!(!is_asked());
}

/// A page that nobody sees, until it is dropped.
struct Hidden;

impl Hidden {
    fn begin() -> Self {
        let property = Object::new();
        for name in ["value", "configurable"] {
            Reflect::set(&property, &name.into(), &true.into()).unwrap();
        }
        Object::define_property(&document(), &"hidden".into(), &property);
        Self
    }
}

impl Drop for Hidden {
    fn drop(&mut self) {
        Reflect::delete_property(&document(), &"hidden".into()).unwrap();
        let event = web_sys::Event::new("visibilitychange").unwrap();
        window().dispatch_event(&event).unwrap();
    }
}

/// For how many milliseconds the next poll is waited for.
fn waits(key: &Key) -> Option<i64> {
    let text = BrowserItems::Changes.read(&key.to_string()).unwrap();
    let kept: serde_json::Value = serde_json::from_str(&text).unwrap();
    let polling = &kept["change"]["calls"]["0"]["state"]["following"];
    let until = polling["step"]["pausing"]["until"].as_i64()?;
    Some(until - polling["waits_since"].as_i64()?)
}

#[wasm_bindgen_test]
async fn a_page_that_nobody_sees_asks_every_30_seconds_for_what_it_has_taken_over() {
    let key = keep_followed();
    let hidden = Hidden::begin();
    let cloud = Cloud::new(&running("0.4"));
    let screen = activity(&cloud).await;
    screen.shows("Running, 40% (").await;
    while waits(&key).is_none() {
        TimeoutFuture::new(10).await;
    }
    assert_eq!((waits(&key), polls(&cloud)), (Some(30_000), 1));
    drop(hidden);
    while waits(&key) == Some(30_000) {
        TimeoutFuture::new(10).await;
    }
    assert!(waits(&key).is_none_or(|wait| wait <= 5_000));
}

#[wasm_bindgen_test]
async fn what_another_tab_follows_is_told_here_and_not_asked_for() {
    let key = keep_followed();
    let cloud = Cloud::new(&running("0.4"));
    let screen = Screen::reload(&cloud);
    let _other = ask(&format!("change:{key}"), || (), || ()).expect("the browser knows locks");
    go_to_activity(&screen).await;
    screen.shows("Running (").await;
    assert_eq!(polls(&cloud), 0);
    assert!(!is_asked(), "the other tab goes on");
}
