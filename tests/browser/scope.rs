//! What belongs to one person and project is gone with them.

use std::cell::RefCell;
use std::rc::Rc;

use cloud_api::RepositoryPath;
use futures::FutureExt as _;
use gloo_timers::future::TimeoutFuture;
use image_console::net::{Net, Transport};
use image_console::query::{ScanOf, provide_kept, provide_staleness, use_scan};
use image_console::session::{Keep, Session, provide_session, sign_in_with_token};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, forget_changes, token_body};

const ORGANIZATIONS: &str =
    r#"{"namespaces":[{"id":1,"name":"acme-web","creator_name":"anna","auth":7}]}"#;

fn answers(project: &str, organizations: (u16, &str)) -> Vec<Answer> {
    let (status, body) = organizations;
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body(project)),
        ("GET", "/v2/manage/namespaces", status, body.to_owned()),
    ]
}

const EXPIRED: &str = r#"{"error_code":"APIGW.0301","error_msg":"token expires"}"#;
const NO_RIGHT: &str = r#"{"errors":[{"errorCode":"SVCSTG.SWR.4030002","errorMessage":"no"}]}"#;

/// The token has ended, for IAM as well.
fn ended() -> Vec<Answer> {
    let mut answers = answers("eu-de", (401, EXPIRED));
    answers[0] = ("GET", "/v3/auth/tokens", 401, EXPIRED.to_owned());
    answers
}

/// Signs in, then lets the token end while the organizations are on screen.
async fn with_an_ended_token(cloud: &Cloud) -> Screen {
    let screen = Screen::open(cloud);
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
    screen.shows("acme-web").await;
    cloud.answer(&ended());
    screen.button("Refresh").click();
    screen.shows("Your token is not accepted any more").await;
    screen
}

async fn sign_in_again(screen: &Screen) {
    screen.button("Sign in again").click();
    screen.shows("Where do I get a token?").await;
    screen.type_into("Token", "MIIanothertoken");
    screen.button("Sign in").click();
}

#[wasm_bindgen_test]
async fn the_rows_of_one_project_are_gone_when_the_same_person_signs_in_for_another() {
    let cloud = Cloud::new(&answers("eu-de", (200, ORGANIZATIONS)));
    let screen = with_an_ended_token(&cloud).await;
    assert!(screen.text().contains("acme-web"));
    cloud.answer(&answers("eu-nl", (403, NO_RIGHT)));
    sign_in_again(&screen).await;
    screen.shows("eu-nl").await;
    screen.shows("HTTP 403").await;
    assert!(!screen.text().contains("acme-web"), "{}", screen.text());
}

#[wasm_bindgen_test]
async fn the_page_stays_as_it_was_when_the_same_person_signs_in_for_the_same_project() {
    let cloud = Cloud::new(&answers("eu-de", (200, ORGANIZATIONS)));
    let screen = with_an_ended_token(&cloud).await;
    cloud.answer(&answers("eu-de", (403, NO_RIGHT)));
    sign_in_again(&screen).await;
    screen.shows("HTTP 403").await;
    assert!(screen.text().contains("acme-web"), "{}", screen.text());
}

#[wasm_bindgen_test]
async fn a_list_that_is_opened_after_the_session_has_ended_says_so_and_goes_on_with_the_next() {
    const REPOSITORIES: &str = "/v2/manage/repos";
    let cloud = Cloud::new(&answers("eu-de", (200, ORGANIZATIONS)));
    let screen = with_an_ended_token(&cloud).await;
    screen.go("containers/acme-web");
    screen.shows("Your session has ended.").await;
    assert!(!screen.text().contains("Loading"), "{}", screen.text());
    let asked = cloud.asked();
    assert!(
        !asked.iter().any(|line| line.contains("acme-web")),
        "{asked:?}"
    );
    let mut answers = answers("eu-de", (200, ORGANIZATIONS));
    let repositories = r#"[{"name":"shop","namespace":"acme-web"}]"#;
    answers.insert(0, ("GET", REPOSITORIES, 200, repositories.to_owned()));
    cloud.answer(&answers);
    sign_in_again(&screen).await;
    screen.shows("shop").await;
    assert!(!screen.text().contains("Your session has ended."));
}

#[wasm_bindgen_test]
async fn a_page_that_asks_what_is_offered_says_that_the_session_has_ended() {
    let cloud = Cloud::new(&answers("eu-de", (200, ORGANIZATIONS)));
    let screen = with_an_ended_token(&cloud).await;
    screen.go("sync-tasks");
    screen.shows("Your session has ended.").await;
}

