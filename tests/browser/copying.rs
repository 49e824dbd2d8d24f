//! What buttons put on the clipboard.

use std::cell::RefCell;
use std::rc::Rc;

use changes::PlannedWrite;
use cloud_api::enterprise::{Certificates, CreateRegistry, RegistrySettings, RegistryTarget};
use cloud_api::ims::{AddMembers, MemberType, Recipient};
use cloud_api::{Before, Mutation};
use gloo_timers::future::TimeoutFuture;
use image_console::change::copy_as::Copies;
use image_console::i18n::{provide_i18n, text};
use image_console::live::live;
use image_console::net::{Net, Transport};
use image_console::session::{Keep, provide_session, sign_in_with_token};
use image_console::ui::failure::copy_button;
use image_console::ui::provide_announcements;
use js_sys::{Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlTextAreaElement;

use crate::answers::{Cloud, Screen, token_body};

/// A clipboard in the place of the browser's own, which wants a person's leave; gone when dropped.
struct Clipboard {
    written: Rc<RefCell<Vec<String>>>,
    _write: Closure<dyn Fn(JsValue) -> Promise>,
}

impl Clipboard {
    fn new() -> Self {
        let written = Rc::new(RefCell::new(Vec::new()));
        let into = Rc::clone(&written);
        let write = Closure::<dyn Fn(JsValue) -> Promise>::new(move |text: JsValue| {
            into.borrow_mut().push(text.as_string().unwrap());
            Promise::resolve(&JsValue::UNDEFINED)
        });
        let clipboard = Object::new();
        Reflect::set(&clipboard, &"writeText".into(), write.as_ref()).unwrap();
        let property = Object::new();
        Reflect::set(&property, &"value".into(), &clipboard).unwrap();
        Reflect::set(&property, &"configurable".into(), &JsValue::TRUE).unwrap();
        let navigator = Object::from(JsValue::from(window().navigator()));
        Object::define_property(&navigator, &"clipboard".into(), &property);
        Self {
            written,
            _write: write,
        }
    }
}

impl Drop for Clipboard {
    fn drop(&mut self) {
        let navigator = Object::from(JsValue::from(window().navigator()));
        Reflect::delete_property(&navigator, &"clipboard".into()).unwrap();
    }
}

async fn copied(content: &str) -> Vec<String> {
    let clipboard = Clipboard::new();
    let content = content.to_owned();
    let screen = Screen::mount(move || {
        provide_i18n();
        provide_announcements();
        copy_button(text::failure_copy(), content)
    });
    screen.get("button").click();
    // Whether it worked is told when the clipboard has answered.
    TimeoutFuture::new(0).await;
    clipboard.written.borrow().clone()
}

#[wasm_bindgen_test]
async fn a_line_from_the_cloud_is_copied_as_it_is_shown() {
    assert_eq!(copied("sha256:0aff").await, ["sha256:0aff"]);
    assert_eq!(
        copied("sha256:0aff\nreboot\r\u{202e}\u{2028}x").await,
        ["sha256:0aff⟨U+000A⟩reboot⟨U+000D⟩⟨U+202E⟩⟨U+2028⟩x"]
    );
}

/// No clipboard, as where the page came over plain http; back when dropped.
struct NoClipboard;

impl NoClipboard {
    fn new() -> Self {
        let property = Object::new();
        Reflect::set(&property, &"value".into(), &JsValue::UNDEFINED).unwrap();
        Reflect::set(&property, &"configurable".into(), &JsValue::TRUE).unwrap();
        let navigator = Object::from(JsValue::from(window().navigator()));
        Object::define_property(&navigator, &"clipboard".into(), &property);
        Self
    }
}

impl Drop for NoClipboard {
    fn drop(&mut self) {
        let navigator = Object::from(JsValue::from(window().navigator()));
        Reflect::delete_property(&navigator, &"clipboard".into()).unwrap();
    }
}

#[wasm_bindgen_test]
async fn without_a_clipboard_the_text_is_offered_to_be_copied_by_hand() {
    let _missing = NoClipboard::new();
    let screen = Screen::mount(move || {
        provide_i18n();
        provide_announcements();
        copy_button(text::failure_copy(), "sha256:0aff".to_owned())
    });
    screen.get("button").click();
    screen.shows("Copy this by hand").await;
    let area: HtmlTextAreaElement = screen.get("textarea").unchecked_into();
    assert_eq!(area.value(), "sha256:0aff");
    assert!(area.read_only());
    let selected = (
        area.selection_start().unwrap(),
        area.selection_end().unwrap(),
    );
    assert_eq!(selected, (Some(0), Some(area.value().len() as u32)));
    let focused = document().active_element();
    assert_eq!(focused.as_ref(), Some(area.as_ref()));
}

/// What can be copied before two images are shared with these recipients.
async fn copies_of_sharing(recipients: &[(MemberType, &str)]) -> Screen {
    let typed = recipients
        .iter()
        .map(|(kind, id)| Recipient::typed(*kind, id).unwrap());
    let share = AddMembers {
        images: vec![
            "3f2b0a6e-0000-4000-8000-000000000001".parse().unwrap(),
            "3f2b0a6e-0000-4000-8000-000000000002".parse().unwrap(),
        ],
        recipients: typed.collect(),
    };
    copies_of(Mutation::AddMembers(share)).await
}

/// What can be copied before a write, for whoever is signed in.
async fn copies_of(mutation: Mutation) -> Screen {
    let planned = PlannedWrite {
        mutation,
        names: Vec::new(),
        before: Before::Nothing,
    };
    let token = ("GET", "/v3/auth/tokens", 200, token_body("eu-de"));
    let transport: Rc<dyn Transport> = Rc::new(Cloud::new(&[token]));
    let made = Rc::new(RefCell::new(None));
    let keep = Rc::clone(&made);
    let screen = Screen::mount(move || {
        provide_i18n();
        provide_announcements();
        let net = Net::new(transport);
        let session = provide_session(net);
        *keep.borrow_mut() = Some((session, net));
        let copies = move || {
            let planned = planned.clone();
            session.identity()?;
            Some(Copies::Described(live(move || vec![planned.clone()])).show())
        };
        live(copies).into_any()
    });
    let (session, net) = made.take().unwrap();
    let identity = sign_in_with_token(net, "MIIexampletoken").await.unwrap();
    session.begin(identity, Keep::InMemory);
    screen.shows("Copy as").await;
    screen
}

const PROJECT: (MemberType, &str) = (MemberType::Project, "0605768a0b0c4d0e8f10111213141516");
const ACCOUNT: (MemberType, &str) = (MemberType::Domain, "7a05768a0b0c4d0e8f10111213141517");

#[wasm_bindgen_test]
async fn shares_that_terraform_cannot_say_are_counted_beside_its_copy() {
    let screen = copies_of_sharing(&[PROJECT, ACCOUNT]).await;
    let told =
        "Not in the Terraform copy: 2 shares; Terraform shares machine images with projects only.";
    assert!(screen.text().contains(told), "{}", screen.text());
}

#[wasm_bindgen_test]
async fn nothing_is_told_to_be_left_out_where_all_or_none_can_be_copied() {
    for recipients in [[PROJECT], [ACCOUNT]] {
        let screen = copies_of_sharing(&recipients).await;
        let text = screen.text();
        assert!(!text.contains("Not in the Terraform copy"), "{text}");
    }
}

#[wasm_bindgen_test]
async fn where_the_secret_comes_from_is_told_beside_copies_that_lack_it() {
    const TOLD: &str = "The secret is not copied";
    let screen = copies_of_sharing(&[PROJECT]).await;
    assert!(!screen.text().contains(TOLD), "{}", screen.text());
    let create = CreateRegistry {
        project: PROJECT.1.parse().unwrap(),
        instance: "i1".parse().unwrap(),
        settings: RegistrySettings {
            name: "shared".parse().unwrap(),
            description: String::new(),
            url: "https://swr.eu-de.example".parse().unwrap(),
            access_key: "eu-de@AK".parse().unwrap(),
            target: RegistryTarget::Shared {
                region: None,
                certificates: Certificates::Valid,
            },
        },
    };
    let screen = copies_of(create.into()).await;
    assert!(screen.text().contains(TOLD), "{}", screen.text());
}
