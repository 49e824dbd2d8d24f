//! Whatever somebody signs in with goes to the selected cloud and region, and is signed for its hosts.

use std::cell::RefCell;
use std::rc::Rc;

use cloud_api::signing::{Signable, hexadecimal, string_to_sign};
use cloud_api::{NoAnswer, Request, Response, Secret};
use futures::future::LocalBoxFuture;
use gloo_timers::future::TimeoutFuture;
use image_console::app::Console;
use image_console::browser::hmac_key::HmacKey;
use image_console::browser::storage::TabItem;
use image_console::config::provide_config;
use image_console::net::{Net, Transport};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, HELD, Screen, forget_changes, token_body};
use crate::lock::Later;

const TWO_CLOUDS: &str = r#"{"password_sign_in":true,"clouds":[
    {"preset":"huawei-cloud","id":"hwc","regions":["eu-west-101"]},
    {"preset":"open-telekom-cloud","id":"otc","regions":["eu-de","eu-nl"]}]}"#;
const SECRET: &str = "do-not-keep-this-secret";
const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";

fn key_of(region: &str) -> Vec<Answer> {
    let projects = format!(
        r#"{{"projects":[{{"id":"7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80","name":"{region}"}}]}}"#
    );
    let domains = r#"{"domains":[{"id":"4f1c0a77d3b94b6a9b0f5f0f0b7e2a10","name":"ACME-EU"}]}"#;
    let credential = format!(r#"{{"credential":{{"user_id":"{ANNA}","access":"AK1"}}}}"#);
    let user = format!(r#"{{"user":{{"id":"{ANNA}","name":"anna"}}}}"#);
    let nothing = r#"{"namespaces":null}"#;
    vec![
        ("GET", "/v3/auth/domains", 200, domains.to_owned()),
        ("GET", "/v3/auth/projects", 200, projects),
        ("GET", "/v3.0/OS-CREDENTIAL/credentials/", 200, credential),
        ("GET", "/v3/users/", 200, user),
        ("GET", "/v2/manage/namespaces", 200, nothing.to_owned()),
    ]
}

/// A key of a project of eu-de and of one of another region.
fn key_of_both(other: &str) -> Vec<Answer> {
    let mut answers = key_of("eu-de");
    let projects = format!(
        r#"{{"projects":[{{"id":"7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80","name":"eu-de"}},
        {{"id":"8d0e6f3c9b205e7fa04b1c2d3e5f7091","name":"{other}"}}]}}"#
    );
    answers[1] = ("GET", "/v3/auth/projects", 200, projects);
    answers
}

/// Where each request went, and what it was.
type Sent = Rc<RefCell<Vec<(String, Request)>>>;

/// A cloud that keeps the requests as they are sent.
struct Recorded {
    cloud: Cloud,
    sent: Sent,
}

impl Transport for Recorded {
    fn send(
        &self,
        request: Request,
        address: String,
    ) -> LocalBoxFuture<'static, Result<Response, NoAnswer>> {
        let record = (address.clone(), request.clone());
        self.sent.borrow_mut().push(record);
        self.cloud.send(request, address)
    }
}

/// Two clouds, of which the place with this number in the list is selected.
fn selected(answers: &[Answer], place: &str) -> (Screen, Sent) {
    selected_over(Cloud::new(answers), place)
}

fn selected_over(cloud: Cloud, place: &str) -> (Screen, Sent) {
    forget_changes();
    let sent = Sent::default();
    let recorded = Recorded {
        cloud,
        sent: Rc::clone(&sent),
    };
    let config = config::parse(TWO_CLOUDS).unwrap();
    let screen = Screen::mount(move || {
        provide_config(Box::leak(Box::new(config)));
        let net = Net::new(Rc::new(recorded));
        view! { <Console net /> }.into_any()
    });
    screen.choose("Cloud and region", place);
    (screen, sent)
}

