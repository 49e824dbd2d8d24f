//! A computer that slept over the end of a token: where the password is at hand another one takes its place.

use std::cell::Cell;
use std::rc::Rc;

use cloud_api::iam::{Password, TokenScope};
use cloud_api::swr::{ListOrganizations, Visibility};
use cloud_api::{NoAnswer, Operation, RegionId, Request, Response, Secret, Service};
use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use gloo_timers::future::TimeoutFuture;
use image_console::browser::clock::{hear, now};
use image_console::net::Transport;
use image_console::session::{Keep, Session, SessionState, sign_in_with_password};
use leptos::prelude::untrack;
use leptos::task::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::again::{ending_in, with_password};
use crate::answers::{Answer, Cloud, HELD, Screen, token_body};
use crate::clock::{HOUR, RightAgain, date};
use crate::scope::session_of;

const LISTED: &str = "/v2/manage/namespaces";
const REFUSED: &str =
    r#"{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information"}"#;
/// More than half an hour.
const GOOD_FOR: i64 = 3_000;

/// A cloud that numbers the tokens it makes, and takes the last one alone.
#[derive(Clone)]
struct Numbering {
    cloud: Cloud,
    made: Rc<Cell<usize>>,
}

impl Transport for Numbering {
    fn send(
        &self,
        request: Request,
        address: String,
    ) -> LocalBoxFuture<'static, Result<Response, NoAnswer>> {
        let made = Rc::clone(&self.made);
        let carried = request
            .headers
            .iter()
            .find(|(name, _)| *name == "X-Auth-Token");
        let carried = carried.map(|(_, value)| value.reveal().to_owned());
        let answer = self.cloud.send(request, address);
        async move {
            let mut response = answer.await?;
            for (name, value) in &mut response.headers {
                if name == "X-Subject-Token" && response.status == 201 {
                    made.set(made.get() + 1);
                    *value = token(made.get());
                }
            }
            if carried.is_some_and(|carried| carried != token(made.get())) {
                response.status = 401;
                response.body = REFUSED.as_bytes().to_vec();
            }
            Ok(response)
        }
        .boxed_local()
    }
}

fn token(number: usize) -> String {
    format!("MIIissued{number}")
}

/// IAM makes tokens so and says of the ended one that it has ended; organizations are there.
fn answers(made: (u16, String)) -> Vec<Answer> {
    let organizations = r#"{"namespaces":[{"id":1,"name":"acme-web","auth":7}]}"#;
    vec![
        ("POST", "/v3/auth/tokens", made.0, made.1),
        ("GET", "/v3/auth/tokens", 401, REFUSED.to_owned()),
        ("GET", LISTED, 200, organizations.to_owned()),
    ]
}

/// The computer wakes up when the token's time is over.
fn wake_up() {
    hear(&Response {
        service: Service::Swr,
        status: 200,
        headers: vec![("Date".to_owned(), date(-HOUR))],
        body: Vec::new(),
    });
}

/// Anna, with a password and a token that is good for a while; from then on tokens are made so.
async fn anna(next: (u16, String)) -> (Screen, Session, Cloud) {
    let cloud = Cloud::new(&answers((201, ending_in(GOOD_FOR))));
    let numbering = Numbering {
        cloud: cloud.clone(),
        made: Rc::default(),
    };
    let (screen, session, net) = session_of(Rc::new(numbering));
    let password = Password {
        account: "ACME-EU".to_owned(),
        user: "anna".to_owned(),
        password: Secret::new("secret"),
        second_factor: None,
    };
    let region = TokenScope::Region(RegionId::listed("eu-de").unwrap());
    let anna = sign_in_with_password(net, password, Some(region), Rc::new(|| ())).await;
    session.begin(anna.unwrap(), Keep::InMemory);
    cloud.answer(&answers(next));
    (screen, session, cloud)
}

fn read() -> Request {
    ListOrganizations {
        visibility: Visibility::Granted,
        name: None,
    }
    .request()
}

/// With which tokens the organizations were asked for.
fn carried(cloud: &Cloud) -> Vec<String> {
    let asked = cloud.asked().into_iter().zip(cloud.tokens());
    let lists = asked.filter(|(line, _)| line.contains(LISTED));
    lists.map(|(_, token)| token).collect()
}

fn is_signed_in(session: Session) -> bool {
    matches!(untrack(|| session.state()), SessionState::SignedIn(_))
}

#[wasm_bindgen_test]
async fn a_token_whose_end_was_slept_through_is_renewed_without_asking_for_the_password() {
    let _right = RightAgain;
    let (_screen, session, cloud) = anna((201, token_body("eu-de"))).await;
    wake_up();
    for _ in 0..3 {
        session.check_expiry(now());
        TimeoutFuture::new(20).await;
    }
    assert!(is_signed_in(session));
    assert_eq!(cloud.sent().len(), 2);
    session.end();
}

