//! A refused text can be sent again, and its refusal stands under no other.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Cloud, Screen, token_body};

const ACCOUNTS: &str = "/v2/manage/namespaces/acme-web/repositories/shop/access-domains";
const ACCOUNT: &str = "/v2/manage/namespaces/acme-web/repositories/shop/access-domains/";
const REPOSITORY: &str = "/v2/manage/namespaces/acme-web/repos/shop";
const UNKNOWN: &str = r#"{"error_code":"SVCSTG.SWR.4001041","error_msg":"m"}"#;
const NOTE: &str = "SWR does not know this account";

fn cloud(is_public: bool) -> Cloud {
    let repository = format!(r#"{{"name":"shop","is_public":{is_public}}}"#);
    Cloud::new(&[
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", REPOSITORY, 200, repository),
        ("GET", ACCOUNT, 200, r#"{"exist":false}"#.to_owned()),
        ("GET", ACCOUNTS, 200, "[]".to_owned()),
        ("POST", ACCOUNTS, 400, UNKNOWN.to_owned()),
    ])
}

async fn open(cloud: &Cloud) -> Screen {
    let screen = Screen::signed_in_at(cloud, "containers/acme-web/shop/shared-accounts").await;
    screen.shows("Share with an account").await;
    screen.button("Share with an account").click();
    screen.shows("The account can then pull").await;
    screen
}

#[wasm_bindgen_test]
async fn what_was_refused_is_sent_again_at_the_next_press() {
    let cloud = cloud(false);
    let screen = open(&cloud).await;
    screen.type_into("Account", "partner");
    screen.dialog_button("Share with an account").click();
    screen.shows(NOTE).await;
    assert!(screen.get("#account-name").has_attribute("aria-invalid"));
    screen.dialog_button("Share with an account").click();
    assert_eq!(screen.has_sent(&cloud, 2).await.len(), 2);
}

#[wasm_bindgen_test]
async fn a_refusal_names_what_was_refused_where_another_text_stands_by_then() {
    let cloud = cloud(false);
    let screen = open(&cloud).await;
    screen.type_into("Account", "partner");
    screen.dialog_button("Share with an account").click();
    screen.type_into("Account", "other");
    screen
        .shows("“partner”: SWR does not know this account")
        .await;
    assert!(!screen.get("#account-name").has_attribute("aria-invalid"));
}

#[wasm_bindgen_test]
async fn a_public_repository_is_said_to_be_open_to_everyone_with_the_way_to_close_it() {
    let cloud = cloud(true);
    let screen = Screen::signed_in_at(&cloud, "containers/acme-web/shop/shared-accounts").await;
    screen.shows("everyone can still pull it").await;
    screen.button("Make private").click();
    screen.shows("After this, only people with access").await;
}
