//! An answer is taken in as it comes, and no more of it than the limit.

use cloud_api::swr::{AccessPlace, ShowAccess};
use cloud_api::{NoAnswer, NoAnswerKind, Operation, Response};
use image_console::net::{Fetch, Transport};
use js_sys::{Reflect, eval};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// A server whose answer has so many parts of a mebibyte each; counts those that were taken.
fn answers_in(parts: u32) -> JsValue {
    let before = Reflect::get(&window(), &"fetch".into()).unwrap();
    let answers = format!(
        "window.taken = 0;
        window.fetch = (request) => Promise.resolve(new Response(new ReadableStream({{
            pull(stream) {{
                if (window.taken === {parts}) return stream.close();
                window.taken += 1;
                stream.enqueue(new Uint8Array(1024 * 1024).fill(97));
            }},
        }})));"
    );
    eval(&answers).unwrap();
    before
}

async fn asked(parts: u32) -> (Result<Response, NoAnswer>, f64) {
    let before = answers_in(parts);
    let place = AccessPlace::Organization("acme-web".parse().unwrap());
    let fetch = Fetch::new("/".to_owned());
    let answer = fetch.send(ShowAccess { place }.request()).await;
    Reflect::set(&window(), &"fetch".into(), &before).unwrap();
    let taken = Reflect::get(&window(), &"taken".into()).unwrap();
    (answer, taken.as_f64().unwrap())
}

#[wasm_bindgen_test]
async fn an_answer_in_parts_is_put_together() {
    let (answer, _) = asked(3).await;
    let body = answer.unwrap().body;
    assert_eq!(body.len(), 3 * 1024 * 1024);
    assert!(body.iter().all(|byte| *byte == b'a'));
}

#[wasm_bindgen_test]
async fn an_answer_that_grows_past_the_limit_is_read_no_further() {
    let (answer, taken) = asked(1_000).await;
    assert_eq!(answer.unwrap_err().kind, NoAnswerKind::TooLarge);
    assert!((64.0..70.0).contains(&taken), "{taken}");
}
