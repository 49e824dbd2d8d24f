//! A page that locks when nobody has used it for long.

use changes::{ChangeId, Key, Notice, Scope};
use gloo_timers::future::TimeoutFuture;
use image_console::browser::channel::tell_once;
use image_console::browser::storage::TabItem;
use image_console::session::{Keep, sign_in_with_token};
use image_console::work::tell_signing_out;
use js_sys::{Date, Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, KeyboardEvent};

use crate::answers::{Cloud, NEVER, Screen, bens_token, forget_changes, token_body};
use crate::clock::RightAgain;
use crate::kept::page;
use crate::scope::{session_over, stored};

const ORGANIZATIONS: &str = r#"{"namespaces":[{"id":1,"name":"acme-web","auth":7}]}"#;
const REPOSITORIES: &str = r#"[{"namespace":"acme-web","name":"shop"}]"#;
const KEPT: &str = "MIIexampletoken";

fn cloud_of(token: String) -> Cloud {
    Cloud::new(&[
        ("GET", "/v3/auth/tokens", 200, token),
        (
            "GET",
            "/v2/manage/namespaces",
            200,
            ORGANIZATIONS.to_owned(),
        ),
        ("GET", "/v2/manage/repos", 200, REPOSITORIES.to_owned()),
    ])
}

fn cloud() -> Cloud {
    cloud_of(token_body("eu-de"))
}

/// The computer's clock, so many minutes ahead until this ends.
pub struct Later {
    now: JsValue,
}

impl Later {
    pub fn by(minutes: i32) -> Self {
        let now = Reflect::get(&date(), &"now".into()).unwrap();
        let later = format!("return new Date().getTime() + {} + 500", minutes * 60_000);
        Reflect::set(&date(), &"now".into(), &Function::new_no_args(&later)).unwrap();
        // A browser that was asleep tells that it is not any more.
        window()
            .dispatch_event(&Event::new("focus").unwrap())
            .unwrap();
        Self { now }
    }
}

impl Drop for Later {
    fn drop(&mut self) {
        Reflect::set(&date(), &"now".into(), &self.now).unwrap();
        // What was heard of the cloud's clock meanwhile is none of the tests that follow.
        drop(RightAgain);
    }
}

fn date() -> JsValue {
    Date::new_0()
        .unchecked_into::<js_sys::Object>()
        .constructor()
        .into()
}

async fn sign_in(screen: &Screen) {
    screen.type_into("Token", KEPT);
    screen.button("Sign in").click();
    screen.shows("eu-de").await;
}

async fn signed_in_at(cloud: &Cloud, file: &str, address: &str) -> Screen {
    forget_changes();
    let screen = Screen::set_up(cloud, file);
    sign_in(&screen).await;
    screen.go(address);
    screen
}

fn press_a_key() {
    window()
        .dispatch_event(&KeyboardEvent::new("keydown").unwrap())
        .unwrap();
}

#[wasm_bindgen_test]
async fn a_page_locks_and_whoever_was_there_goes_on_where_they_were() {
    let cloud = cloud();
    let screen = signed_in_at(&cloud, "{}", "containers/acme-web").await;
    screen.shows("shop").await;
    let later = Later::by(15);
    screen
        .shows("This page is locked: nobody used it for 15 minutes.")
        .await;
    screen
        .shows("Sign in as anna to go on where you were.")
        .await;
    assert_eq!(screen.count("[role=grid]"), 0);
    // Nobody goes on without signing in, whatever is pressed.
    press_a_key();
    let asked = cloud.asked().len();
    sign_in(&screen).await;
    screen.shows("Repositories").await;
    screen.shows("shop").await;
    // Nothing of what was read before is shown again.
    assert!(
        cloud.asked()[asked..]
            .iter()
            .any(|it| it.contains("/repos"))
    );
    assert!(!screen.text().contains("This page is locked"));
    drop(later);
}

