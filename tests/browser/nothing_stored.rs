//! Browsers that let this site store nothing, and such as know no locks: changes are sent and read back there
//! too.

use image_console::browser::storage::BrowserItems;
use js_sys::{Function, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::{Answer, Cloud, Screen, forget_changes, token_body};

const BEN: &str = r#"{"others_auths":[{"user_id":"1e2c6d7f8a9b4ac1b2d3e4f506172839","user_name":"ben","auth":1}]}"#;
const NOBODY: &str = r#"{"others_auths":[]}"#;

/// Something of the browser that is another until this ends.
struct Other {
    of: Object,
    name: &'static str,
    /// `None` where what it was is inherited.
    was: Option<Object>,
}

impl Other {
    fn than(of: impl Into<Object>, name: &'static str, value: &JsValue) -> Self {
        let of = of.into();
        let was = Object::get_own_property_descriptor(&of, &name.into());
        let other = Object::new();
        Reflect::set(&other, &"value".into(), value).unwrap();
        Reflect::set(&other, &"configurable".into(), &JsValue::TRUE).unwrap();
        assert!(Reflect::define_property(&of, &name.into(), &other).unwrap());
        Self {
            was: (!was.is_undefined()).then(|| was.into()),
            of,
            name,
        }
    }
}

impl Drop for Other {
    fn drop(&mut self) {
        let name = self.name.into();
        match &self.was {
            Some(was) => Reflect::define_property(&self.of, &name, was).unwrap(),
            None => Reflect::delete_property(&self.of, &name).unwrap(),
        };
    }
}

/// Refuses every lock, as browsers do where nothing may be stored.
fn refusing_locks() -> Other {
    let locks = Object::new();
    let refuses =
        "return Promise.reject(new DOMException('The request was denied.', 'SecurityError'))";
    let request = Function::new_no_args(refuses);
    Reflect::set(&locks, &"request".into(), &request).unwrap();
    Other::than(window().navigator(), "locks", &locks)
}

fn no_locks() -> Other {
    Other::than(window().navigator(), "locks", &JsValue::UNDEFINED)
}

fn no_storage() -> Other {
    Other::than(window(), "localStorage", &JsValue::NULL)
}

fn answers(access: &str) -> Vec<Answer> {
    vec![
        ("GET", "/v3/auth/tokens", 200, token_body("eu-de")),
        (
            "GET",
            "/v2/manage/namespaces/acme-web/",
            200,
            access.to_owned(),
        ),
        ("DELETE", "/v2/manage/", 204, String::new()),
    ]
}

/// Takes Ben's access away, which is sent once and read back.
async fn removes_access() {
    let cloud = Cloud::new(&answers(BEN));
    cloud.answer_after_write(&answers(NOBODY));
    let screen = Screen::reload(&cloud);
    screen.type_into("Token", "MIIexampletoken");
    screen.button("Sign in").click();
    screen.shows("eu-de").await;
    screen.go("containers/acme-web/~permissions");
    screen.shows("ben").await;
    screen.get("[role=columnheader] input").click();
    screen.shows("Remove access").await;
    screen.button("Remove access").click();
    screen.shows("They lose access").await;
    screen.type_into("To confirm, type “confirm”", "confirm");
    screen.dialog_button("Remove access for 1 person").click();
    screen.shows("checked with the cloud at").await;
    let asked = cloud.asked().into_iter();
    assert_eq!(asked.filter(|it| it.starts_with("DELETE")).count(), 1);
}

#[wasm_bindgen_test]
async fn where_nothing_may_be_stored_and_locks_are_refused_changes_are_sent_and_read_back() {
    let _others = (refusing_locks(), no_storage());
    removes_access().await;
}

#[wasm_bindgen_test]
async fn where_locks_alone_are_refused_a_claim_stands_for_one() {
    forget_changes();
    let _others = refusing_locks();
    removes_access().await;
    assert_eq!(BrowserItems::Claims.names(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn where_nothing_may_be_stored_and_no_locks_are_known_changes_are_sent_and_read_back() {
    let _others = (no_locks(), no_storage());
    removes_access().await;
}

#[wasm_bindgen_test]
async fn where_no_locks_are_known_a_claim_stands_for_one() {
    forget_changes();
    let _others = no_locks();
    removes_access().await;
    assert_eq!(BrowserItems::Claims.names(), Vec::<String>::new());
}
