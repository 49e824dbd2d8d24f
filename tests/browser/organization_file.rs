//! The file of who can get which images: what it is said to cover.

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, NEVER, Screen, token_body};

const OF_WEB: &str = "/v2/manage/repos?filter=namespace%3A%3Aacme-web";
const OF_LAB: &str = "/v2/manage/repos?filter=namespace%3A%3Aacme-lab";
const NOBODY: &str = r#"{"id":1,"name":"api","self_auth":null,"others_auths":[]}"#;

async fn open_file(screen: &Screen, organization: &str) {
    screen
        .shows(&format!("every image of {organization}"))
        .await;
    let name = format!("Who can get which images of {organization}");
    screen.button(&name).click();
    screen.shows("Reading stops when you leave").await;
}

#[wasm_bindgen_test]
async fn nothing_is_told_of_another_organization_while_its_repositories_are_on_the_way() {
    let repositories = r#"[{"name":"api","namespace":"acme-lab","is_public":false}]"#;
    let answers: [Answer; 4] = [
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", OF_LAB, 200, repositories.to_owned()),
        ("GET", OF_WEB, NEVER, String::new()),
        ("GET", "/v2/manage/namespaces/", 200, NOBODY.to_owned()),
    ];
    let cloud = Cloud::new(&answers);
    let screen = Screen::signed_in_at(&cloud, "containers/acme-lab/~permissions").await;
    open_file(&screen, "acme-lab").await;
    screen.shows("1 repository read").await;
    screen.dialog_button("Close").click();
    screen.go("containers/acme-web/~permissions");
    open_file(&screen, "acme-web").await;
    TimeoutFuture::new(300).await;
    let told = screen.get("dialog").inner_text();
    assert!(!told.contains("1 repository read"), "{told}");
}