#[wasm_bindgen_test]
async fn a_minute_is_one() {
    let screen = signed_in_at(&cloud(), r#"{"idle_minutes":1}"#, "containers").await;
    let later = Later::by(1);
    screen.shows("nobody used it for 1 minute.").await;
    drop(later);
}

#[wasm_bindgen_test]
async fn that_it_has_locked_is_heard_and_not_any_more_that_it_will() {
    let screen = signed_in_at(&cloud(), "{}", "containers").await;
    screen.shows("acme-web").await;
    let heard = || {
        let region = screen.get("[aria-live=assertive]");
        region.text_content().unwrap()
    };
    let later = Later::by(14);
    screen.shows("Nobody has used this page for a while.").await;
    assert!(heard().contains("It locks at"), "{}", heard());
    drop(later);
    let later = Later::by(15);
    screen.loses(".over-page").await;
    TimeoutFuture::new(50).await;
    assert_eq!(
        heard(),
        "This page is locked: nobody used it for 15 minutes."
    );
    let active = document().active_element().unwrap();
    assert_eq!(active.text_content().unwrap(), "Sign in");
    sign_in(&screen).await;
    assert_eq!(heard(), "");
    screen.button("Sign out").click();
    drop(later);
}

#[wasm_bindgen_test]
async fn anybody_else_starts_on_the_first_page() {
    let cloud = cloud();
    let screen = signed_in_at(&cloud, "{}", "containers/acme-web").await;
    screen.shows("shop").await;
    TabItem::EnterpriseProject.write("of-anna");
    let later = Later::by(15);
    screen.shows("This page is locked").await;
    cloud.answer(&cloud_of(bens_token()).answers());
    sign_in(&screen).await;
    screen.shows("Who can get our images").await;
    assert!(!screen.text().contains("Create repository"));
    assert_eq!(window().location().pathname().unwrap(), "/");
    assert_eq!(TabItem::EnterpriseProject.read(), None);
    drop(later);
}

#[wasm_bindgen_test]
async fn anybody_else_does_so_too_once_whoever_was_there_signed_out_in_another_tab() {
    let cloud = cloud();
    let screen = signed_in_at(&cloud, "{}", "containers").await;
    screen.shows("acme-web").await;
    let later = Later::by(16);
    screen.shows("Sign in as anna to go on").await;
    another_tab_signs_out(true).await;
    is_signed_out(&screen).await;
    cloud.answer(&cloud_of(bens_token()).answers());
    sign_in(&screen).await;
    screen.shows("Who can get our images").await;
    assert_eq!(window().location().pathname().unwrap(), "/");
    drop(later);
}

#[wasm_bindgen_test]
async fn it_is_told_before_and_any_key_goes_on() {
    let screen = signed_in_at(&cloud(), r#"{"idle_minutes":5}"#, "containers").await;
    screen.shows("acme-web").await;
    let later = Later::by(3);
    screen.shows("Nobody has used this page for a while.").await;
    screen.button("Stay signed in");
    press_a_key();
    screen.loses(".over-page .banner").await;
    drop(later);
    let later = Later::by(7);
    screen.shows("Nobody has used this page for a while.").await;
    assert_eq!(screen.count(".over-page .banner"), 1);
    screen.shows("acme-web").await;
    drop(later);
}

#[wasm_bindgen_test]
async fn who_presses_and_writes_without_key_or_pointer_stays_too() {
    let screen = signed_in_at(&cloud(), r#"{"idle_minutes":5}"#, "containers").await;
    screen.shows("acme-web").await;
    let first = Later::by(3);
    screen.shows("Nobody has used this page for a while.").await;
    screen.button("Stay signed in").click();
    screen.loses(".over-page .banner").await;
    let second = Later::by(7);
    screen.shows("Nobody has used this page for a while.").await;
    let written = Event::new("input").unwrap();
    window().dispatch_event(&written).unwrap();
    screen.loses(".over-page .banner").await;
    drop((second, first));
}

#[wasm_bindgen_test]
async fn a_locked_page_does_not_say_any_more_that_it_is_about_to_lock() {
    let screen = signed_in_at(&cloud(), r#"{"idle_minutes":5}"#, "containers").await;
    screen.shows("acme-web").await;
    let soon = Later::by(3);
    screen.shows("Nobody has used this page for a while.").await;
    let told = screen.get(".told [role=alert]");
    assert!(told.inner_text().contains("Nobody has used this page"));
    let later = Later::by(6);
    screen.shows("This page is locked").await;
    let heard = screen.get(".told [role=alert]").inner_text();
    assert!(heard.starts_with("This page is locked"), "{heard}");
    drop((later, soon));
}

#[wasm_bindgen_test]
async fn a_change_that_is_under_way_is_said_not_to_be_followed() {
    let cloud = cloud();
    let screen = signed_in_at(&cloud, "{}", "containers").await;
    screen.shows("acme-web").await;
    cloud.answer(&[
        ("POST", "/v2/manage/namespaces", NEVER, String::new()),
        ("GET", "/v2/manage/namespaces/", 404, "{}".to_owned()),
        (
            "GET",
            "/v2/manage/namespaces",
            200,
            ORGANIZATIONS.to_owned(),
        ),
    ]);
    screen.button("Create organization").click();
    screen.shows("Cancel").await;
    screen.type_into("Organization", "acme-later");
    screen.dialog_button("Create organization").click();
    screen.has_sent(&cloud, 1).await;
    let later = Later::by(15);
    screen
        .shows("1 job is not followed while the page is locked.")
        .await;
    drop(later);
}

#[wasm_bindgen_test]
async fn what_the_tab_keeps_is_forgotten_by_the_lock() {
    let cloud = cloud();
    forget_changes();
    let screen = Screen::set_up(&cloud, "{}");
    screen.get("input[type=checkbox]").click();
    sign_in(&screen).await;
    screen.shows("acme-web").await;
    assert!(stored(KEPT));
    let later = Later::by(16);
    screen.shows("This page is locked").await;
    assert!(!stored(KEPT));
    drop(later);
}

#[wasm_bindgen_test]
async fn a_page_that_comes_back_from_the_history_too_late_asks_nothing_with_what_it_keeps() {
    let cloud = cloud();
    forget_changes();
    let screen = Screen::set_up(&cloud, "{}");
    screen.get("input[type=checkbox]").click();
    sign_in(&screen).await;
    screen.shows("acme-web").await;
    page("pagehide", true);
    screen.shows("Where do I get a token?").await;
    let later = Later::by(15);
    let asked = cloud.asked().len();
    page("pageshow", true);
    TimeoutFuture::new(50).await;
    assert!(!stored(KEPT));
    assert!(!screen.text().contains("acme-web"));
    assert_eq!(cloud.asked().len(), asked);
    drop(later);
}

#[wasm_bindgen_test]
async fn a_tab_that_is_opened_again_too_late_asks_nothing_with_what_it_keeps() {
    assert!(TabItem::Token.write(KEPT));
    let long_ago = Date::now() - 16.0 * 60_000.0;
    assert!(TabItem::UsedAt.write(&format!("{long_ago:.0}")));
    let cloud = cloud();
    let screen = Screen::set_up(&cloud, "{}");
    screen.shows("This page is locked").await;
    assert!(!stored(KEPT));
    assert_eq!(cloud.asked(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn a_console_may_never_lock() {
    let screen = signed_in_at(&cloud(), r#"{"idle_minutes":0}"#, "containers").await;
    screen.shows("acme-web").await;
    let later = Later::by(60 * 24);
    TimeoutFuture::new(1_200).await;
    assert!(screen.text().contains("acme-web"));
    assert_eq!(screen.count(".over-page .banner"), 0);
    drop(later);
}

/// Signs in as anna in another tab of this browser, and out again; `tells` where the others can hear it.
async fn another_tab_signs_out(tells: bool) {
    let (_tab, session, net) = session_over(&cloud());
    let identity = sign_in_with_token(net, "MIIinanothertab").await.unwrap();
    session.begin(identity, Keep::InMemory);
    if tells {
        tell_signing_out(session);
    }
    session.end();
}

async fn locked() -> (Screen, Later) {
    let screen = signed_in_at(&cloud(), "{}", "containers").await;
    screen.shows("acme-web").await;
    let later = Later::by(16);
    screen.shows("Sign in as anna to go on").await;
    (screen, later)
}

async fn is_signed_out(screen: &Screen) {
    screen
        .shows("You were signed out because you signed out in another tab.")
        .await;
    let heard = screen.get("[aria-live=assertive]").text_content().unwrap();
    assert_eq!(heard, "");
    assert!(!screen.text().contains("anna"), "{}", screen.text());
    assert!(!screen.text().contains("This page is locked"));
    assert_eq!(TabItem::EnterpriseProject.read(), None);
}

#[wasm_bindgen_test]
async fn a_locked_page_is_nobodys_once_its_person_has_signed_out_in_another_tab() {
    let (screen, later) = locked().await;
    assert!(TabItem::EnterpriseProject.write("of-anna"));
    another_tab_signs_out(true).await;
    is_signed_out(&screen).await;
    sign_in(&screen).await;
    assert!(!screen.text().contains("you signed out in another tab"));
    screen.button("Sign out").click();
    screen.shows("Where do I get a token?").await;
    drop(later);
}

#[wasm_bindgen_test]
async fn a_locked_page_that_could_not_hear_of_a_sign_out_finds_it_once_it_is_shown_again() {
    for shown_again in ["pageshow", "visibilitychange"] {
        let (screen, later) = locked().await;
        let event = Event::new(shown_again).unwrap();
        window().dispatch_event(&event).unwrap();
        screen.shows("Sign in as anna to go on").await;
        another_tab_signs_out(false).await;
        window().dispatch_event(&event).unwrap();
        is_signed_out(&screen).await;
        drop(later);
    }
}

#[wasm_bindgen_test]
async fn a_locked_page_stays_locked_when_somebody_else_signs_out() {
    let (screen, later) = locked().await;
    let bens = Screen::set_up(&cloud_of(bens_token()), "{}");
    sign_in(&bens).await;
    let notice = Notice::SignOut(Key {
        scope: Scope {
            cloud: "default".to_owned(),
            region: "eu-de".to_owned(),
            project_id: "7c9d5e2b8a1f4d6e9f3a0b1c2d4e6f80".to_owned(),
            user_id: "1e2c6d7f8a9b4ac1b2d3e4f506172839".to_owned(),
        },
        id: ChangeId(0),
    });
    tell_once(&notice.to_string());
    // The page that came last hears it last.
    bens.shows("because you signed out in another tab").await;
    assert!(screen.text().contains("Sign in as anna to go on"));
    drop(later);
}
