//! What was given to sign in is at hand for another token and for another project; what can be given once
//! alone is not.

use cloud_api::Timestamp;
use gloo_timers::future::TimeoutFuture;
use image_console::browser::clock::now;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, HELD, Screen, token_body};
use crate::lock::Later;

const FAR: &str = "2999-01-01T00:00:00.000000Z";
const EU_NL: &str = "8d0e6f3c9b205e7fa04b1c2d3e5f7091";
const PROJECTS: &str = r#"{"projects":[{"id":"7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80","name":"eu-de"},
    {"id":"8d0e6f3c9b205e7fa04b1c2d3e5f7091","name":"eu-nl"}]}"#;
const ENDS: &str = "Your token ends in less than 5 minutes.";

/// A token that ends in so many seconds.
pub fn ending_in(seconds: i64) -> String {
    let end: Timestamp = now().plus_milliseconds(seconds * 1_000);
    let (date, time) = end.date_and_time();
    token_body("eu-de").replace(FAR, &format!("{date}T{time}.000000Z"))
}

fn answers(made: (u16, String), checked: String) -> Vec<Answer> {
    let (status, body) = made;
    let organizations = r#"{"namespaces":[{"id":1,"name":"acme-web","auth":7}]}"#;
    vec![
        ("POST", "/v3/auth/tokens", status, body),
        ("GET", "/v3/auth/tokens", 200, checked),
        ("GET", "/v3/auth/projects", 200, PROJECTS.to_owned()),
        (
            "GET",
            "/v2/manage/namespaces",
            200,
            organizations.to_owned(),
        ),
    ]
}

fn made(body: String) -> Vec<Answer> {
    answers((201, body), token_body("eu-de"))
}

pub async fn with_password(cloud: &Cloud, code: Option<&str>) -> Screen {
    let screen = Screen::open(cloud);
    screen.button("User name and password").click();
    screen.shows("Region or project ID").await;
    screen.type_into("Account", "ACME-EU");
    screen.type_into("User name", "anna");
    screen.type_into("Password", "secret");
    screen.type_into("Region or project ID", "eu-de");
    if let Some(code) = code {
        screen.get("summary").click();
        screen.type_into("One-time code", code);
    }
    screen.button("Sign in").click();
    screen.shows("acme-web").await;
    screen
}