/// Finds its own name in each place.
fn names() -> ScanOf<RepositoryPath, Vec<String>> {
    ScanOf {
        read: |_, place| std::future::ready(Ok(vec![place.to_string()])).boxed_local(),
        stale: &[],
    }
}

#[wasm_bindgen_test]
async fn what_a_scan_has_found_leaves_the_memory_with_its_scope() {
    let cloud = Cloud::default();
    let made = Rc::new(RefCell::new(None));
    let keep = Rc::clone(&made);
    let screen = Screen::mount(move || {
        let transport: Rc<dyn Transport> = Rc::new(cloud);
        let session = provide_session(Net::new(transport));
        provide_staleness();
        provide_kept(session);
        let scan = use_scan(names());
        *keep.borrow_mut() = Some((session, scan));
        (move || scan.found().join(" ")).into_any()
    });
    let (session, scan) = made.borrow_mut().take().unwrap();
    scan.cover(vec!["acme-web/shop".parse().unwrap()]);
    screen.shows("acme-web/shop").await;
    session.end();
    assert_eq!(scan.coverage().total, 0);
    assert!(scan.found::<String>().is_empty());
}

/// A session of its own, and its way out.
pub fn session_over(cloud: &Cloud) -> (Screen, Session, Net) {
    session_of(Rc::new(cloud.clone()))
}

/// The same over any transport.
pub fn session_of(transport: Rc<dyn Transport>) -> (Screen, Session, Net) {
    let made = Rc::new(RefCell::new(None));
    let keep = Rc::clone(&made);
    let screen = Screen::mount(move || {
        let net = Net::new(transport);
        *keep.borrow_mut() = Some((provide_session(net), net));
        ().into_any()
    });
    let (session, net) = made.borrow_mut().take().unwrap();
    (screen, session, net)
}

pub fn stored(of: &str) -> bool {
    let storage = window().session_storage().unwrap().unwrap();
    (0..storage.length().unwrap())
        .filter_map(|index| storage.get_item(&storage.key(index).unwrap()?).unwrap())
        .any(|value| value.contains(of))
}

#[wasm_bindgen_test]
async fn what_one_person_chose_leaves_the_tab_when_another_signs_in() {
    const ANNA: &str = "0d1b5c6e7f8a49b0a1c2d3e4f5061728";
    let cloud = Cloud::new(&answers("eu-de", (200, ORGANIZATIONS)));
    forget_changes();
    let (_screen, session, net) = session_over(&cloud);
    let anna = sign_in_with_token(net, "MIIexampletoken").await.unwrap();
    session.begin(anna.clone(), Keep::InMemory);
    let chosen = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9".parse().unwrap();
    session.choose_enterprise_project(&chosen);
    assert!(stored(ANNA));
    let mut ben = anna;
    "1e2c6d7f8a9b4ac1b2d3e4f506172839".clone_into(&mut ben.user_id);
    session.begin(ben, Keep::InMemory);
    assert!(!stored(ANNA));
}

#[wasm_bindgen_test]
async fn the_title_of_a_tab_names_nothing_of_the_cloud_and_nobody() {
    let cloud = Cloud::new(&answers("eu-de", (200, ORGANIZATIONS)));
    for (address, title) in [
        ("containers", "Organizations – Image Console"),
        ("containers/acme-web", "Organizations – Image Console"),
        (
            "containers/acme-web/anna/permissions",
            "Organizations – Image Console",
        ),
        ("sync-tasks", "Sync tasks – Image Console"),
        ("activity", "Activity – Image Console"),
    ] {
        let screen = Screen::signed_in_at(&cloud, address).await;
        for _ in 0..100 {
            if document().title() == title {
                break;
            }
            TimeoutFuture::new(10).await;
        }
        assert_eq!(document().title(), title, "{}", screen.text());
    }
}

#[wasm_bindgen_test]
async fn what_is_typed_into_a_dialog_of_the_top_bar_stays_when_the_session_ends() {
    let cloud = Cloud::new(&answers("eu-de", (200, ORGANIZATIONS)));
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    screen.shows("acme-web").await;
    screen.button("Sign in to another project").click();
    screen
        .shows("What is open here closes once you are signed in there.")
        .await;
    screen.type_into("Token", "MIIanothertoken");
    cloud.answer(&ended());
    screen.button("Refresh").click();
    screen.shows("Sign in again").await;
    assert_eq!(screen.field("Token").value(), "MIIanothertoken");
}
