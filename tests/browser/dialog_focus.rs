//! Where the focus is when a dialog opens, closes, or is left by a link in it.

use cloud_api::Timestamp;
use gloo_timers::future::TimeoutFuture;
use image_console::browser::clock::now;
use image_console::i18n::{provide_i18n, text};
use image_console::ui::{ButtonKind, Dialog, button, dialog_while, menu};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlButtonElement, KeyboardEvent, KeyboardEventInit};

use crate::answers::{Answer, Cloud, HELD, Screen, token_body};

const REFUSED: &str = r#"{"error":{"code":401,"message":"m","title":"Unauthorized"}}"#;

fn answers(status: u16, token: String) -> Vec<Answer> {
    let organizations = r#"{"namespaces":[{"id":1,"name":"acme-web","auth":7}]}"#;
    vec![
        ("GET", "/v3/auth/tokens", status, token),
        (
            "GET",
            "/v2/manage/namespaces",
            200,
            organizations.to_owned(),
        ),
    ]
}

fn focused() -> Element {
    document().active_element().unwrap()
}

/// As somebody with a keyboard does.
async fn press(screen: &Screen, button: &str) {
    let button = screen.button(button);
    button.focus().unwrap();
    button.click();
    TimeoutFuture::new(50).await;
}

async fn other_project(screen: &Screen) {
    screen.get("[popovertarget=place-menu]").click();
    press(screen, "Sign in to another project").await;
    screen
        .shows("What is open here closes once you are signed in there.")
        .await;
}

#[wasm_bindgen_test]
async fn signing_in_again_begins_in_the_form() {
    let end: Timestamp = now().plus_milliseconds(200_000);
    let (date, time) = end.date_and_time();
    let token = token_body("eu-de").replace(
        "2999-01-01T00:00:00.000000Z",
        &format!("{date}T{time}.000000Z"),
    );
    let cloud = Cloud::new(&answers(200, token));
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    screen.shows("Your token ends in less than").await;
    press(&screen, "Sign in again").await;
    assert_eq!(focused().id(), "sign-in-token");
    screen.dialog_button("Cancel").click();
    screen.button("Sign out").click();
    // The way to the first page is not the next console's.
    screen.shows("Where do I get a token?").await;
}

#[wasm_bindgen_test]
async fn a_dialog_out_of_a_menu_gives_the_focus_back_to_its_button() {
    let is_open = ArcRwSignal::new(false);
    let opened = is_open.clone();
    let screen = Screen::mount(move || {
        provide_i18n();
        let is_open = RwSignal::from(opened);
        let item = button(ButtonKind::Quiet, text::undo_action(), move || {
            is_open.set(true);
        });
        let dialog = |close: Callback<()>| {
            view! {
                <Dialog title=text::undo_action() on_close=close>
                    <p id="dialog-description">"about"</p>
                </Dialog>
            }
            .into_any()
        };
        view! {
            {menu("test-menu", "opens".into_any(), item)}
            {dialog_while(is_open, dialog)}
        }
        .into_any()
    });
    screen.get(".menu-button").click();
    press(&screen, "Undo").await;
    assert_eq!(screen.count("dialog[open]"), 1);
    is_open.set(false);
    TimeoutFuture::new(50).await;
    assert_eq!(focused().class_name(), "button quiet menu-button");
}

#[wasm_bindgen_test]
async fn a_link_in_a_dialog_leads_to_the_page_and_not_behind_the_dialog() {
    let cloud = Cloud::new(&answers(200, token_body("eu-de")));
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    screen.shows("acme-web").await;
    other_project(&screen).await;
    cloud.answer(&answers(401, REFUSED.to_owned()));
    screen.type_into("Token", "MIIothertoken");
    // Enter sends it although the button stands apart from the form.
    let enter = KeyboardEventInit::new();
    enter.set_key("Enter");
    enter.set_bubbles(true);
    let enter = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &enter).unwrap();
    screen.field("Token").dispatch_event(&enter).unwrap();
    screen.shows("You are not signed in").await;
    let link = screen.get("dialog a[href=connection-check]");
    link.focus().unwrap();
    link.click();
    screen.loses("dialog").await;
    screen.shows("The cloud behind this console").await;
    TimeoutFuture::new(50).await;
    assert_eq!(focused().text_content().unwrap(), "Connection check");
    screen.button("Sign out").click();
    // The way to the first page is not the next console's.
    screen.shows("asked without a token or key").await;
}

#[wasm_bindgen_test]
async fn what_is_still_checked_is_nothing_to_another_way_in_that_was_chosen_meanwhile() {
    for answer in [HELD, 401] {
        let cloud = Cloud::new(&answers(200, token_body("eu-de")));
        let screen = Screen::signed_in_at(&cloud, "containers").await;
        screen.shows("acme-web").await;
        other_project(&screen).await;
        cloud.answer(&answers(answer, token_body("eu-de")));
        screen.type_into("Token", "MIIothertoken");
        screen.dialog_button("Sign in").click();
        press(&screen, "Access key").await;
        screen.shows("Secret access key (SK)").await;
        cloud.lets_go();
        TimeoutFuture::new(50).await;
        assert_eq!(focused().text_content().unwrap(), "Access key");
        assert_eq!(screen.count("dialog [role=alert] .consequence"), 0);
        // It can be sent, and says what is missing.
        screen.dialog_button("Sign in").click();
        screen.shows("Enter the access key ID").await;
        screen.dialog_button("Cancel").click();
        screen.button("Sign out").click();
        screen.shows("Where do I get a token?").await;
    }
}

#[wasm_bindgen_test]
async fn of_two_dialogs_to_sign_in_the_later_takes_the_place_of_the_other_and_its_button_sends_its_form()
 {
    let end: Timestamp = now().plus_milliseconds(200_000);
    let (date, time) = end.date_and_time();
    let token = token_body("eu-de").replace(
        "2999-01-01T00:00:00.000000Z",
        &format!("{date}T{time}.000000Z"),
    );
    let cloud = Cloud::new(&answers(200, token));
    let screen = Screen::signed_in_at(&cloud, "containers").await;
    screen.shows("Your token ends in less than").await;
    other_project(&screen).await;
    press(&screen, "Sign in again").await;
    screen.shows("Sign in to go on where you were.").await;
    assert_eq!(screen.count("dialog"), 1);
    let button = screen.get("dialog .dialog-actions [type=submit]");
    let button: HtmlButtonElement = button.unchecked_into();
    let sent = button.form().unwrap();
    assert_eq!(sent.closest("dialog"), button.closest("dialog"));
    screen.dialog_button("Cancel").click();
    screen.loses("dialog").await;
    screen.button("Sign out").click();
    screen.shows("Where do I get a token?").await;
}