#[wasm_bindgen_test]
async fn a_token_that_ends_soon_is_renewed_where_the_password_is_at_hand() {
    let cloud = Cloud::new(&made(ending_in(200)));
    cloud.answer_after_write(&made(token_body("eu-de")));
    let screen = with_password(&cloud, None).await;
    let sent = screen.has_sent(&cloud, 2).await;
    assert!(sent[1].contains(r#""password":"secret""#), "{sent:?}");
    TimeoutFuture::new(50).await;
    assert!(!screen.text().contains(ENDS), "{}", screen.text());
    assert!(screen.text().contains("acme-web"));
    assert_eq!(cloud.sent().len(), 2);
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_token_that_is_not_renewed_is_asked_for_while_the_page_stays() {
    let cloud = Cloud::new(&made(ending_in(200)));
    let refused = r#"{"error":{"code":401,"message":"m","title":"Unauthorized"}}"#.to_owned();
    cloud.answer_after_write(&answers((401, refused), token_body("eu-de")));
    let screen = with_password(&cloud, None).await;
    screen.shows(ENDS).await;
    assert!(screen.text().contains("acme-web"));
    assert_eq!(cloud.sent().len(), 2);
    screen.button("Sign in again").click();
    screen.shows("Sign in to go on where you were.").await;
    // It begins with a password, by which the person came.
    screen.dialog_button("Token").click();
    screen.shows("Where do I get a token?").await;
    screen.type_into("Token", "MIIanothertoken");
    screen.dialog_button("Sign in").click();
    screen.loses(".over-page .banner").await;
    assert!(screen.text().contains("acme-web"));
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_token_that_lasts_no_longer_than_the_one_before_it_is_not_renewed_again_and_again() {
    let cloud = Cloud::new(&made(ending_in(200)));
    cloud.answer_after_write(&made(ending_in(210)));
    let screen = with_password(&cloud, None).await;
    screen.shows(ENDS).await;
    TimeoutFuture::new(50).await;
    assert_eq!(cloud.sent().len(), 2);
    assert!(screen.text().contains("acme-web"));
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_pasted_token_that_ends_soon_is_asked_for_and_nothing_is_made() {
    let cloud = Cloud::new(&answers((201, String::new()), ending_in(200)));
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    screen.shows(ENDS).await;
    assert_eq!(cloud.sent(), Vec::<String>::new());
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_pasted_token_is_told_half_an_hour_before_its_end_with_what_is_left_of_it() {
    let cloud = Cloud::new(&answers((201, String::new()), ending_in(590)));
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    // In the top bar, and told once.
    for _ in 0..200 {
        if screen.text().matches("Token ends in 9 min").count() == 2 {
            break;
        }
        TimeoutFuture::new(10).await;
    }
    let told = screen.text().matches("Token ends in 9 min").count();
    assert_eq!(told, 2, "{}", screen.text());
    assert!(!screen.text().contains("30 min"));
    assert!(!screen.text().contains(ENDS));
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn of_a_token_that_is_not_accepted_any_more_nothing_is_left() {
    let cloud = Cloud::new(&answers((201, String::new()), ending_in(590)));
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    screen.shows("Token ends in 9 min").await;
    let bar = || screen.get("header").inner_text();
    assert!(bar().contains("Token ends in 9 min"), "{}", bar());
    let refused = r#"{"error_code":"APIGW.0301","error_msg":"m","request_id":"b7f0"}"#;
    let refused = |path| ("GET", path, 401, refused.to_owned());
    cloud.answer(&[refused("/v3/auth/tokens"), refused("/v2/manage/")]);
    screen.button("Refresh").click();
    screen.shows("Your token is not accepted any more").await;
    for _ in 0..200 {
        if !bar().contains("Token ends") {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("the bar still shows: {}", bar());
}

#[wasm_bindgen_test]
async fn a_code_is_good_once_so_that_the_password_is_not_kept_with_it() {
    let cloud = Cloud::new(&made(ending_in(200)));
    let screen = with_password(&cloud, Some("123456")).await;
    screen.shows(ENDS).await;
    assert_eq!(cloud.sent().len(), 1);
    screen.button("Sign in to another project");
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn another_project_is_reached_without_giving_the_password_again() {
    let cloud = Cloud::new(&made(token_body("eu-de")));
    let screen = with_password(&cloud, None).await;
    screen.button("Switch project").click();
    screen.shows("In which region?").await;
    assert_eq!(screen.count("dialog input"), 0);
    let there = token_body("eu-nl").replace("7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80", EU_NL);
    cloud.answer(&made(there));
    screen.dialog_button("eu-nl").click();
    let sent = screen.has_sent(&cloud, 2).await;
    assert!(sent[1].contains(EU_NL), "{sent:?}");
    screen.loses("dialog").await;
    screen.shows("eu-nl").await;
    screen.shows("acme-web").await;
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn who_has_one_project_alone_is_told_so() {
    let mut answers = made(token_body("eu-de"));
    answers[2].3 =
        r#"{"projects":[{"id":"7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80","name":"eu-de"}]}"#.to_owned();
    let screen = with_password(&Cloud::new(&answers), None).await;
    screen.button("Switch project").click();
    screen.shows("You have access to no other project").await;
    screen.dialog_button("Cancel").click();
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_pasted_token_leads_to_another_project_by_another_token() {
    let cloud = Cloud::new(&made(token_body("eu-de")));
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    screen.shows("acme-web").await;
    screen.button("Sign in to another project").click();
    screen
        .shows("What is open here closes once you are signed in there.")
        .await;
    let there = token_body("eu-nl").replace("7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80", EU_NL);
    cloud.answer(&answers((201, String::new()), there));
    screen.type_into("Token", "MIIothertoken");
    screen.dialog_button("Sign in").click();
    screen.loses("dialog").await;
    screen.shows("eu-nl").await;
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn what_is_opened_from_the_top_bar_stays_while_the_token_is_renewed() {
    let cloud = Cloud::new(&made(ending_in(200)));
    cloud.answer_after_write(&answers((HELD, token_body("eu-de")), token_body("eu-de")));
    let screen = with_password(&cloud, None).await;
    screen.shows("Token ends in 3 min").await;
    screen.button("Sign in to another project").click();
    screen
        .shows("What is open here closes once you are signed in there.")
        .await;
    screen.type_into("Token", "MIIothertoken");
    let menu = screen.get("#place-menu");
    screen.has_sent(&cloud, 2).await;
    cloud.lets_go();
    for _ in 0..200 {
        if !screen.text().contains("Token ends in 3 min") {
            break;
        }
        TimeoutFuture::new(10).await;
    }
    assert!(!screen.text().contains("Token ends in 3 min"));
    assert_eq!(screen.field("Token").value(), "MIIothertoken");
    assert!(menu.is_connected());
    screen.dialog_button("Cancel").click();
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_renewal_that_fails_once_somebody_has_signed_in_again_asks_for_nothing() {
    let cloud = Cloud::new(&made(ending_in(200)));
    let there = token_body("eu-nl").replace("7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80", EU_NL);
    cloud.answer_after_write(&answers((HELD, "{}".to_owned()), there));
    let screen = with_password(&cloud, None).await;
    screen.has_sent(&cloud, 2).await;
    screen.button("Sign in to another project").click();
    screen
        .shows("What is open here closes once you are signed in there.")
        .await;
    screen.type_into("Token", "MIIothertoken");
    screen.dialog_button("Sign in").click();
    screen.loses("dialog").await;
    cloud.lets_go();
    TimeoutFuture::new(50).await;
    assert!(!screen.text().contains(ENDS), "{}", screen.text());
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn the_last_minute_of_a_token_is_no_minute_any_more() {
    let cloud = Cloud::new(&answers((201, String::new()), ending_in(50)));
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    screen.shows("Token ends in less than a minute").await;
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn the_choice_of_another_project_makes_room_for_signing_in_again() {
    let refused = r#"{"error":{"code":401,"message":"no"}}"#.to_owned();
    let cloud = Cloud::new(&answers((201, ending_in(200)), ending_in(200)));
    cloud.answer_after_write(&answers((401, refused), token_body("eu-de")));
    let screen = with_password(&cloud, None).await;
    screen.shows(ENDS).await;
    screen.button("Switch project").click();
    screen.shows("In which region?").await;
    screen.dialog_button("Sign in again").click();
    screen.shows("Sign in to go on where you were.").await;
    assert_eq!(screen.count("dialog"), 1);
    screen.dialog_button("Cancel").click();
    screen.button("Sign out").click();
    screen.shows("Where do I get a token?").await;
}

#[wasm_bindgen_test]
async fn a_page_that_locked_asks_in_the_way_in_which_its_person_came() {
    let screen = with_password(&Cloud::new(&made(token_body("eu-de"))), None).await;
    let later = Later::by(15);
    screen.shows("This page is locked").await;
    let way = screen.button("User name and password");
    assert_eq!(way.get_attribute("aria-selected").as_deref(), Some("true"));
    drop(later);
}
