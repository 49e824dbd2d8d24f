//! A computer whose clock is wrong.

use cloud_api::Response;
use gloo_timers::future::TimeoutFuture;
use image_console::browser::clock::hear;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};

const HOUR: f64 = 3_600_000.0;

/// The computer's clock is right again when the test has ended.
struct RightAgain;

impl Drop for RightAgain {
    fn drop(&mut self) {
        hear(&Response {
            status: 200,
            headers: vec![("Date".to_owned(), date(0.0))],
            body: Vec::new(),
        });
    }
}

fn cloud_time(ahead: f64) -> js_sys::Date {
    js_sys::Date::new(&(js_sys::Date::now() - ahead).into())
}

fn date(ahead: f64) -> String {
    cloud_time(ahead).to_utc_string().into()
}

/// Signs in with a fresh token on a computer whose clock is so far ahead of the cloud's.
async fn signed_in(ahead: f64, tells_time: bool) -> (Screen, RightAgain) {
    let end = String::from(cloud_time(ahead - 24.0 * HOUR).to_iso_string());
    let token = token_body("eu-de").replace("2999-01-01T00:00:00.000000Z", &end);
    let organizations = r#"{"namespaces":[{"id":1,"name":"acme-web","auth":7}]}"#;
    let answers: [Answer; 2] = [
        ("GET", "/v3/auth/tokens", 200, token),
        (
            "GET",
            "/v2/manage/namespaces",
            200,
            organizations.to_owned(),
        ),
    ];
    let cloud = Cloud::new(&answers);
    if tells_time {
        cloud.tells_time(&date(ahead));
    }
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    screen.shows("acme-web").await;
    (screen, RightAgain)
}

#[wasm_bindgen_test]
async fn a_fresh_token_holds_on_a_computer_that_is_a_day_ahead() {
    let (screen, _right) = signed_in(25.0 * HOUR, true).await;
    screen
        .shows("This computer's clock is 25 h 0 min ahead.")
        .await;
    let text = screen.text();
    let is_whole = text.contains("23 h 59 min") || text.contains("24 h 0 min");
    assert!(is_whole, "{text}");
    // The end of a token is looked for once a second.
    TimeoutFuture::new(1_200).await;
    assert!(!screen.text().contains("not accepted any more"));
}

#[wasm_bindgen_test]
async fn a_wrong_clock_is_told_until_it_is_put_away_and_not_again() {
    let (screen, _right) = signed_in(-3.0 * HOUR, true).await;
    screen
        .shows("This computer's clock is 3 h 0 min behind.")
        .await;
    screen.button("Dismiss").click();
    screen.button("Refresh").click();
    TimeoutFuture::new(50).await;
    assert!(!screen.text().contains("behind"), "{}", screen.text());
}

#[wasm_bindgen_test]
async fn where_no_answer_tells_the_time_a_token_that_iam_accepts_has_not_ended() {
    let (screen, _right) = signed_in(25.0 * HOUR, false).await;
    TimeoutFuture::new(1_200).await;
    assert!(!screen.text().contains("not accepted any more"));
}
