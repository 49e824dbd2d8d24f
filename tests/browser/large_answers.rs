//! What goes over the network: marked for the console's own proxies, and an answer taken in as it comes, up to the limit.

use std::cell::Cell;
use std::rc::Rc;

use cloud_api::swr::{AccessPlace, ShowAccess};
use cloud_api::{NoAnswer, NoAnswerKind, Operation, Response};
use image_console::net::{Fetch, Transport};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const MEBIBYTE: u32 = 1024 * 1024;

fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap()
}

fn set(of: &JsValue, name: &str, value: &JsValue) {
    assert!(Reflect::set(of, &name.into(), value).unwrap());
}

fn made(name: &str, from: &JsValue) -> JsValue {
    let constructor: Function = get(&window(), name).unchecked_into();
    Reflect::construct(&constructor, &Array::of1(from)).unwrap()
}

/// A body that has so many parts of a mebibyte each; counts those that were taken.
fn body_in(parts: u32, taken: Rc<Cell<u32>>) -> JsValue {
    let pull = Closure::<dyn Fn(JsValue)>::new(move |stream: JsValue| {
        let call = |name: &str, with: &JsValue| {
            let method: Function = get(&stream, name).unchecked_into();
            method.call1(&stream, with).unwrap();
        };
        if taken.get() == parts {
            return call("close", &JsValue::UNDEFINED);
        }
        taken.set(taken.get() + 1);
        let part = Uint8Array::new_with_length(MEBIBYTE);
        part.fill(b'a', 0, MEBIBYTE);
        call("enqueue", &part);
    });
    let source = Object::new();
    set(&source, "pull", &pull.into_js_value());
    made("ReadableStream", &source)
}

/// Asks a service at an address, over a network that is this function.
async fn over(
    network: Closure<dyn Fn(JsValue) -> Promise>,
    address: &str,
) -> Result<Response, NoAnswer> {
    let before = get(&window(), "fetch");
    set(&window(), "fetch", &network.into_js_value());
    let place = AccessPlace::Organization("acme-web".parse().unwrap());
    let fetch = Fetch::new("/".to_owned());
    let request = ShowAccess { place }.request();
    let answer = fetch.send(request, address.to_owned()).await;
    set(&window(), "fetch", &before);
    answer
}

async fn asked(parts: u32) -> (Result<Response, NoAnswer>, u32) {
    let taken = Rc::new(Cell::new(0));
    let response = made("Response", &body_in(parts, Rc::clone(&taken)));
    let answer = Closure::<dyn Fn(JsValue) -> Promise>::new(move |_| Promise::resolve(&response));
    (over(answer, "api/swr").await, taken.get())
}

/// Whether what is asked at an address carries the mark that proxies of the console want.
async fn is_marked(address: &str) -> bool {
    let marked = Rc::new(Cell::new(false));
    let seen = Rc::clone(&marked);
    let network = Closure::<dyn Fn(JsValue) -> Promise>::new(move |request: JsValue| {
        let headers = get(&request, "headers");
        let find: Function = get(&headers, "get").unchecked_into();
        let mark = find.call1(&headers, &"X-Image-Console".into()).unwrap();
        seen.set(mark == "1");
        Promise::resolve(&made("Response", &"{}".into()))
    });
    over(network, address).await.unwrap();
    marked.get()
}

#[wasm_bindgen_test]
async fn what_is_asked_at_the_own_origin_is_marked_however_its_address_is_written() {
    let own = window().location().origin().unwrap();
    assert!(is_marked("api/swr").await);
    assert!(is_marked("/api/swr").await);
    assert!(is_marked(&format!("{own}/api/own/r1/swr")).await);
    assert!(is_marked(&own).await);
    for other in ["https://swr.test/x", "http://localhost:9/x"] {
        assert!(!is_marked(other).await, "{other}");
    }
}

#[wasm_bindgen_test]
async fn an_answer_in_parts_is_put_together() {
    let (answer, _) = asked(3).await;
    let body = answer.unwrap().body;
    assert_eq!(body.len(), 3 * MEBIBYTE as usize);
    assert!(body.iter().all(|byte| *byte == b'a'));
}

#[wasm_bindgen_test]
async fn an_answer_that_grows_past_the_limit_is_read_no_further() {
    let (answer, taken) = asked(1_000).await;
    assert_eq!(answer.unwrap_err().kind, NoAnswerKind::TooLarge);
    assert!((64..70).contains(&taken), "{taken}");
}
