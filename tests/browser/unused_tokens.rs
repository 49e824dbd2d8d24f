//! A token that a password has made and that nobody uses is ended in the cloud, where the cloud offers that.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, HELD, Screen, forget_changes, token_body};

pub const OPEN_TELEKOM_CLOUD: &str = r#"{"password_sign_in":true,
    "clouds":[{"preset":"open-telekom-cloud","regions":["eu-de","eu-nl"]}]}"#;
pub const ENDED: &str = "DELETE /v3/auth/tokens";
pub const PASTED: &str = "MIIexampletoken";
pub const MADE: &str = "MIIissuedtoken";
const EU_NL: &str = "8d0e6f3c9b205e7fa04b1c2d3e5f7091";

pub fn answers(made: (u16, String), ended: u16) -> Vec<Answer> {
    let organizations = r#"{"namespaces":[{"id":1,"name":"acme-web","auth":7}]}"#;
    vec![
        ("POST", "/v3/auth/tokens", made.0, made.1),
        ("DELETE", "/v3/auth/tokens", ended, String::new()),
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            "/v2/manage/namespaces",
            200,
            organizations.to_owned(),
        ),
    ]
}

pub fn in_eu_nl() -> String {
    token_body("eu-nl").replace("7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80", EU_NL)
}

/// Signed in with a token that was pasted, and on the way to another project with a password.
async fn with_a_password_besides(cloud: &Cloud, project: &str) -> Screen {
    forget_changes();
    let screen = Screen::set_up(cloud, OPEN_TELEKOM_CLOUD);
    screen.type_into("Token", PASTED);
    screen.button("Sign in").click();
    screen.shows("acme-web").await;
    screen.button("Sign in to another project").click();
    screen.shows("What is open here closes").await;
    screen.dialog_button("User name and password").click();
    screen.shows("Region or project ID").await;
    screen.type_into("Account", "ACME-EU");
    screen.type_into("User name", "anna");
    screen.type_into("Password", "secret");
    screen.type_into("Region or project ID", project);
    screen.dialog_button("Sign in").click();
    screen.asks(cloud, "POST /v3/auth/tokens").await;
    screen
}

/// The tokens that were ended.
pub fn ended(cloud: &Cloud) -> Vec<String> {
    let asked = cloud.asked().into_iter().zip(cloud.tokens());
    let ended = asked.filter(|(line, _)| line == ENDED);
    ended.map(|(_, token)| token).collect()
}

#[wasm_bindgen_test]
async fn the_token_that_arrives_once_the_person_has_left_the_form_is_ended() {
    let cloud = Cloud::new(&answers((HELD, in_eu_nl()), 204));
    let screen = with_a_password_besides(&cloud, "eu-nl").await;
    screen.dialog_button("Cancel").click();
    screen.loses("dialog").await;
    assert_eq!(ended(&cloud), Vec::<String>::new());
    cloud.lets_go();
    screen.asks(&cloud, ENDED).await;
    assert_eq!(ended(&cloud), [MADE]);
    assert!(screen.text().contains("acme-web"));
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_token_for_what_it_was_not_wanted_for_is_ended() {
    let cloud = Cloud::new(&answers((201, token_body("eu-de")), 204));
    let screen = with_a_password_besides(&cloud, "eu-de").await;
    screen
        .shows("already. Sign in with what is for another")
        .await;
    screen.asks(&cloud, ENDED).await;
    assert_eq!(ended(&cloud), [MADE]);
    screen.dialog_button("Cancel").click();
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_token_that_nobody_uses_and_that_did_not_end_is_told() {
    let cloud = Cloud::new(&answers((HELD, in_eu_nl()), 503));
    let screen = with_a_password_besides(&cloud, "eu-nl").await;
    screen.dialog_button("Cancel").click();
    screen.loses("dialog").await;
    cloud.lets_go();
    screen
        .shows("IAM did not end a token that this sign-in made and nobody uses.")
        .await;
    screen.button("Sign out").click();
}

#[wasm_bindgen_test]
async fn a_token_that_is_used_is_ended_by_signing_out_alone() {
    let cloud = Cloud::new(&answers((201, in_eu_nl()), 204));
    let screen = with_a_password_besides(&cloud, "eu-nl").await;
    screen.loses("dialog").await;
    screen.shows("acme-web").await;
    assert_eq!(ended(&cloud), Vec::<String>::new());
    screen.button("Sign out").click();
    screen.shows("Where do I get a token?").await;
    screen.asks(&cloud, ENDED).await;
    assert_eq!(ended(&cloud), [MADE, PASTED]);
}
