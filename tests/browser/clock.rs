//! A computer whose clock is wrong.

use std::rc::Rc;

use cloud_api::iam::{Password, TokenScope};
use cloud_api::{RegionId, Response, Secret, Service, WrongClock};
use gloo_timers::future::TimeoutFuture;
use image_console::browser::clock::{hear, now, wrong_clock};
use image_console::session::{Keep, SessionState, sign_in_with_password, sign_in_with_token};
use leptos::prelude::untrack;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};
use crate::scope::session_over;

pub const HOUR: f64 = 3_600_000.0;

/// The computer's clock is right again when the test has ended.
pub struct RightAgain;

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

pub fn date(ahead: f64) -> String {
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

/// A token that ends in so many hours by the computer's clock, and was made a day before.
fn token_that_ends_in(hours: f64) -> String {
    let written = |hours: f64| String::from(cloud_time(-hours * HOUR).to_iso_string());
    let times = format!(
        r#"{}","issued_at":"{}"#,
        written(hours),
        written(hours - 24.0)
    );
    token_body("eu-de").replace("2999-01-01T00:00:00.000000Z", &times)
}

/// Signs in with a token that is good for another hour; its time is over then, and IAM answers that.
async fn over(answer: (u16, String)) -> (Cloud, SessionState) {
    let iam = |(status, body)| [("GET", "/v3/auth/tokens", status, body)];
    let cloud = Cloud::new(&iam((200, token_that_ends_in(1.0))));
    let (_screen, session, net) = session_over(&cloud);
    let identity = sign_in_with_token(net, "MIIexampletoken").await.unwrap();
    session.begin(identity, Keep::InMemory);
    cloud.answer(&iam(answer));
    session.check_expiry(now().plus_milliseconds(2 * 3_600_000));
    TimeoutFuture::new(50).await;
    (cloud, untrack(|| session.state()))
}

#[wasm_bindgen_test]
async fn a_token_whose_time_is_over_by_this_computers_clock_has_ended_once_iam_says_so() {
    let _right = RightAgain;
    let refused = r#"{"error":{"code":401,"message":"m","title":"Unauthorized"}}"#;
    let (_, state) = over((401, refused.to_owned())).await;
    assert!(matches!(state, SessionState::Expired(_)));
    let (cloud, state) = over((200, token_that_ends_in(1.0))).await;
    assert!(matches!(state, SessionState::SignedIn(_)));
    assert_eq!(cloud.asked().len(), 2, "{:?}", cloud.asked());
    let (_, state) = over((502, String::new())).await;
    assert!(matches!(state, SessionState::SignedIn(_)));
}

#[wasm_bindgen_test]
async fn where_iam_accepts_a_token_that_has_ended_by_this_computers_clock_the_clock_is_wrong() {
    let _right = RightAgain;
    let (_, state) = over((200, token_that_ends_in(-0.5))).await;
    let SessionState::SignedIn(identity) = state else {
        panic!("the session has ended");
    };
    assert_eq!(identity.expires_at, None);
    assert_eq!(untrack(wrong_clock), Some(WrongClock::Contradicted));
}

#[wasm_bindgen_test]
async fn a_token_that_was_not_made_yet_by_this_computers_clock_shows_that_it_is_wrong() {
    let _right = RightAgain;
    for hours in [25.0, -1.0] {
        let cloud = Cloud::new(&[("GET", "/v3/auth/tokens", 200, token_that_ends_in(hours))]);
        let (_screen, _, net) = session_over(&cloud);
        let identity = sign_in_with_token(net, "MIIexampletoken").await.unwrap();
        assert_eq!(identity.expires_at, None, "{hours}");
        assert_eq!(untrack(wrong_clock), Some(WrongClock::Contradicted));
        drop(RightAgain);
    }
}

#[wasm_bindgen_test]
async fn a_token_that_was_just_made_tells_the_time_where_no_answer_does() {
    let _right = RightAgain;
    // Made three hours ago by the computer's clock.
    let cloud = Cloud::new(&[("POST", "/v3/auth/tokens", 201, token_that_ends_in(21.0))]);
    let (_screen, _, net) = session_over(&cloud);
    let password = Password {
        account: "ACME-EU".to_owned(),
        user: "anna".to_owned(),
        password: Secret::new("secret"),
        second_factor: None,
    };
    let region = TokenScope::Region(RegionId::listed("eu-de").unwrap());
    let identity = sign_in_with_password(net, password, Some(region), Rc::new(|| ())).await;
    assert!(identity.unwrap().expires_at.is_some());
    assert_eq!(untrack(wrong_clock), Some(WrongClock::Ahead(180)));
}
