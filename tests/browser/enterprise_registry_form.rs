//! Creating a target registry, changing one, and bringing one back: what the fields say, and what is sent.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};
use crate::replication::{EXECUTIONS, ONE, POLICIES, POLICY, REGISTRIES};

pub const NAMED: &str =
    "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/registries?limit=100&name=";
pub const LARGE: &str =
    "/v2/7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80/instances/i-1/registries/9007199254740993";
const PROJECT: &str = "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80";

pub const HARBOR: &str = r#"{"id":9007199254740993,"name":"large","description":"kept","type":"swr-pro",
    "url":"https://harbor.example.com","insecure":false,"status":"healthy",
    "credential":{"type":"basic","access_key":"robot$large","access_secret":""}}"#;
const NO_POLICIES: &str = r#"{"total":0,"policies":[]}"#;
pub const NO_ROWS: &str = r#"{"total":0,"registries":[]}"#;
const NO_EXECUTIONS: &str = r#"{"total":0,"executions":[]}"#;

pub struct Told<'a> {
    pub named: &'a str,
    pub policies: &'a str,
    pub shown: (u16, &'a str),
    pub create: (u16, &'a str),
    pub update: (u16, &'a str),
}

impl Default for Told<'_> {
    fn default() -> Self {
        Self {
            named: NO_ROWS,
            policies: NO_POLICIES,
            shown: (200, HARBOR),
            create: (201, r#"{"id":31}"#),
            update: (200, ""),
        }
    }
}

pub fn answers(told: Told<'_>) -> Vec<Answer> {
    let text = |(status, body): (u16, &str)| (status, body.to_owned());
    let (shown, create, update) = (text(told.shown), text(told.create), text(told.update));
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("DELETE", LARGE, 204, String::new()),
        ("PUT", LARGE, update.0, update.1),
        ("GET", LARGE, shown.0, shown.1),
        ("GET", EXECUTIONS, 200, NO_EXECUTIONS.to_owned()),
        ("DELETE", POLICY, 204, String::new()),
        ("GET", POLICY, 404, String::new()),
        ("POST", POLICIES, 201, r#"{"id":41}"#.to_owned()),
        ("GET", POLICIES, 200, told.policies.to_owned()),
        ("GET", NAMED, 200, told.named.to_owned()),
        ("POST", REGISTRIES, create.0, create.1),
        (
            "GET",
            REGISTRIES,
            200,
            format!(r#"{{"total":1,"registries":[{HARBOR}]}}"#),
        ),
        ("GET", ONE, 200, r#"{"id":"i-1","name":"acme"}"#.to_owned()),
    ]
}

pub async fn page(told: Told<'_>) -> (Cloud, Screen) {
    let cloud = Cloud::new(&answers(told));
    let screen = Screen::signed_in_at(&cloud, "enterprise/i-1/registries").await;
    screen.shows("large").await;
    (cloud, screen)
}

async fn creating(told: Told<'_>) -> (Cloud, Screen) {
    let (cloud, screen) = page(told).await;
    screen.button("Create target registry").click();
    screen.shows("Hosts and their IP addresses").await;
    (cloud, screen)
}

pub async fn editing(told: Told<'_>) -> (Cloud, Screen) {
    let (cloud, screen) = page(told).await;
    screen.get(".table-row input[type=checkbox]").click();
    screen.shows("1 target registry selected").await;
    screen.button("Edit").click();
    screen.shows("It cannot change.").await;
    (cloud, screen)
}

fn fill_in(screen: &Screen) {
    screen.type_into("Target registry", "new-harbor");
    screen.type_into("URL", "https://harbor.example.com/");
    screen.type_into(
        "Hosts and their IP addresses",
        "harbor.example.com 192.0.2.10",
    );
    screen.type_into("Access ID", "robot$new");
    screen.type_into("Secret", "s3cret");
}

#[wasm_bindgen_test]
async fn each_type_has_its_own_fields_and_says_what_is_missing_at_each() {
    let (cloud, screen) = creating(Told::default()).await;
    screen.dialog_button("Create target registry").click();
    for missing in [
        "Enter a name.",
        "Enter the URL.",
        "Enter at least one host with its IP address",
        "Enter the access ID.",
        "Enter the secret.",
    ] {
        screen.shows(missing).await;
    }
    screen.get("dialog input[value=swr-pro-internal]").click();
    screen.shows("SWR accepts any certificate").await;
    assert!(
        !screen.text().contains("Hosts and their"),
        "{}",
        screen.text()
    );
    screen.dialog_button("Create target registry").click();
    screen.shows("Enter the ID of the project.").await;
    screen.shows("Enter the region.").await;
    screen.shows("Enter the ID of the instance.").await;
    screen.get("dialog input[value=huawei-SWR]").click();
    screen.shows("Check the certificate").await;
    screen.type_into("URL", "https://swr-api.eu-de.example.com");
    screen.type_into("Access ID", "anna");
    screen.dialog_button("Create target registry").click();
    screen.shows("This host serves the API, not images.").await;
    screen.shows("Enter the access ID of SWR shared").await;
    assert!(!screen.text().contains("Project ID"), "{}", screen.text());
    assert_eq!(cloud.sent(), [""; 0]);
}

#[wasm_bindgen_test]
async fn a_registry_is_created_with_its_secret_which_no_copy_has() {
    let (cloud, screen) = creating(Told::default()).await;
    fill_in(&screen);
    screen.shows("On: only a valid certificate").await;
    screen.dialog_button("Create target registry").click();
    let sent = screen.sends(&cloud).await;
    for part in [
        r#""name":"new-harbor""#,
        r#""type":"swr-pro""#,
        r#""url":"https://harbor.example.com""#,
        r#""hosts":{"harbor.example.com":"192.0.2.10"}"#,
        r#""insecure":false"#,
        r#""access_secret":"s3cret""#,
    ] {
        assert!(sent[0].contains(part), "{part} in {sent:?}");
    }
    assert!(!screen.text().contains("s3cret"), "{}", screen.text());
}

#[wasm_bindgen_test]
async fn an_instance_is_created_with_its_project_and_any_certificate() {
    let (cloud, screen) = creating(Told::default()).await;
    screen.get("dialog input[value=swr-pro-internal]").click();
    screen.shows("Instance ID").await;
    screen.type_into("Target registry", "ee-nl");
    screen.type_into("URL", "https://ee.swr-pro.example.com");
    screen.type_into("Project ID", PROJECT);
    screen.type_into("Region", "eu-nl");
    screen.type_into("Instance ID", "i-2");
    screen.type_into("Access ID", "robot");
    screen.type_into("Secret", "s3cret");
    screen.dialog_button("Create target registry").click();
    let sent = screen.sends(&cloud).await;
    assert!(sent[0].contains(r#""insecure":true"#), "{sent:?}");
    assert!(sent[0].contains(r#""instance_id":"i-2""#), "{sent:?}");
    assert!(!sent[0].contains("dns_conf"), "{sent:?}");
}

#[wasm_bindgen_test]
async fn a_name_that_is_taken_is_told_before_anything_is_sent() {
    let named = r#"{"total":1,"registries":[{"id":5,"name":"new-harbor"}]}"#;
    let told = Told {
        named,
        ..Told::default()
    };
    let (cloud, screen) = creating(told).await;
    fill_in(&screen);
    screen.dialog_button("Create target registry").click();
    screen.shows("new-harbor already exists.").await;
    assert_eq!(cloud.sent(), [""; 0]);
}

#[wasm_bindgen_test]
async fn a_refusal_lands_on_url_and_credential_together_with_the_services_words() {
    let refused = r#"{"error_code":"SWR.400017","error_msg":"failed to ping <b>it</b>"}"#;
    let told = Told {
        create: (400, refused),
        ..Told::default()
    };
    let (_, screen) = creating(told).await;
    fill_in(&screen);
    screen.dialog_button("Create target registry").click();
    screen.shows("Check URL, access ID and secret.").await;
    screen.shows("failed to ping <b>it</b>").await;
    for label in ["URL", "Access ID", "Secret"] {
        let field = screen.field(label);
        assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
    }
    assert_eq!(
        screen.field("Secret").value(),
        "s3cret",
        "it can be sent again"
    );
}

#[wasm_bindgen_test]
async fn a_change_asks_for_the_secret_and_for_what_the_answer_leaves_out() {
    let (cloud, screen) = editing(Told::default()).await;
    screen.shows("SWR does not report them, so enter all").await;
    screen.shows("every change needs it again").await;
    assert_eq!(screen.field("Access ID").value(), "robot$large");
    screen.dialog_button("Save").click();
    screen
        .shows("Enter at least one host with its IP address")
        .await;
    screen.shows("Enter the secret.").await;
    assert_eq!(cloud.sent(), [""; 0], "never an empty one");
    screen.type_into(
        "Hosts and their IP addresses",
        "192.0.2.11 harbor.example.com",
    );
    screen.type_into("Secret", "s3cret");
    screen.dialog_button("Save").click();
    let sent = screen.sends(&cloud).await;
    assert!(sent[0].contains(r#""description":"kept""#), "{sent:?}");
    assert!(
        sent[0].contains(r#""harbor.example.com":"192.0.2.11""#),
        "{sent:?}"
    );
}

#[wasm_bindgen_test]
async fn a_registry_of_a_type_that_is_not_known_is_not_changed() {
    let odd = HARBOR.replace("swr-pro", "swr-moon");
    let (cloud, screen) = page(Told::default()).await;
    cloud.answer(&[(
        "GET",
        REGISTRIES,
        200,
        format!(r#"{{"total":1,"registries":[{odd}]}}"#),
    )]);
    screen.button("Refresh").click();
    screen.shows("swr-moon").await;
    screen.get(".table-row input[type=checkbox]").click();
    screen.shows("1 target registry selected").await;
    screen.button("Edit").click();
    screen.shows("The type swr-moon is not known here").await;
}

#[wasm_bindgen_test]
async fn what_the_service_has_listed_of_a_registry_goes_back_as_it_came() {
    let odd = HARBOR.replace("\"large\"", "\"old.harbor\"").replace(
        r#""insecure""#,
        r#""dns_conf":{"hosts":{"Harbor":"gateway"}},"insecure""#,
    );
    let told = Told {
        shown: (200, &odd),
        ..Told::default()
    };
    let (cloud, screen) = editing(told).await;
    screen.type_into("Secret", "s3cret");
    screen.dialog_button("Save").click();
    let sent = screen.sends(&cloud).await;
    assert!(sent[0].contains(r#""name":"old.harbor""#), "{sent:?}");
    assert!(sent[0].contains(r#"{"Harbor":"gateway"}"#), "{sent:?}");
    drop(screen);
    let (cloud, screen) = editing(Told::default()).await;
    screen.type_into("Hosts and their IP addresses", "Harbor gateway");
    screen.type_into("Secret", "s3cret");
    screen.dialog_button("Save").click();
    screen.shows("Line 1").await;
    assert_eq!(cloud.sent(), [""; 0]);
}
