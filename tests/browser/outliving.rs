//! What the browser is asked to send to its end although the page is left.

use std::cell::RefCell;
use std::rc::Rc;

use cloud_api::iam::{RevokeToken, ValidateToken};
use cloud_api::{Operation, Request, Secret};
use image_console::net::{Fetch, Transport};
use js_sys::{Error, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;

/// The request that the browser's fetch is given.
async fn given(request: Request) -> JsValue {
    let fetch_of_browser = Reflect::get(&window(), &"fetch".into()).unwrap();
    let given = Rc::new(RefCell::new(JsValue::UNDEFINED));
    let hears = Rc::clone(&given);
    let fetch = Closure::<dyn Fn(JsValue) -> Promise>::new(move |request| {
        *hears.borrow_mut() = request;
        Promise::reject(&Error::new("no network"))
    });
    let fetch = fetch.into_js_value();
    Reflect::set(&window(), &"fetch".into(), &fetch).unwrap();
    let answer = Fetch::new("/".to_owned()).send(request, "api/iam".to_owned());
    answer.await.unwrap_err();
    Reflect::set(&window(), &"fetch".into(), &fetch_of_browser).unwrap();
    given.borrow().clone()
}

fn of(request: &JsValue, name: &str) -> JsValue {
    Reflect::get(request, &name.into()).unwrap()
}

#[wasm_bindgen_test]
async fn the_end_of_a_token_is_sent_as_every_other_request_and_although_the_page_is_closed() {
    let token = Secret::new("MIIexampletoken");
    let subject = token.clone();
    let ending = given(RevokeToken { token: subject }.request()).await;
    let other = given(ValidateToken { token }.request()).await;
    assert_eq!(of(&ending, "keepalive"), JsValue::TRUE);
    assert_eq!(of(&other, "keepalive"), JsValue::FALSE);
    assert_eq!(of(&ending, "method"), JsValue::from_str("DELETE"));
    for name in ["credentials", "cache", "redirect", "referrerPolicy"] {
        assert_eq!(of(&ending, name), of(&other, name), "{name}");
    }
    let headers = |request: &JsValue| {
        let headers: web_sys::Headers = of(request, "headers").into();
        headers.get("X-Image-Console").unwrap()
    };
    assert_eq!(headers(&ending), Some("1".to_owned()));
}
