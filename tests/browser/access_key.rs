//! Signing in with an access key: what it asks, what stops it, and that the secret stays nowhere.

use cloud_api::Secret;
use cloud_api::signing::{hexadecimal, string_to_sign};
use image_console::browser::hmac_key::HmacKey;
use leptos::prelude::{document, window};
use leptos::task::tick;
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, HELD, Screen};

const VECTORS: &str = include_str!("../vectors/signing_vectors.json");
pub const ID: &str = "HPUAEXAMPLE000000001";
pub const SECRET: &str = "do-not-keep-this-secret";
const SECURITY_TOKEN: &str = "do-not-keep-this-token";
pub const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
pub const EU_DE: &str = r#"{"id":"7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80","name":"eu-de"}"#;
pub const EU_NL: &str = r#"{"id":"8d0e6f3c9b205e7fa04b1c2d3e5f7091","name":"eu-nl"}"#;

pub fn domains() -> Answer {
    let body = r#"{"domains":[{"id":"4f1c0a77d3b94b6a9b0f5f0f0b7e2a10","name":"ACME-EU"}]}"#;
    ("GET", "/v3/auth/domains", 200, body.to_owned())
}

pub fn projects(rows: &[&str]) -> Answer {
    let body = format!(r#"{{"projects":[{}]}}"#, rows.join(","));
    ("GET", "/v3/auth/projects", 200, body)
}

pub fn owner() -> [Answer; 2] {
    let credential = format!(r#"{{"credential":{{"user_id":"{ANNA}","access":"{ID}"}}}}"#);
    let user = format!(r#"{{"user":{{"id":"{ANNA}","name":"anna"}}}}"#);
    [
        ("GET", "/v3.0/OS-CREDENTIAL/credentials/", 200, credential),
        ("GET", "/v3/users/", 200, user),
    ]
}

pub fn organizations(status: u16, body: &str) -> Answer {
    ("GET", "/v2/manage/namespaces", status, body.to_owned())
}

/// What a gateway says that does not accept a signature.
pub fn refused(message: &str) -> String {
    let message = format!("Incorrect IAM authentication information: {message}");
    serde_json::json!({ "error_code": "APIGW.0301", "error_msg": message }).to_string()
}

pub fn good() -> Vec<Answer> {
    let [credential, user] = owner();
    let nothing = r#"{"namespaces":null}"#;
    vec![
        domains(),
        projects(&[EU_DE]),
        credential,
        user,
        organizations(200, nothing),
    ]
}

pub async fn key_form(cloud: &Cloud) -> Screen {
    let screen = Screen::open(cloud);
    screen.button("Access key").click();
    screen.shows("Secret access key (SK)").await;
    screen.type_into("Access key ID (AK)", ID);
    screen.type_into("Secret access key (SK)", SECRET);
    screen
}

/// With the same key; all that was sent before has had its time by then.
async fn sign_in_again(screen: &Screen) {
    screen.shows("Access key").await;
    screen.button("Access key").click();
    screen.shows("Secret access key (SK)").await;
    screen.type_into("Access key ID (AK)", ID);
    screen.type_into("Secret access key (SK)", SECRET);
    screen.button("Sign in").click();
    screen.shows("anna").await;
}

pub fn count(cloud: &Cloud, beginning: &str) -> usize {
    let asked = cloud.asked().into_iter();
    asked.filter(|line| line.starts_with(beginning)).count()
}

async fn imported(secret: &str) -> HmacKey {
    HmacKey::import(Secret::new(secret)).await.unwrap()
}

#[wasm_bindgen_test]
async fn the_browser_signs_all_vectors_like_the_official_signer() {
    let file: Value = serde_json::from_str(VECTORS).unwrap();
    let key = imported(file["sk"].as_str().unwrap()).await;
    let vectors = file["vectors"].as_array().unwrap();
    assert_eq!(vectors.len(), 7);
    for vector in vectors {
        let canonical = vector["canonical_request"].as_str().unwrap();
        let text = string_to_sign(file["x_sdk_date"].as_str().unwrap(), canonical);
        let signature = hexadecimal(&key.sign(&text).await.unwrap());
        assert_eq!(vector["signature"], *signature, "{}", vector["name"]);
    }
}

#[wasm_bindgen_test]
async fn nobody_gets_a_secret_out_of_the_browser_again() {
    let key = imported(SECRET).await;
    assert!(!key.is_extractable());
    assert_eq!(format!("{key:?}"), "…");
}

#[wasm_bindgen_test]
async fn a_key_shows_who_and_where_and_leaves_its_secret_nowhere() {
    let cloud = Cloud::new(&good());
    let screen = key_form(&cloud).await;
    let secret = screen.field("Secret access key (SK)");
    screen.button("Sign in").click();
    assert_eq!(secret.value(), "");
    screen.shows("anna").await;
    screen.shows("eu-de").await;
    let asked = cloud.asked();
    assert_eq!(asked[0], "GET /v3/auth/domains");
    assert_eq!(asked[1], "GET /v3/auth/projects");
    let page = document().document_element().unwrap().outer_html();
    assert!(!page.contains(SECRET));
    for storage in [window().session_storage(), window().local_storage()] {
        let storage = storage.unwrap().unwrap();
        for place in 0..storage.length().unwrap() {
            let name = storage.key(place).unwrap().unwrap();
            let value = storage.get_item(&name).unwrap().unwrap();
            assert!(!value.contains(SECRET) && !value.contains(ID), "{name}");
        }
    }
}

#[wasm_bindgen_test]
async fn a_key_is_not_offered_to_be_kept_in_the_tab() {
    let screen = key_form(&Cloud::new(&[])).await;
    assert!(!screen.text().contains("Keep until this tab is closed"));
    assert!(screen.find("input[type=password]").is_none());
}

#[wasm_bindgen_test]
async fn the_tab_that_is_selected_already_keeps_what_was_typed() {
    let screen = key_form(&Cloud::new(&[])).await;
    screen.button("Access key").click();
    tick().await;
    assert_eq!(screen.field("Secret access key (SK)").value(), SECRET);
}

#[wasm_bindgen_test]
async fn what_is_missing_is_asked_for_and_not_called_wrong() {
    let cloud = Cloud::new(&[]);
    let screen = Screen::open(&cloud);
    screen.button("Access key").click();
    screen.shows("Secret access key (SK)").await;
    screen.button("Sign in").click();
    screen.shows("Enter the access key ID.").await;
    screen.shows("Enter the secret access key.").await;
    screen.type_into("Access key ID (AK)", "AK-1");
    screen
        .shows("An access key ID has letters and digits only.")
        .await;
    assert!(cloud.asked().is_empty(), "{:?}", cloud.asked());
}

#[wasm_bindgen_test]
async fn a_wrong_secret_is_told_once_and_nothing_is_asked_again() {
    let answer = refused("verify aksk signature fail");
    let cloud = Cloud::new(&[("GET", "/v3/", 401, answer)]);
    let screen = key_form(&cloud).await;
    screen.button("Sign in").click();
    screen
        .shows("the secret access key is not that of this access key ID")
        .await;
    screen.shows("HTTP 401 · APIGW.0301").await;
    assert_eq!(document().active_element().unwrap().id(), "secret-key");
    assert_eq!(cloud.asked(), ["GET /v3/auth/domains"]);
}

#[wasm_bindgen_test]
async fn a_signature_that_is_refused_in_the_middle_is_not_tried_again() {
    let mut answers = vec![domains()];
    answers.push(("GET", "/v3", 401, refused("AK access failed")));
    let cloud = Cloud::new(&answers);
    let screen = key_form(&cloud).await;
    screen.type_into("Region or project ID", "eu-de");
    screen.button("Sign in").click();
    screen.shows("does not accept this access key").await;
    let expected = ["GET /v3/auth/domains", "GET /v3/auth/projects"];
    assert_eq!(cloud.asked(), expected);
}

#[wasm_bindgen_test]
async fn a_wrong_clock_is_told_with_what_to_do() {
    let cloud = Cloud::new(&[("GET", "/v3/", 401, refused("stale"))]);
    cloud.tells_time("Fri, 27 Nov 2020 10:00:00 GMT");
    let screen = key_form(&cloud).await;
    screen.button("Sign in").click();
    screen.shows("This computer's clock is").await;
    screen.shows("ahead").await;
    screen.shows("Set the clock, then sign in").await;
    assert_eq!(cloud.asked().len(), 1);
}

#[wasm_bindgen_test]
async fn one_of_several_regions_is_selected_without_typing_the_key_again() {
    let mut answers = good();
    answers[1] = projects(&[EU_DE, EU_NL]);
    let cloud = Cloud::new(&answers);
    let screen = key_form(&cloud).await;
    screen.button("Sign in").click();
    screen.shows("In which region?").await;
    screen.button("eu-nl").click();
    screen.shows("anna").await;
    assert_eq!(count(&cloud, "GET /v3/auth/"), 2);
}

#[wasm_bindgen_test]
async fn a_region_that_is_not_among_ones_own_projects_is_looked_for_by_name() {
    let mut answers = good();
    answers[1] = projects(&[EU_DE]);
    let named = format!(r#"{{"projects":[{EU_NL}]}}"#);
    answers.push(("GET", "/v3/projects?name=eu-nl", 200, named));
    let cloud = Cloud::new(&answers);
    let screen = key_form(&cloud).await;
    screen.type_into("Region or project ID", "eu-nl");
    screen.button("Sign in").click();
    screen.shows("anna").await;
    screen.shows("eu-nl").await;
}

#[wasm_bindgen_test]
async fn a_region_that_nobody_lists_is_told_at_its_field() {
    let mut answers = good();
    let nothing = r#"{"projects":[]}"#.to_owned();
    answers.push(("GET", "/v3/projects?name=eu-xx", 200, nothing));
    let cloud = Cloud::new(&answers);
    let screen = key_form(&cloud).await;
    screen.type_into("Region or project ID", "eu-xx");
    screen.button("Sign in").click();
    screen.shows("This region or project does not exist").await;
    assert_eq!(document().active_element().unwrap().id(), "key-scope");
}

#[wasm_bindgen_test]
async fn whose_a_temporary_key_is_is_read_from_an_access_list() {
    let access = format!(
        r#"{{"self_auth":{{"user_id":"{ANNA}","user_name":"anna","auth":7}},"others_auths":[]}}"#
    );
    let list = r#"{"namespaces":[{"name":"acme-web","auth":7}]}"#;
    let cloud = Cloud::new(&[
        domains(),
        projects(&[EU_DE]),
        ("GET", "/v2/manage/namespaces/acme-web/access", 200, access),
        organizations(200, list),
    ]);
    let screen = key_form(&cloud).await;
    screen.type_into("Security token", SECURITY_TOKEN);
    screen.button("Sign in").click();
    screen.shows("anna").await;
    assert_eq!(count(&cloud, "GET /v3.0/OS-CREDENTIAL"), 0);
}

#[wasm_bindgen_test]
async fn whose_a_key_is_is_asked_for_where_nothing_tells() {
    let nothing = r#"{"namespaces":null}"#;
    let cloud = Cloud::new(&[domains(), projects(&[EU_DE]), organizations(200, nothing)]);
    let screen = key_form(&cloud).await;
    screen.type_into("Security token", SECURITY_TOKEN);
    screen.button("Sign in").click();
    screen.shows("does not say whose this key is").await;
    assert_eq!(document().active_element().unwrap().id(), "key-user-id");
    screen.type_into("Secret access key (SK)", SECRET);
    screen.type_into("Security token", SECURITY_TOKEN);
    screen.type_into("User ID", ANNA);
    screen.button("Sign in").click();
    screen.shows(ANNA).await;
}

#[wasm_bindgen_test]
async fn a_service_that_refuses_the_key_is_asked_once() {
    let mut answers = good();
    answers[4] = organizations(401, &refused("verify aksk signature fail"));
    let cloud = Cloud::new(&answers);
    let screen = key_form(&cloud).await;
    screen.button("Sign in").click();
    screen.shows("but this service does not").await;
    assert_eq!(count(&cloud, "GET /v2/manage/namespaces"), 1);
    screen.button("Try again").click();
    screen.shows("but this service does not").await;
    assert_eq!(count(&cloud, "GET /v2/manage/namespaces"), 1);
    screen.button("Sign out");
}

#[wasm_bindgen_test]
async fn a_key_that_a_service_accepted_before_ends_with_its_refusal() {
    let cloud = Cloud::new(&good());
    let screen = key_form(&cloud).await;
    screen.button("Sign in").click();
    screen.shows("anna").await;
    cloud.answer(&[("GET", "/v2/manage/namespaces", 401, refused("ak not exist"))]);
    screen.button("Refresh").click();
    screen
        .shows("Your access key is not accepted any more")
        .await;
    screen.button("Sign in again").click();
    screen.shows("Secret access key (SK)").await;
    screen.dialog_button("Cancel").click();
}

#[wasm_bindgen_test]
async fn a_clock_that_is_set_wrong_later_is_told_and_nothing_more_is_signed_by_it() {
    let cloud = Cloud::new(&good());
    let screen = key_form(&cloud).await;
    screen.button("Sign in").click();
    screen.shows("anna").await;
    screen.asks(&cloud, "GET /v2/manage/repos").await;
    // To a service that nobody has asked yet.
    cloud.answer(&[("GET", "/v", 401, refused("stale"))]);
    cloud.tells_time("Fri, 27 Nov 2020 10:00:00 GMT");
    let before = cloud.asked().len();
    screen.go("machine-images/shared-with-me");
    screen.shows("This computer's clock is").await;
    screen.shows("Set the clock, then sign in").await;
    screen.button("Sign in again");
    let told = screen.text();
    assert!(!told.contains("Your access key is not accepted"), "{told}");
    screen.go("containers");
    screen.shows("Your session has ended.").await;
    assert_eq!(cloud.asked().len(), before + 1, "{:?}", cloud.asked());
}

#[wasm_bindgen_test]
async fn what_waits_for_the_first_answer_is_not_sent_once_the_person_has_signed_out() {
    let mut answers = good();
    answers[4] = organizations(HELD, r#"{"namespaces":null}"#);
    let cloud = Cloud::new(&answers);
    let screen = key_form(&cloud).await;
    screen.button("Sign in").click();
    screen.asks(&cloud, "GET /v2/manage/namespaces").await;
    screen.go("containers/acme-web");
    screen.shows("acme-web").await;
    screen.button("Sign out").click();
    screen.go("activity");
    cloud.lets_go();
    sign_in_again(&screen).await;
    assert_eq!(count(&cloud, "GET /v2/manage/"), 1, "{:?}", cloud.asked());
}

#[wasm_bindgen_test]
async fn what_no_header_can_carry_is_told_and_stays_in_its_field() {
    let cloud = Cloud::new(&[]);
    let screen = key_form(&cloud).await;
    screen.type_into("Access key ID (AK)", "a/b");
    screen.type_into("Secret access key (SK)", "two words");
    screen.type_into("Security token", "ä");
    screen.button("Sign in").click();
    screen
        .shows("An access key ID has letters and digits only.")
        .await;
    screen.shows("A secret access key has no spaces").await;
    screen.shows("A security token has no spaces").await;
    assert_eq!(screen.field("Secret access key (SK)").value(), "two words");
    assert_eq!(cloud.asked(), Vec::<String>::new());
}
