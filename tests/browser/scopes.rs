//! Several scopes that one tab holds: each for itself, and all gone at once.

use gloo_timers::future::TimeoutFuture;
use image_console::browser::storage::{BrowserItem, own};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::BroadcastChannel;

use crate::answers::{Answer, Cloud, HELD, Screen, forget_changes, token_body};
use crate::unused_tokens::{OPEN_TELEKOM_CLOUD, ended};

pub const ANNAS: &str = "MIIannastoken";
pub const PAULAS: &str = "MIIpaulastoken";
const ANNAS_ID: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
const PAULAS_ID: &str = "5c6d7e8f90a1b2c3d4e5f60718293a4b";
const PAULAS_PROJECT: &str = "b7d1e3f5a7c94d02b4e6f8a0c2e4d6f8";
const NAMESPACES: &str = "/v2/manage/namespaces";
const IMAGE: &str = "/v2/images/a";
const MEMBERS: &str = "/v2/images/a/members";

fn paulas_body() -> String {
    token_body("eu-de")
        .replace(ANNAS_ID, PAULAS_ID)
        .replace("anna", "paula")
        .replace(
            "4f1c0a77d3b94b6a9b0f5f0f0b7e2a10",
            "c8e2f4a6b8d05e13c5f7a9b1d3f5e7a9",
        )
        .replace("ACME-EU", "PARTNER-GMBH")
        .replace("7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80", PAULAS_PROJECT)
}