async fn enter_key(screen: &Screen, region: &str) {
    screen.button("Access key").click();
    screen.shows("Secret access key (SK)").await;
    screen.type_into("Access key ID (AK)", "AK1");
    screen.type_into("Secret access key (SK)", SECRET);
    screen.type_into("Region or project ID", region);
    screen.button("Sign in").click();
}

fn addresses(sent: &Sent) -> Vec<String> {
    let sent = sent.borrow();
    sent.iter().map(|(address, _)| address.clone()).collect()
}

/// The signature of a request for a host.
async fn signature(request: &Request, host: &str) -> String {
    let own = request.headers.iter();
    let mut headers: Vec<(String, String)> = own
        .filter(|(name, _)| *name != "Authorization")
        .map(|(name, value)| ((*name).to_owned(), value.reveal().to_owned()))
        .collect();
    let date = headers.iter().find(|(name, _)| name == "X-Sdk-Date");
    let date = date.unwrap().1.clone();
    headers.push(("Host".to_owned(), host.to_owned()));
    let query = request.query.iter();
    let signable = Signable {
        method: request.method().as_str(),
        path: &request.path(),
        query: query.map(|(k, v)| ((*k).to_owned(), v.clone())).collect(),
        headers,
        body: &request.body,
    };
    let key = HmacKey::import(Secret::new(SECRET)).await.unwrap();
    let text = string_to_sign(&date, &signable.canonical_request());
    hexadecimal(&key.sign(&text).await.unwrap())
}

async fn assert_signed_for(sent: &(String, Request), host: &str) {
    let (address, request) = sent;
    let mut headers = request.headers.iter();
    let authorization = headers.find(|(name, _)| *name == "Authorization").unwrap();
    let expected = format!("Signature={}", signature(request, host).await);
    let told = authorization.1.reveal();
    assert!(told.ends_with(&expected), "{address} is not for {host}");
}

