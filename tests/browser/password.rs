//! Signing in with a password: for a region that is chosen afterwards, and with a second factor.

use leptos::prelude::document;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};

const ANNAS_ID: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
const EU_DE: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";
const EU_NL: &str = "8d0e6f3c9b205e7fa04b1c2d3e5f7091";

async fn password_form(cloud: &Cloud) -> Screen {
    let screen = Screen::open(cloud);
    screen.button("User name and password").click();
    screen.shows("Region or project ID").await;
    screen.type_into("Account", "ACME-EU");
    screen.type_into("User name", "anna");
    screen.type_into("Password", "secret");
    screen
}

/// A token of the account, as Huawei Cloud gives it without a scope.
fn of_account() -> Answer {
    let body = token_body("eu-de");
    let (before, _) = body.split_once(r#","project""#).unwrap();
    ("POST", "/v3/auth/tokens", 201, format!("{before}}}}}"))
}

fn projects(rows: &[(&str, &str)]) -> Answer {
    let rows: Vec<String> = rows
        .iter()
        .map(|(id, name)| format!(r#"{{"id":"{id}","name":"{name}"}}"#))
        .collect();
    let body = format!(r#"{{"projects":[{}]}}"#, rows.join(","));
    ("GET", "/v3/auth/projects", 200, body)
}

/// A password that waits for the choice of a region.
pub async fn to_be_chosen() -> (Cloud, Screen) {
    let rows = [(EU_DE, "eu-de"), (EU_NL, "eu-nl"), ("c0", "eu-de_team")];
    let cloud = Cloud::new(&[of_account(), projects(&rows)]);
    let screen = password_form(&cloud).await;
    screen.button("Sign in").click();
    screen.shows("In which region?").await;
    (cloud, screen)
}

#[wasm_bindgen_test]
async fn without_a_region_the_person_selects_one_of_several_and_types_nothing_again() {
    let (cloud, screen) = to_be_chosen().await;
    assert_eq!(screen.field("Password").value(), "");
    assert!(!screen.text().contains("eu-de_team"));
    screen.button("eu-nl").click();
    let sent = screen.has_sent(&cloud, 2).await;
    assert!(!sent[0].contains("scope"), "{sent:?}");
    let scope = format!(r#""scope":{{"project":{{"id":"{EU_NL}"}}}}"#);
    assert!(sent[1].contains(&scope), "{sent:?}");
    assert!(sent[1].contains(r#""password":"secret""#), "{sent:?}");
}

#[wasm_bindgen_test]
async fn without_a_region_the_only_one_is_taken() {
    let cloud = Cloud::new(&[of_account(), projects(&[(EU_DE, "eu-de")])]);
    let screen = password_form(&cloud).await;
    screen.button("Sign in").click();
    assert!(screen.has_sent(&cloud, 2).await[1].contains(EU_DE));
}

#[wasm_bindgen_test]
async fn a_project_that_iam_takes_by_itself_is_not_the_one_that_the_person_selects() {
    for of_itself in ["eu-de", "eu-de_team"] {
        let made = ("POST", "/v3/auth/tokens", 201, token_body(of_itself));
        let cloud = Cloud::new(&[made, projects(&[(EU_DE, "eu-de"), (EU_NL, "eu-nl")])]);
        let screen = password_form(&cloud).await;
        screen.button("Sign in").click();
        screen.shows("In which region?").await;
        screen.button("eu-nl").click();
        assert!(screen.has_sent(&cloud, 2).await[1].contains(EU_NL));
    }
}

#[wasm_bindgen_test]
async fn who_can_work_in_no_region_is_told_so() {
    let cloud = Cloud::new(&[of_account(), projects(&[("c0", "eu-de_team")])]);
    let screen = password_form(&cloud).await;
    screen.button("Sign in").click();
    screen
        .shows("None of your projects is a region's main project.")
        .await;
}

#[wasm_bindgen_test]
async fn a_second_factor_that_iam_wants_is_asked_for_where_it_can_be_typed() {
    let receipt =
        r#"{"receipt":{"methods":["password"]},"required_auth_methods":[["password","totp"]]}"#;
    let cloud = Cloud::new(&[("POST", "/v3/auth/tokens", 401, receipt.to_owned())]);
    let screen = password_form(&cloud).await;
    screen.type_into("Region or project ID", "eu-de");
    screen.button("Sign in").click();
    screen.shows("This user needs a second factor").await;
    assert_eq!(document().active_element().unwrap().id(), "code");
    screen.type_into("One-time code", " 123456 ");
    screen.type_into("User ID", ANNAS_ID);
    screen.type_into("Password", "secret");
    screen.button("Sign in").click();
    let sent = screen.has_sent(&cloud, 2).await;
    let user = format!(r#""totp":{{"user":{{"id":"{ANNAS_ID}","passcode":"123456"}}}}"#);
    assert!(sent[1].contains(&user), "{sent:?}");
    assert_eq!(screen.field("One-time code").value(), "");
}

#[wasm_bindgen_test]
async fn a_code_that_is_good_for_one_call_is_not_spent_without_a_region() {
    let cloud = Cloud::new(&[]);
    let screen = password_form(&cloud).await;
    screen.get("details summary").click();
    screen.type_into("One-time code", "123456");
    screen.button("Sign in").click();
    screen.shows("With a one-time code, enter a region").await;
    assert_eq!(cloud.asked(), Vec::<String>::new());
}