#[wasm_bindgen_test]
async fn where_no_other_token_is_to_be_had_then_the_session_ends_after_one_attempt() {
    let _right = RightAgain;
    let (_screen, session, cloud) = anna((401, REFUSED.to_owned())).await;
    wake_up();
    for _ in 0..3 {
        session.check_expiry(now());
        TimeoutFuture::new(20).await;
    }
    assert!(!is_signed_in(session));
    assert_eq!(cloud.sent().len(), 2);
    session.end();
}

#[wasm_bindgen_test]
async fn what_is_asked_after_it_waits_for_the_next_token_and_one_is_made_for_all() {
    let _right = RightAgain;
    let (_screen, session, cloud) = anna((201, token_body("eu-de"))).await;
    wake_up();
    let all = [ask(session), ask(session), ask(session)];
    TimeoutFuture::new(50).await;
    assert_eq!(all.map(|status| status.get()), [200; 3]);
    assert_eq!(carried(&cloud), [token(2), token(2), token(2)]);
    assert_eq!(cloud.sent().len(), 2);
    session.end();
}

/// Asks for the organizations; the status, once it is answered.
fn ask(session: Session) -> Rc<Cell<u16>> {
    let status = Rc::new(Cell::new(0));
    let answered = Rc::clone(&status);
    spawn_local(async move {
        let answer = session.send(read()).await.unwrap();
        answered.set(answer.status);
    });
    status
}

#[wasm_bindgen_test]
async fn what_is_under_way_while_another_token_is_made_is_asked_again_with_that_one() {
    let _right = RightAgain;
    let (_screen, session, cloud) = anna((201, token_body("eu-de"))).await;
    let mut held = cloud.answers();
    held[2].2 = HELD;
    cloud.answer(&held);
    let status = ask(session);
    TimeoutFuture::new(10).await;
    wake_up();
    session.check_expiry(now());
    TimeoutFuture::new(50).await;
    assert_eq!(carried(&cloud), [token(1)]);
    cloud.lets_go();
    TimeoutFuture::new(50).await;
    assert_eq!(carried(&cloud), [token(1), token(2)]);
    assert_eq!(status.get(), 200);
    session.end();
}

#[wasm_bindgen_test]
async fn a_refusal_that_tells_of_the_end_first_has_another_token_made_and_is_asked_again() {
    let _right = RightAgain;
    let (_screen, session, cloud) = anna((201, token_body("eu-de"))).await;
    let good = cloud.answers();
    let mut refused = good.clone();
    refused[2] = ("GET", LISTED, 401, REFUSED.to_owned());
    cloud.answer(&refused);
    cloud.answer_after_write(&good);
    let status = ask(session);
    // It is under way.
    TimeoutFuture::new(0).await;
    assert_eq!(carried(&cloud), [token(1)]);
    wake_up();
    TimeoutFuture::new(50).await;
    assert_eq!(carried(&cloud), [token(1), token(2)]);
    assert_eq!(status.get(), 200);
    assert!(is_signed_in(session));
    session.end();
}

#[wasm_bindgen_test]
async fn nobody_is_signed_in_again_who_has_signed_out_meanwhile() {
    let _right = RightAgain;
    let (_screen, session, _) = anna((201, token_body("eu-de"))).await;
    wake_up();
    session.check_expiry(now());
    session.end();
    TimeoutFuture::new(50).await;
    assert_eq!(untrack(|| session.state()), SessionState::SignedOut);
}

#[wasm_bindgen_test]
async fn where_a_person_is_asked_for_a_token_already_no_password_is_sent_at_its_end() {
    let _right = RightAgain;
    let made = |seconds| answers((201, ending_in(seconds)));
    let cloud = Cloud::new(&made(200));
    cloud.answer_after_write(&made(210));
    let screen = with_password(&cloud, None).await;
    screen
        .shows("Your token ends in less than 5 minutes.")
        .await;
    wake_up();
    screen.shows("Your token is not accepted any more").await;
    assert_eq!(cloud.sent().len(), 2);
    screen.button("Sign out").click();
    screen.shows("Where do I get a token?").await;
}

#[wasm_bindgen_test]
async fn of_a_token_whose_time_is_over_nobody_says_when_it_ends_while_iam_says_nothing() {
    let _right = RightAgain;
    let nothing = ("GET", "/v3/auth/tokens", 502, String::new());
    let mut here = answers((201, String::new()));
    here[1] = ("GET", "/v3/auth/tokens", 200, ending_in(590));
    let cloud = Cloud::new(&here);
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    screen.shows("Token ends in 9 min").await;
    here[1] = nothing;
    cloud.answer(&here);
    wake_up();
    let bar = || screen.get("header").inner_text();
    for _ in 0..200 {
        if !bar().contains("Token ends") {
            break;
        }
        TimeoutFuture::new(10).await;
    }
    assert!(!bar().contains("Token ends"), "{}", bar());
    screen.button("Sign out").click();
    screen.shows("Where do I get a token?").await;
}