fn answers(token: String, organization: &str, status: u16) -> Vec<Answer> {
    let organizations =
        format!(r#"{{"namespaces":[{{"id":1,"name":"{organization}","auth":7}}]}}"#);
    vec![
        ("GET", "/v3/auth/tokens", 200, token),
        ("GET", NAMESPACES, status, organizations),
    ]
}

pub fn annas() -> Vec<Answer> {
    answers(token_body("eu-de"), "acme-web", 200)
}

pub fn paulas() -> Vec<Answer> {
    answers(paulas_body(), "partner-web", 200)
}

/// Signed in as Anna, and then as Paula, who is at the screen.
async fn both(cloud: &Cloud) -> Screen {
    both_at(cloud, r#"{"password_sign_in":true}"#).await
}

/// The same, set up by a file.
async fn both_at(cloud: &Cloud, file: &str) -> Screen {
    forget_changes();
    let screen = Screen::set_up(cloud, file);
    screen.type_into("Token", ANNAS);
    screen.button("Sign in").click();
    screen.shows("acme-web").await;
    screen.button("Sign in to another project").click();
    screen
        .shows("What is open here closes once you are signed in there.")
        .await;
    cloud.answer(&paulas());
    screen.type_into("Token", PAULAS);
    screen.dialog_button("Sign in").click();
    screen.shows("partner-web").await;
    screen
}

/// The way to a scope that is held, by whose it is.
fn way_to(screen: &Screen, who: &str) -> Option<web_sys::HtmlElement> {
    let count = screen.count("#place-menu .menu-list button");
    let mut ways = (0..count).map(|place| screen.nth("#place-menu .menu-list button", place));
    let way = ways.find(|way| way.text_content().unwrap_or_default().contains(who));
    way.map(wasm_bindgen::JsCast::unchecked_into)
}

#[wasm_bindgen_test]
async fn the_person_goes_from_one_scope_to_the_other_without_signing_in_again() {
    let cloud = Cloud::new(&annas());
    let screen = both(&cloud).await;
    assert!(!screen.text().contains("acme-web"), "{}", screen.text());
    let way = way_to(&screen, "anna (ACME-EU)").expect("Anna's scope is held");
    assert!(
        way.text_content()
            .unwrap()
            .contains("7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80")
    );
    let before = cloud.asked().len();
    cloud.answer(&annas());
    way.click();
    screen.shows("acme-web").await;
    assert!(!screen.text().contains("partner-web"), "{}", screen.text());
    assert!(
        way_to(&screen, "anna").is_none(),
        "the scope at the screen is not held besides"
    );
    assert!(way_to(&screen, "paula (PARTNER-GMBH)").is_some());
    let asked = &cloud.asked()[before..];
    assert!(!asked.iter().any(|line| line.contains("/v3/")), "{asked:?}");
    assert!(cloud.tokens()[before..].iter().all(|token| token == ANNAS));
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_sign_in_for_the_project_at_the_screen_is_told_to_be_that_and_not_swallowed() {
    let cloud = Cloud::new(&annas());
    let screen = both(&cloud).await;
    screen.button("Sign in to another project").click();
    screen.shows("What is open here closes").await;
    assert_eq!(
        screen.get("dialog h2").text_content().unwrap(),
        "Sign in to another project"
    );
    screen.type_into("Token", PAULAS);
    screen.dialog_button("Sign in").click();
    screen
        .shows(&format!("You work in project {PAULAS_PROJECT} already."))
        .await;
    assert_eq!(screen.count("dialog"), 1);
    assert!(way_to(&screen, "anna").is_some());
    screen.dialog_button("Cancel").click();
    screen.loses("dialog").await;
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn what_is_answered_in_one_scope_later_is_neither_shown_nor_sent_in_the_other() {
    let cloud = Cloud::new(&annas());
    let screen = both(&cloud).await;
    // Paula's list is on its way while Anna comes back.
    cloud.answer(&answers(paulas_body(), "paulas-secret", HELD));
    screen.button("Refresh").click();
    TimeoutFuture::new(20).await;
    cloud.answer(&annas());
    let before = cloud.asked().len();
    way_to(&screen, "anna").unwrap().click();
    screen.shows("acme-web").await;
    cloud.lets_go();
    TimeoutFuture::new(50).await;
    assert!(
        !screen.text().contains("paulas-secret"),
        "{}",
        screen.text()
    );
    assert!(cloud.tokens()[before..].iter().all(|token| token == ANNAS));
    screen.go("containers");
    screen.button("Refresh").click();
    TimeoutFuture::new(50).await;
    assert!(cloud.tokens()[before..].iter().all(|token| token == ANNAS));
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_held_token_that_has_ended_is_found_out_where_it_is_used_and_the_other_goes_on() {
    let cloud = Cloud::new(&annas());
    let screen = both(&cloud).await;
    let refused = r#"{"error_code":"APIGW.0301","error_msg":"token expires"}"#.to_owned();
    cloud.answer(&[
        ("GET", "/v3/auth/tokens", 401, refused.clone()),
        ("GET", "/v2/manage/", 401, refused),
    ]);
    way_to(&screen, "anna").unwrap().click();
    screen.shows("Your token is not accepted any more").await;
    cloud.answer(&paulas());
    way_to(&screen, "paula").unwrap().click();
    screen.shows("partner-web").await;
    assert!(!screen.text().contains("not accepted any more"));
    // What has ended is not held.
    assert!(way_to(&screen, "anna").is_none());
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn signing_out_ends_all_scopes() {
    let cloud = Cloud::new(&annas());
    let screen = both(&cloud).await;
    screen.button("Sign out").click();
    screen.shows("Where do I get a token?").await;
    cloud.answer(&annas());
    screen.type_into("Token", ANNAS);
    screen.button("Sign in").click();
    screen.shows("acme-web").await;
    assert!(way_to(&screen, "paula").is_none());
    screen.button("Sign out").click();
}

/// Another tab tells that somebody signs out.
fn signs_out_elsewhere(cloud: &str, user_id: &str) {
    let channel = BroadcastChannel::new(&own("tabs")).unwrap();
    let scope = changes::Scope {
        cloud: cloud.to_owned(),
        region: "eu-nl".to_owned(),
        project_id: "0".to_owned(),
        user_id: user_id.to_owned(),
    };
    let id = changes::ChangeId(0);
    let notice = changes::Notice::SignOut(changes::Key { scope, id }).to_string();
    channel.post_message(&JsValue::from_str(&notice)).unwrap();
}

#[wasm_bindgen_test]
async fn a_person_who_signs_out_in_another_tab_signs_out_nobody_else_who_is_held_here() {
    let ends = ("DELETE", "/v3/auth/tokens", 204, String::new());
    let with_end = |mut answers: Vec<Answer>| {
        answers.insert(0, ends.clone());
        answers
    };
    let cloud = Cloud::new(&with_end(annas()));
    let screen = both_at(&cloud, OPEN_TELEKOM_CLOUD).await;
    cloud.answer(&with_end(paulas()));
    assert!(way_to(&screen, "anna").is_some());
    let noted = BrowserItem::SignedOut.read();
    signs_out_elsewhere("open-telekom-cloud", PAULAS_ID);
    screen.shows("because you signed out in another tab").await;
    screen.shows("Where do I get a token?").await;
    TimeoutFuture::new(50).await;
    assert_eq!(ended(&cloud), [PAULAS]);
    // What Anna keeps in another tab goes on there.
    assert_eq!(BrowserItem::SignedOut.read(), noted);
}

#[wasm_bindgen_test]
async fn a_person_who_signs_out_in_another_tab_is_held_here_no_more_and_nobody_else_is_signed_out()
{
    let cloud = Cloud::new(&annas());
    let screen = both(&cloud).await;
    // The work hears other tabs once a page has asked for it.
    screen.shows("partner-web").await;
    signs_out_elsewhere("default", ANNAS_ID);
    for _ in 0..100 {
        if way_to(&screen, "anna").is_none() {
            break;
        }
        TimeoutFuture::new(10).await;
    }
    assert!(way_to(&screen, "anna").is_none());
    screen.shows("partner-web").await;
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn the_owner_of_a_share_goes_to_its_recipient_and_back() {
    let image = r#"{"id":"a","name":"golden","__imagetype":"private","owner":"7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80","status":"active"}"#;
    let members = format!(
        r#"{{"members":[{{"member_type":"project","member_id":"{PAULAS_PROJECT}","status":"pending","created_at":"2026-11-08T10:00:00Z"}}]}}"#
    );
    let with_image = |mut answers: Vec<Answer>, kind: &str| {
        let image = image.replace("private", kind);
        answers.push(("GET", MEMBERS, 200, members.clone()));
        answers.push(("GET", IMAGE, 200, image));
        answers
    };
    let cloud = Cloud::new(&with_image(annas(), "private"));
    let screen = Screen::open(&cloud);
    screen.type_into("Token", ANNAS);
    screen.button("Sign in").click();
    screen.shows("acme-web").await;
    screen.go("machine-images/a");
    screen.shows("Pending").await;
    let answer = "Answer as the recipient";
    let select = async || {
        screen.get("[role=row] input[type=checkbox]").click();
        screen.shows("1 member selected").await;
        screen.button(answer).click();
    };
    select().await;
    screen.shows("Sign in to the recipient's project").await;
    screen
        .shows(&format!(
            "Only a sign-in for project {PAULAS_PROJECT} can answer."
        ))
        .await;
    // Whoever else signs in could not answer, and would have left for nothing.
    screen.type_into("Token", ANNAS);
    screen.dialog_button("Sign in").click();
    screen
        .shows(&format!(
            "This sign-in is for project 7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80. Only one for project {PAULAS_PROJECT} can answer here."
        ))
        .await;
    cloud.answer(&with_image(paulas(), "shared"));
    screen.type_into("Token", PAULAS);
    screen.dialog_button("Sign in").click();
    screen.loses("dialog").await;
    screen.shows("Another project shares this image.").await;
    screen.shows("Accept 1 image").await;
    // The second time nobody signs in.
    cloud.answer(&with_image(annas(), "private"));
    way_to(&screen, "anna").unwrap().click();
    screen.shows("Share 1 image").await;
    screen.shows("Pending").await;
    let before = cloud.asked().len();
    cloud.answer(&with_image(paulas(), "shared"));
    select().await;
    screen.shows("Another project shares this image.").await;
    assert_eq!(screen.count("dialog"), 0);
    assert!(cloud.tokens()[before..].iter().all(|token| token == PAULAS));
    screen.button("Sign out").click();
}
