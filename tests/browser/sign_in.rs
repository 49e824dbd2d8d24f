//! Signing in.

use leptos::prelude::document;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};
use crate::keys::{Key, Modifier, press_holding};

const TOKEN: &str = "MIIexampletoken";

fn good() -> Vec<Answer> {
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            "/v2/manage/namespaces",
            200,
            r#"{"namespaces":null}"#.to_owned(),
        ),
    ]
}

async fn sign_in(screen: &Screen) {
    screen.type_into("Token", TOKEN);
    screen.button("Sign in").click();
}

#[wasm_bindgen_test]
async fn a_good_token_shows_who_and_where() {
    let cloud = Cloud::new(&good());
    let screen = Screen::open(&cloud);
    sign_in(&screen).await;
    screen.shows("eu-de").await;
    screen.shows("anna").await;
    screen.button("Sign out").click();
    screen.shows("Where do I get a token?").await;
}

#[wasm_bindgen_test]
async fn a_token_with_a_space_inside_is_refused_with_the_place_and_nothing_is_sent() {
    let cloud = Cloud::new(&good());
    let screen = Screen::open(&cloud);
    screen.type_into("Token", "abc def");
    screen.button("Sign in").click();
    screen.shows("Character 4 is a space or line break").await;
    assert_eq!(cloud.asked(), Vec::<String>::new());
}

fn has_focus(id: &str) -> bool {
    document()
        .active_element()
        .is_some_and(|element| element.id() == id)
}

#[wasm_bindgen_test]
async fn after_a_refusal_the_focus_is_where_something_else_can_be_given() {
    let refused = |status: u16| {
        let body = format!(r#"{{"error":{{"code":{status},"message":"m","title":"t"}}}}"#);
        ("GET", "/v3/auth/tokens", status, body)
    };
    let cloud = Cloud::new(&[refused(401)]);
    let screen = Screen::open(&cloud);
    sign_in(&screen).await;
    screen.shows("HTTP 401 · m").await;
    assert!(has_focus("token"));
    // What is wrong at the field is newer than what was refused.
    screen.type_into("Token", "abc def");
    screen.button("Sign in").click();
    screen.shows("Character 4 is a space or line break").await;
    assert!(!screen.text().contains("HTTP 401"));
    cloud.answer(&[("GET", "/v3/auth/tokens", 502, String::new())]);
    sign_in(&screen).await;
    screen.shows("HTTP 502").await;
    assert!(has_focus("sign-in-reason"));
}

#[wasm_bindgen_test]
async fn the_token_field_is_emptied_when_it_is_read() {
    let cloud = Cloud::new(&[]);
    let screen = Screen::open(&cloud);
    sign_in(&screen).await;
    assert_eq!(screen.field("Token").value(), "");
    screen
        .shows("The connection was lost or could not be made")
        .await;
}

#[wasm_bindgen_test]
async fn a_sub_project_token_names_the_main_project() {
    let projects = r#"{"projects":[{"id":"7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80","name":"eu-de"}]}"#;
    let cloud = Cloud::new(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de_team")),
        ("GET", "/v3/auth/projects", 200, projects.to_owned()),
    ]);
    let screen = Screen::open(&cloud);
    sign_in(&screen).await;
    screen.shows("get a token for the main project eu-de").await;
}

#[wasm_bindgen_test]
async fn an_expired_token_has_its_own_words() {
    let body = r#"{"error_code":"IAM.0066","error_msg":"The token has expired."}"#;
    let cloud = Cloud::new(&[("GET", "/v3/auth/tokens", 401, body.to_owned())]);
    let screen = Screen::open(&cloud);
    sign_in(&screen).await;
    screen.shows("This token has expired").await;
}

#[wasm_bindgen_test]
async fn a_session_that_expires_keeps_the_page_and_asks_to_sign_in_again() {
    let cloud = Cloud::new(&good());
    let screen = Screen::open(&cloud);
    sign_in(&screen).await;
    screen.shows("eu-de").await;
    let refused = r#"{"error_code":"APIGW.0301","error_msg":"token expires"}"#;
    cloud.answer(&[
        ("GET", "/v3/auth/tokens", 401, refused.to_owned()),
        ("GET", "/v2/manage/namespaces", 401, refused.to_owned()),
    ]);
    screen.button("Refresh").click();
    screen.shows("Your token is not accepted any more").await;
    assert!(screen.text().contains("Organizations"));
    screen.button("Sign in again").click();
    screen.shows("Where do I get a token?").await;
    screen.type_into("Token", TOKEN);
}

