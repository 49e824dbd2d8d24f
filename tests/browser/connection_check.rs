//! The connection check asks each service once, shows where requests end, and gives a token to nobody
//! whom it is not for.

use std::cell::RefCell;
use std::rc::Rc;

use cloud_api::{NoAnswer, Request, Response};
use futures::future::LocalBoxFuture;
use image_console::app::Console;
use image_console::config::provide_config;
use image_console::net::{Net, Transport};
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, forget_changes, token_body};

const REGIONS: &str = r#"{"clouds":[
    {"preset":"open-telekom-cloud","regions":["eu-de","eu-nl"]},
    {"preset":"huawei-cloud","id":"hwc","regions":["eu-west-101"]}]}"#;
const REFUSED: &str =
    r#"{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information"}"#;

fn answers(swr: (u16, &str)) -> Vec<Answer> {
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            "/v3/auth/projects",
            200,
            r#"{"projects":[]}"#.to_owned(),
        ),
        ("GET", "/v2/manage/projects/", swr.0, swr.1.to_owned()),
        (
            "GET",
            "/v5/",
            200,
            r#"{"data_list":[],"total_num":0}"#.to_owned(),
        ),
        ("GET", "/v2/cloudimages", 200, r#"{"images":[]}"#.to_owned()),
        ("GET", "/v2/manage/namespaces", 502, String::new()),
        ("GET", "/v2/manage/repos", 502, String::new()),
        (
            "GET",
            "/v2/",
            200,
            r#"{"instances":[],"total":0}"#.to_owned(),
        ),
    ]
}

/// Notes beside what is asked whether it carries a token.
#[derive(Clone)]
struct Noting {
    cloud: Cloud,
    with_token: Rc<RefCell<Vec<String>>>,
    without: Rc<RefCell<Vec<String>>>,
}

impl Transport for Noting {
    fn send(
        &self,
        request: Request,
        address: String,
    ) -> LocalBoxFuture<'static, Result<Response, NoAnswer>> {
        let carries = request
            .headers
            .iter()
            .any(|(name, _)| *name == "X-Auth-Token");
        let noted = match carries {
            true => &self.with_token,
            false => &self.without,
        };
        noted.borrow_mut().push(address.clone());
        self.cloud.send(request, address)
    }
}

async fn checked(swr: (u16, &str)) -> Screen {
    let cloud = Cloud::new(&answers(swr));
    let screen = Screen::signed_in_at(&cloud, "connection-check").await;
    screen.shows("checked at").await;
    screen
}

