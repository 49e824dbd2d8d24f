//! A computer whose clock is wrong.

use cloud_api::{Response, Service};
use gloo_timers::future::TimeoutFuture;
use image_console::browser::clock::{hear, now};
use image_console::session::{Keep, SessionState, sign_in_with_token};
use leptos::prelude::untrack;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};
use crate::scope::session_over;

const HOUR: f64 = 3_600_000.0;

/// The computer's clock is right again when the test has ended.
struct RightAgain;

impl Drop for RightAgain {
    fn drop(&mut self) {
        hear(&Response {
            service: Service::Swr,
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

/// A cloud with a fresh token, over which the computer's clock is so far ahead.
fn cloud(ahead: f64, tells_time: bool) -> Cloud {
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
    cloud
}

#[wasm_bindgen_test]
async fn a_fresh_token_holds_on_a_computer_that_is_a_day_ahead() {
    let _right = RightAgain;
    for tells_time in [true, false] {
        let (_screen, session, net) = session_over(&cloud(25.0 * HOUR, tells_time));
        let identity = sign_in_with_token(net, "MIIexampletoken").await.unwrap();
        session.begin(identity, Keep::InMemory);
        session.check_expiry(now());
        let state = untrack(|| session.state());
        assert!(matches!(state, SessionState::SignedIn(_)), "{tells_time}");
        drop(RightAgain);
    }
}

#[wasm_bindgen_test]
async fn a_wrong_clock_is_told_until_it_is_put_away_and_not_again() {
    let _right = RightAgain;
    for (ahead, told) in [
        (25.0 * HOUR, "This computer's clock is 25 h 0 min ahead."),
        (-3.0 * HOUR, "This computer's clock is 3 h 0 min behind."),
    ] {
        let screen = Screen::signed_in_at(&cloud(ahead, true), "containers").await;
        screen.shows(told).await;
        screen.shows("acme-web").await;
        screen.get("[popovertarget=person-menu]").click();
        let text = screen.text();
        let is_whole = text.contains("23 h 59 min") || text.contains("24 h 0 min");
        assert!(is_whole, "{text}");
        screen.button("Dismiss").click();
        screen.button("Refresh").click();
        TimeoutFuture::new(10).await;
        assert!(!screen.text().contains(told), "{}", screen.text());
    }
}
