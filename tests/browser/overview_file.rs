//! The file of who can get all images: what it may claim, and when there is none.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use js_sys::Reflect;
use serde_json::Value;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Blob;

use crate::answers::Screen;
use crate::clock::{HOUR, RightAgain, date};
use crate::overview::{REFUSED, REPOSITORIES, cloud, read, told};

/// Saves the file, and gives what is in it.
async fn saved(screen: &Screen) -> Value {
    for _ in 0..200 {
        if is_offered(screen) {
            break;
        }
        TimeoutFuture::new(10).await;
    }
    let kept: Rc<RefCell<Option<Blob>>> = Rc::default();
    let keeps = Rc::clone(&kept);
    let keep = Closure::<dyn FnMut(Blob) -> String>::new(move |blob| {
        *keeps.borrow_mut() = Some(blob);
        "data:,".to_owned()
    });
    let (url, name) = ("URL".into(), "createObjectURL".into());
    let url = Reflect::get(&js_sys::global(), &url).unwrap();
    let own = Reflect::get(&url, &name).unwrap();
    Reflect::set(&url, &name, keep.as_ref()).unwrap();
    screen.button("Export JSON").click();
    Reflect::set(&url, &name, &own).unwrap();
    let Some(blob) = kept.take() else {
        panic!("no file was saved: {}", screen.text());
    };
    let file = JsFuture::from(blob.text()).await.unwrap();
    serde_json::from_str(&file.as_string().unwrap()).unwrap()
}

/// What the file says of itself.
fn of<'a>(file: &'a Value, name: &str) -> Option<&'a str> {
    file.get("about")?.get(name)?.as_str()
}

fn is_offered(screen: &Screen) -> bool {
    !screen.button("Export JSON").has_attribute("disabled")
}

async fn reads_all(screen: &Screen) {
    screen.shows("2 people").await;
    screen.loses(".page-beside .button.quiet").await;
}

#[wasm_bindgen_test]
async fn a_file_of_everything_is_complete() {
    let (_, screen) = read(&[]).await;
    reads_all(&screen).await;
    let file = saved(&screen).await;
    assert_eq!(of(&file, "is_complete"), Some("true"), "{file}");
}

#[wasm_bindgen_test]
async fn there_is_no_file_while_the_repositories_are_not_listed() {
    let (kept, screen) = read(&[]).await;
    reads_all(&screen).await;
    assert!(is_offered(&screen));
    screen.go("activity");
    screen.loses(".overview").await;
    let lost = cloud(&[told("/v2/manage/repos", 500, "{}")]);
    kept.answer(&lost.answers());
    screen.go("overview");
    screen.shows("This list could not be loaded.").await;
    assert!(!is_offered(&screen));
}

#[wasm_bindgen_test]
async fn a_file_without_a_repository_that_could_not_be_listed_is_not_complete() {
    let with_another = REPOSITORIES.replacen('[', "[null,", 1);
    let (_, screen) = read(&[told("/v2/manage/repos", 200, &with_another)]).await;
    reads_all(&screen).await;
    let file = saved(&screen).await;
    assert_eq!(of(&file, "is_complete"), Some("false"), "{file}");
    let missing = of(&file, "missing").unwrap_or_default();
    assert!(missing.contains("1 row could not be read"), "{file}");
}

#[wasm_bindgen_test]
async fn the_file_counts_repositories_and_nothing_else_as_such() {
    let path = "/v2/manage/namespaces/data/repos/lake/access";
    let (_, screen) = read(&[told(path, 403, REFUSED)]).await;
    screen.shows("2 of 3 repositories read").await;
    screen.loses(".page-beside .button.quiet").await;
    let file = saved(&screen).await;
    let missing = of(&file, "missing").unwrap_or_default();
    let counts = missing.matches("repositories read").count();
    assert!(missing.starts_with("2 of 3 repositories read | "), "{file}");
    assert_eq!(counts, 1, "{file}");
}