#[wasm_bindgen_test]
fn the_tabs_take_bare_arrows_and_leave_the_keys_of_the_browser() {
    let screen = Screen::open(&Cloud::new(&[]));
    let is_chosen =
        |name: &str| screen.button(name).get_attribute("aria-selected").unwrap() == "true";
    screen.button("Token").focus().unwrap();
    for held in [Modifier::Alternate, Modifier::Control, Modifier::Command] {
        for key in ["ArrowRight", "ArrowLeft", "Home", "End"] {
            assert_eq!(press_holding(&[held], key), Key::Left, "{held:?} {key}");
        }
    }
    assert!(is_chosen("Token"));
    assert_eq!(press_holding(&[], "ArrowRight"), Key::Taken);
    assert!(
        document()
            .active_element()
            .unwrap()
            .text_content()
            .unwrap()
            .contains("password")
    );
}

#[wasm_bindgen_test]
async fn a_password_form_says_what_is_missing() {
    let cloud = Cloud::new(&[]);
    let screen = Screen::open(&cloud);
    screen.button("User name and password").click();
    screen.shows("Region or project ID").await;
    screen.button("Sign in").click();
    screen.shows("Enter the name of the account.").await;
    screen.shows("Enter the user name.").await;
    screen.shows("Enter the password.").await;
    assert_eq!(cloud.asked(), Vec::<String>::new());
}

/// Fills the form for a password, as a person does.
fn fill_in(screen: &Screen, fields: &[(&str, &str)]) {
    for (label, text) in fields {
        screen.type_into(label, text);
    }
}

async fn password_form(cloud: &Cloud) -> Screen {
    let screen = Screen::open(cloud);
    screen.button("User name and password").click();
    screen.shows("Region or project ID").await;
    screen
}

fn focused() -> String {
    document().active_element().unwrap().id()
}

#[wasm_bindgen_test]
async fn a_wrong_field_keeps_the_password_and_gets_the_focus() {
    let cloud = Cloud::new(&[]);
    let screen = password_form(&cloud).await;
    fill_in(
        &screen,
        &[
            ("Account", "ACME-EU"),
            ("User name", "anna"),
            ("Password", "secret"),
            ("Region or project ID", "Not a region!"),
        ],
    );
    screen.button("Sign in").click();
    assert_eq!(screen.field("Password").value(), "secret");
    assert_eq!(focused(), "scope");
    screen.type_into("Account", "");
    screen.button("Sign in").click();
    assert_eq!(focused(), "account");
    assert_eq!(cloud.asked(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn what_a_password_manager_filled_in_without_a_word_is_sent() {
    let cloud = Cloud::new(&[]);
    let screen = password_form(&cloud).await;
    for (label, text) in [
        ("Account", "ACME-EU"),
        ("User name", "anna"),
        ("Password", "secret"),
        ("Region or project ID", "eu-de"),
    ] {
        screen.field(label).set_value(text);
    }
    screen.button("Sign in").click();
    assert_eq!(screen.field("Password").value(), "");
    let sent = screen.sends(&cloud).await;
    assert!(sent[0].contains(r#""name":"anna""#), "{sent:?}");
    assert!(sent[0].contains(r#""password":"secret""#), "{sent:?}");
}

#[wasm_bindgen_test]
async fn a_refused_password_is_told_with_code_and_words_of_the_service() {
    let body = r#"{"error_code":"IAM.0061","error_msg":"locked until noon","request_id":"b7f0"}"#;
    let cloud = Cloud::new(&[("POST", "/v3/auth/tokens", 401, body.to_owned())]);
    let screen = password_form(&cloud).await;
    fill_in(
        &screen,
        &[
            ("Account", "ACME-EU"),
            ("User name", "anna"),
            ("Password", "secret"),
            ("Region or project ID", "eu-de"),
        ],
    );
    screen.button("Sign in").click();
    screen.shows("IAM has locked this user").await;
    screen
        .shows("HTTP 401 · IAM.0061 · locked until noon · Request ID b7f0")
        .await;
    screen.button("Copy details");
}

#[wasm_bindgen_test]
async fn a_text_that_is_no_token_stays_in_its_field_which_gets_the_focus() {
    let cloud = Cloud::new(&[]);
    let screen = Screen::open(&cloud);
    screen.type_into("Token", "abc def");
    screen.button("Sign in").click();
    assert_eq!(screen.field("Token").value(), "abc def");
    assert_eq!(focused(), "token");
}

#[wasm_bindgen_test]
fn no_browser_takes_the_field_of_a_token_for_a_password() {
    let screen = Screen::open(&Cloud::new(&[]));
    let field = screen.field("Token");
    assert_eq!(field.tag_name(), "TEXTAREA");
    assert_eq!(field.get_attribute("autocomplete").unwrap(), "off");
    assert!(screen.find("input[type=password]").is_none());
}

#[wasm_bindgen_test]
async fn enter_in_the_field_of_a_token_signs_in() {
    let screen = Screen::open(&Cloud::new(&good()));
    screen.type_into("Token", TOKEN);
    screen.field("Token").focus().unwrap();
    assert_eq!(press_holding(&[], "Enter"), Key::Taken);
    screen.shows("anna").await;
}