#[wasm_bindgen_test]
async fn a_key_goes_to_the_selected_place_and_signs_for_the_hosts_of_the_file() {
    let (screen, sent) = selected(&key_of("eu-de"), "1");
    screen.button("Access key").click();
    screen.shows("Secret access key (SK)").await;
    assert_eq!(screen.field("Region or project ID").value(), "eu-de");
    enter_key(&screen, "eu-de").await;
    screen.shows("anna").await;
    screen.shows("Open Telekom Cloud · eu-de").await;
    let sent = sent.borrow().clone();
    for record in &sent {
        let service = record.0.strip_prefix("api/otc/eu-de/").unwrap();
        let name = match service {
            "swr" => "swr-api",
            other => other,
        };
        let host = format!("{name}.eu-de.otc.t-systems.com");
        assert_signed_for(record, &host).await;
    }
    assert!(sent.iter().any(|(address, _)| address.ends_with("/swr")));
    assert_eq!(TabItem::Token.read(), None);
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn the_project_of_a_key_decides_the_region_and_what_is_not_there_is_not_asked() {
    let (screen, sent) = selected(&key_of("eu-nl"), "1");
    enter_key(&screen, "eu-nl").await;
    screen.shows("anna").await;
    screen.shows("Open Telekom Cloud · eu-nl").await;
    screen.go("security-sync");
    screen
        .shows("Image security sync is not offered in this region.")
        .await;
    let asked = addresses(&sent);
    assert_eq!(asked[..2], ["api/otc/eu-de/iam"; 2]);
    let is_there = |address: &String| address.starts_with("api/otc/eu-nl/");
    assert!(asked[2..].iter().all(is_there), "{asked:?}");
    assert!(!asked.iter().any(|it| it.ends_with("/hss")), "{asked:?}");
    let there = sent.borrow()[2].clone();
    assert_signed_for(&there, "iam.eu-nl.otc.t-systems.com").await;
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_key_whose_only_project_is_of_a_region_that_is_not_set_up_signs_nobody_in() {
    let (screen, sent) = selected(&key_of("eu-west-101"), "1");
    enter_key(&screen, "").await;
    screen.shows("not set up for the region eu-west-101").await;
    assert_eq!(addresses(&sent), ["api/otc/eu-de/iam"; 2]);
}

#[wasm_bindgen_test]
async fn a_region_that_is_not_set_up_is_none_to_select() {
    let (screen, _) = selected(&key_of_both("eu-ch2"), "1");
    enter_key(&screen, "").await;
    screen.shows("anna").await;
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_password_goes_to_the_selected_cloud_only() {
    let answers = [("POST", "/v3/auth/tokens", 201, token_body("eu-nl"))];
    let (screen, sent) = selected(&answers, "2");
    screen.button("User name and password").click();
    screen.shows("Region or project ID").await;
    assert_eq!(screen.field("Region or project ID").value(), "eu-nl");
    screen.type_into("Account", "ACME-EU");
    screen.type_into("User name", "anna");
    screen.type_into("Password", "secret");
    screen.button("Sign in").click();
    screen.shows("anna").await;
    screen.shows("Open Telekom Cloud · eu-nl").await;
    let asked = addresses(&sent);
    assert_eq!(asked[0], "api/otc/eu-nl/iam");
    let is_there = |address: &String| address.starts_with("api/otc/eu-nl/");
    assert!(asked.iter().all(is_there), "{asked:?}");
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_code_is_spent_without_the_users_id_only_where_the_cloud_takes_it() {
    for (place, region, asked) in [("0", "eu-west-101", false), ("1", "eu-de", true)] {
        let answers = [("POST", "/v3/auth/tokens", 201, token_body(region))];
        let (screen, sent) = selected(&answers, place);
        screen.button("User name and password").click();
        screen.shows("Region or project ID").await;
        screen.type_into("Account", "ACME-EU");
        screen.type_into("User name", "anna");
        screen.type_into("Password", "secret");
        screen.get("details summary").click();
        screen.type_into("One-time code", "123456");
        screen.button("Sign in").click();
        if asked {
            screen.shows("anna").await;
            screen.button("Sign out").click();
        } else {
            screen
                .shows("Huawei Cloud wants the user ID with a one-time code.")
                .await;
            assert_eq!(addresses(&sent), Vec::<String>::new());
            assert_eq!(screen.field("One-time code").value(), "123456");
        }
    }
}

#[wasm_bindgen_test]
async fn another_place_forgets_what_was_given_for_the_one_before() {
    let (screen, _) = selected(&key_of_both("eu-nl"), "1");
    enter_key(&screen, "").await;
    screen.shows("In which region?").await;
    screen.choose("Cloud and region", "0");
    screen.loses("[aria-labelledby=project-choice]").await;
    screen.shows("You selected another cloud or region").await;
}

#[wasm_bindgen_test]
async fn another_place_ends_what_was_begun_for_the_one_before() {
    let mut answers = key_of("eu-de");
    answers[0].2 = HELD;
    let cloud = Cloud::new(&answers);
    let (screen, sent) = selected_over(cloud.clone(), "1");
    enter_key(&screen, "eu-de").await;
    screen.shows("Checking").await;
    screen.choose("Cloud and region", "0");
    screen.loses("[aria-busy=true]").await;
    cloud.lets_go();
    TimeoutFuture::new(100).await;
    // Neither has anybody signed in, nor has the key signed anything more.
    assert!(!screen.text().contains("anna"), "{}", screen.text());
    assert_eq!(addresses(&sent), ["api/otc/eu-de/iam"]);
}

#[wasm_bindgen_test]
async fn a_page_that_locked_asks_for_the_place_and_in_the_way_of_its_person() {
    let (screen, _) = selected(&key_of("eu-nl"), "2");
    enter_key(&screen, "eu-nl").await;
    screen.shows("anna").await;
    let later = Later::by(15);
    screen.shows("This page is locked").await;
    assert_eq!(screen.field("Cloud and region").value(), "2");
    let way = screen.button("Access key");
    assert_eq!(way.get_attribute("aria-selected").as_deref(), Some("true"));
    drop(later);
}