#[wasm_bindgen_test]
async fn a_token_goes_to_the_region_that_it_is_for_and_to_no_other() {
    forget_changes();
    let noting = Noting {
        cloud: Cloud::new(&answers((200, "{}"))),
        with_token: Rc::default(),
        without: Rc::default(),
    };
    let transport: Rc<dyn Transport> = Rc::new(noting.clone());
    let config = config::parse(REGIONS).unwrap();
    let screen = Screen::mount(move || {
        provide_config(Box::leak(Box::new(config)));
        let net = Net::new(transport);
        view! { <Console net /> }.into_any()
    });
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
    screen.shows("The proxy could not reach").await;
    screen.go("connection-check");
    screen.shows("checked at").await;
    let with_token = noting.with_token.borrow().clone();
    let is_of = |place: &'static str| move |address: &&String| address.starts_with(place);
    let home = with_token
        .iter()
        .filter(is_of("api/open-telekom-cloud/eu-de/"));
    assert_eq!(home.count(), with_token.len(), "{with_token:?}");
    assert!(with_token.len() >= 4, "{with_token:?}");
    let without = noting.without.borrow().clone();
    assert_eq!(
        without
            .iter()
            .filter(is_of("api/open-telekom-cloud/eu-nl/"))
            .count(),
        3
    );
    // Its five services, and the IAM for all regions.
    assert_eq!(
        without.iter().filter(is_of("api/hwc/eu-west-101/")).count(),
        6
    );
    // SWR Enterprise is in no region of Open Telekom Cloud, HSS in one.
    assert_eq!(screen.count("li .status.neutral"), 3);
    // Those are not asked.
    let text = screen.text();
    assert_eq!(text.matches("asked without a token or key").count(), 9);
    assert_eq!(text.matches("asked in your name").count(), 4);
    assert!(!text.contains("Fails at: config.json"), "{text}");
    assert!(!screen.text().contains("MIIexampletoken"));
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn what_comes_back_is_told_with_where_it_fails() {
    for (swr, told, step) in [
        (
            (200, "<!DOCTYPE html>"),
            "A web page came instead of data",
            "Fails at: the proxy",
        ),
        (
            (502, ""),
            "The proxy gets no connection",
            "between the proxy and the service",
        ),
        (
            (431, ""),
            "takes no headers of this size",
            "Fails at: the proxy",
        ),
        (
            (404, r#"{"error_code":"APIG.0101","error_msg":"m"}"#),
            "does not know this address",
            "Fails at: the API gateway",
        ),
        (
            (401, REFUSED),
            "IAM accepts your token, but this service does not",
            "the sign-in",
        ),
        (
            (
                403,
                r#"{"error_code":"SVCSTG.SWR.4030000","error_msg":"m"}"#,
            ),
            "You may not read this",
            "Fails at: the service",
        ),
        (
            (429, r#"{"error_code":"APIGW.0308","error_msg":"m"}"#),
            "too many requests",
            "Fails at: the service",
        ),
    ] {
        let screen = checked(swr).await;
        let text = screen.text();
        assert!(text.contains(told), "{told}: {text}");
        assert!(text.contains(step), "{step}: {text}");
        assert!(text.contains("Passed: 4 of 5"), "{text}");
        screen.button("Sign out").click();
    }
}

#[wasm_bindgen_test]
async fn what_a_service_says_is_not_repeated() {
    let echo = r#"{"error_code":"SVCSTG.SWR.4030000","error_msg":"no right for MIIexampletoken"}"#;
    let screen = checked((403, echo)).await;
    let text = screen.text();
    assert!(text.contains("HTTP 403 · SVCSTG.SWR.4030000"), "{text}");
    assert!(!text.contains("MIIexampletoken"), "{text}");
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn an_answer_with_a_good_status_that_is_not_the_services_is_told_with_its_status() {
    for swr in [(200, ""), (204, ""), (200, r#"{"hello":1}"#)] {
        let screen = checked(swr).await;
        let text = screen.text();
        assert!(text.contains("no answer of the service"), "{swr:?}: {text}");
        assert!(text.contains(&format!("HTTP {}", swr.0)), "{swr:?}: {text}");
        screen.button("Sign out").click();
    }
}

#[wasm_bindgen_test]
async fn whoever_is_not_signed_in_learns_how_far_requests_come() {
    let mut all = answers((401, REFUSED));
    all[1] = ("GET", "/v3/auth/projects", 200, "<html>".to_owned());
    let cloud = Cloud::new(&all);
    let screen = Screen::open(&cloud);
    screen.go("connection-check");
    screen.shows("checked at").await;
    let text = screen.text();
    assert!(text.contains("Requests arrive."), "{text}");
    assert!(text.contains("A web page came instead of data"), "{text}");
    assert!(text.contains("asked without a token or key"), "{text}");
    assert_eq!(screen.get("main a[href=overview]").inner_text(), "Sign in");
    screen.go("containers");
    screen.shows("Where do I get a token?").await;
}

#[wasm_bindgen_test]
async fn what_the_policy_stopped_is_told_with_the_address_to_allow() {
    let cloud = Cloud::new(&[]);
    let screen = Screen::set_up(
        &cloud,
        r#"{"clouds":[{"id":"own","regions":[{"id":"dc-1","services":{
            "iam":{"address":"https://iam.dc-1.invalid"}}}]}]}"#,
    );
    screen.go("connection-check");
    screen.shows("Checking").await;
    let event = web_sys::Event::new("securitypolicyviolation").unwrap();
    for (name, value) in [
        ("blockedURI", "https://iam.dc-1.invalid/v3/auth/projects"),
        ("disposition", "enforce"),
    ] {
        js_sys::Reflect::set(&event, &JsValue::from_str(name), &JsValue::from_str(value)).unwrap();
    }
    window().dispatch_event(&event).unwrap();
    screen.shows("does not allow this address").await;
    let lines = screen.get("pre").inner_text();
    assert_eq!(lines, "connect-src 'self' https://iam.dc-1.invalid;");
}

#[wasm_bindgen_test]
async fn a_failure_of_the_way_leads_to_the_check_and_one_of_a_thing_does_not() {
    let cloud = Cloud::new(&answers((200, "{}")));
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    screen.shows("The proxy could not reach").await;
    let link = "main .failure a[href=connection-check]";
    assert_eq!(screen.get(link).inner_text(), "Connection check");
    screen.go("containers/acme-web/shop/tags");
    cloud.answer(&[(
        "GET",
        "/v2/",
        404,
        r#"{"errors":[{"errorCode":"SVCSTG.SWR.4040092","errorMessage":"m"}]}"#.to_owned(),
    )]);
    screen.go("containers/acme-web/shop/sync-tasks");
    screen.shows("does not exist or was deleted").await;
    assert!(screen.find(link).is_none());
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn from_the_check_the_form_is_where_the_person_came_from() {
    let mut all = answers((200, "{}")).to_vec();
    all.insert(0, ("GET", "/v3/auth/tokens", 502, String::new()));
    let screen = Screen::open(&Cloud::new(&all));
    screen.go("machine-images?filter=x");
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
    screen.shows("could not reach").await;
    screen.get("main a[href=connection-check]").click();
    screen.shows("checked at").await;
    let link = screen.get("main a[href^=machine-images]");
    assert_eq!(
        link.get_attribute("href").unwrap(),
        "machine-images?filter=x"
    );
    link.click();
    screen.shows("Where do I get a token?").await;
    assert_eq!(window().location().search().unwrap(), "?filter=x");
}