#[wasm_bindgen_test]
async fn a_file_of_who_has_access_lacks_nothing_where_only_copies_could_not_be_read() {
    let path = "/v2/manage/namespaces/data/repos/lake/sync_repo";
    let (_, screen) = read(&[told(path, 403, REFUSED)]).await;
    reads_all(&screen).await;
    let file = saved(&screen).await;
    assert_eq!(of(&file, "is_complete"), Some("true"), "{file}");
    assert_eq!(of(&file, "repositories_read"), Some("3"), "{file}");
}

#[wasm_bindgen_test]
async fn public_repositories_are_complete_before_anything_else_is_read() {
    let screen = Screen::signed_in_at(&cloud(&[]), "overview/public-repositories").await;
    screen.shows("web/shop").await;
    let file = saved(&screen).await;
    assert_eq!(of(&file, "is_complete"), Some("true"), "{file}");
}

#[wasm_bindgen_test]
async fn a_repository_that_may_be_public_is_not_taken_for_a_private_one() {
    let odd = r#"[{"namespace":"web","name":"odd","is_public":"true"},"#;
    let with_odd = REPOSITORIES.replacen('[', odd, 1);
    let answers = [
        told("/v2/manage/overview", 200, r#"{"repo_num":4}"#),
        told("/v2/manage/repos", 200, &with_odd),
    ];
    let screen = Screen::signed_in_at(&cloud(&answers), "overview").await;
    screen.shows("3 of 4 repositories read").await;
    screen.go("overview/public-repositories");
    screen.shows("web/shop").await;
    screen.shows("3 of 4 repositories read").await;
    let file = saved(&screen).await;
    assert_eq!(of(&file, "is_complete"), Some("false"), "{file}");
}

#[wasm_bindgen_test]
async fn shared_accounts_are_told_as_those_of_the_repositories_that_tell_them() {
    let path = "/v2/manage/namespaces/web/repositories/shop/access-domains";
    let (_, screen) = read(&[told(path, 403, REFUSED)]).await;
    reads_all(&screen).await;
    screen.go("overview/shared-accounts");
    screen.shows("None: 2 of 3 repositories read").await;
    let above = screen.get(".answer").inner_text();
    assert_eq!(above, "Shared accounts: 2 of 3 repositories read");
}

#[wasm_bindgen_test]
async fn a_list_of_some_shared_accounts_is_not_complete() {
    let path = "/v2/manage/namespaces/web/repositories/api/access-domains";
    let (_, screen) = read(&[told(path, 403, REFUSED)]).await;
    reads_all(&screen).await;
    screen.go("overview/shared-accounts");
    screen.loses(".overview").await;
    screen.shows("2 of 3 repositories read").await;
    let file = saved(&screen).await;
    assert_eq!(of(&file, "is_complete"), Some("false"), "{file}");
}

#[wasm_bindgen_test]
async fn people_are_told_as_those_of_the_organizations_that_tell_them() {
    let path = "/v2/manage/namespaces/web/access";
    let (_, screen) = read(&[told(path, 403, REFUSED)]).await;
    reads_all(&screen).await;
    for address in ["overview/people", "overview/organization-grants"] {
        screen.go(address);
        screen.loses(".overview").await;
        screen.shows("1 of 2 organizations read").await;
    }
}

#[wasm_bindgen_test]
async fn people_are_as_old_as_what_was_read_of_them_not_as_their_page() {
    let _clock = RightAgain;
    let (cloud, screen) = read(&[]).await;
    reads_all(&screen).await;
    screen.go("activity");
    screen.loses(".overview").await;
    cloud.tells_time(&date(-4.0 * HOUR));
    screen.go("overview/people");
    screen.shows("ben").await;
    let file = saved(&screen).await;
    let read_at = js_sys::Date::parse(of(&file, "read_at").unwrap_or_default());
    assert!(read_at < js_sys::Date::now() + HOUR, "{file}");
}
