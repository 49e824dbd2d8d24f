//! Of a list that never came nothing is known: it has no number, no file and nothing to create, but
//! an explanation and a way to ask again.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, token_body};

const REPOSITORIES: &str = "/v2/manage/repos";
const ORGANIZATION: &str = "/v2/manage/namespaces/acme-web";
const FAULT: &str = r#"{"error_code":"SVCSTG.SWR.5000000","error_msg":"fault"}"#;
const NO_RIGHT: &str = r#"{"error_code":"SVCSTG.SWR.4030170","error_msg":"m"}"#;
const NOT_THERE: &str = r#"{"error_code":"SVCSTG.SWR.4040058","error_msg":"m"}"#;
const THERE: &str = r#"{"id":1,"name":"acme-web","creator_name":"anna","auth":7}"#;

fn answers(repositories: (u16, &str), organization: (u16, &str)) -> Vec<Answer> {
    let (list, itself) = (repositories, organization);
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        ("GET", REPOSITORIES, list.0, list.1.to_owned()),
        ("GET", ORGANIZATION, itself.0, itself.1.to_owned()),
    ]
}

/// Whether anything is offered that is done with a whole list.
fn offers_anything(screen: &Screen) -> bool {
    screen.find(".list-actions:not([hidden])").is_some()
}

fn is_counted(screen: &Screen) -> bool {
    !screen.get(".page-count").inner_text().is_empty()
}

#[wasm_bindgen_test]
async fn a_list_that_never_came_has_no_number_no_file_and_nothing_to_create() {
    let cases = [
        ((500, FAULT), (200, THERE), "This list could not be loaded."),
        ((403, NO_RIGHT), (200, THERE), "You have no access to this"),
        ((200, "[]"), (403, NO_RIGHT), "You have no access to this"),
        (
            (200, "[]"),
            (404, NOT_THERE),
            "no organization of this name",
        ),
    ];
    for (list, itself, words) in cases {
        let cloud = Cloud::new(&answers(list, itself));
        let screen = Screen::signed_in_at(&cloud, "containers/acme-web").await;
        screen.shows(words).await;
        assert!(!offers_anything(&screen), "{words}");
        assert!(!is_counted(&screen), "{words}");
        cloud.answer(&answers((200, "[]"), (200, THERE)));
        screen.button("Try again").click();
        screen.shows("This organization has no repositories.").await;
        screen.button("Create repository");
        assert!(is_counted(&screen), "{words}");
    }
}
