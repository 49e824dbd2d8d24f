//! Requests through the browser's own fetch.

use cloud_api::{Method, NoAnswer, NoAnswerKind, Request, Response};
use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use gloo_net::http::RequestBuilder;
use js_sys::{Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestCredentials,
    RequestInit, RequestRedirect,
};

use super::Transport;
use super::limit::{ANSWER_BYTES, ANSWER_MILLISECONDS, WORDS_MILLISECONDS, in_time};
use crate::browser::address::{leads_elsewhere, seen_from};

/// The transport of the shipped console.
pub struct Fetch {
    base_path: String,
}

impl Fetch {
    /// Addresses that do not begin at the root of the origin begin at the base path, which ends with `/`.
    #[must_use]
    pub fn new(base_path: String) -> Self {
        Self { base_path }
    }
}

/// Gives up the request when nobody waits for it any more.
pub(super) struct AbortOnDrop(pub(super) AbortController);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Transport for Fetch {
    fn send(
        &self,
        request: Request,
        address: String,
    ) -> LocalBoxFuture<'static, Result<Response, NoAnswer>> {
        let address = seen_from(&self.base_path, &address) + &request.path_and_query();
        async move {
            let answer = exchange(address, request).boxed_local();
            let answer = in_time(answer, ANSWER_MILLISECONDS).await;
            answer.unwrap_or_else(|| Err(lost(NoAnswerKind::TimedOut)))
        }
        .boxed_local()
    }
}

async fn exchange(address: String, request: Request) -> Result<Response, NoAnswer> {
    let service = request.service();
    let controller = AbortController::new().map_err(|_| not_built())?;
    let signal = controller.signal();
    let _abort = AbortOnDrop(controller);
    let mut builder = RequestBuilder::new(&address)
        .method(match request.method() {
            Method::Get => gloo_net::http::Method::GET,
            Method::Post => gloo_net::http::Method::POST,
            Method::Put => gloo_net::http::Method::PUT,
            Method::Patch => gloo_net::http::Method::PATCH,
            Method::Delete => gloo_net::http::Method::DELETE,
        })
        .abort_signal(Some(&signal))
        .credentials(RequestCredentials::Omit)
        .cache(RequestCache::NoStore)
        .redirect(RequestRedirect::Error)
        .referrer_policy(ReferrerPolicy::NoReferrer);
    // The console's own proxy asks for it; another origin would have to allow it.
    if !leads_elsewhere(&address) {
        builder = builder.header("X-Image-Console", "1");
    }
    for (name, value) in &request.headers {
        builder = builder.header(name, value.reveal());
    }
    let ready = if request.body.is_empty() {
        builder.build()
    } else {
        builder.body(js_sys::Uint8Array::from(request.body.as_slice()))
    };
    let mut ready = ready.map_err(|_| not_built())?;
    if request.outlives_page {
        ready = outliving(&ready.into()).map_err(|_| not_built())?;
    }
    let answer = ready.send().await.map_err(|_| lost(unreachable_kind()))?;
    let announced = answer
        .headers()
        .get("Content-Length")
        .and_then(|text| text.parse().ok());
    if announced.is_some_and(|bytes: usize| bytes > ANSWER_BYTES) {
        return Err(lost(NoAnswerKind::TooLarge));
    }
    Ok(Response {
        service,
        status: answer.status(),
        headers: answer.headers().entries().collect(),
        body: body_of(&answer).await?,
    })
}

/// The same request, which the browser sends to its end although the page is left.
fn outliving(request: &web_sys::Request) -> Result<gloo_net::http::Request, JsValue> {
    let options = RequestInit::new();
    // Whatever is asked for anew sets this back.
    options.set_referrer_policy(ReferrerPolicy::NoReferrer);
    Reflect::set(&options, &"keepalive".into(), &JsValue::TRUE)?;
    web_sys::Request::new_with_request_and_init(request, &options).map(Into::into)
}

/// Takes in a body as it comes, and no more of it than the limit.
async fn body_of(answer: &gloo_net::http::Response) -> Result<Vec<u8>, NoAnswer> {
    let broke_off = |_| lost(NoAnswerKind::BrokeOff);
    let mut body = Vec::new();
    let Some(stream) = answer.body() else {
        return Ok(body);
    };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    loop {
        let part = JsFuture::from(reader.read()).await.map_err(broke_off)?;
        let of_part = |name: &str| Reflect::get(&part, &JsValue::from_str(name));
        if of_part("done").map_err(broke_off)?.is_truthy() {
            return Ok(body);
        }
        let bytes: Uint8Array = of_part("value").map_err(broke_off)?.unchecked_into();
        let before = body.len();
        let after = before.saturating_add(bytes.length() as usize);
        if after > ANSWER_BYTES {
            return Err(lost(NoAnswerKind::TooLarge));
        }
        body.resize(after, 0);
        bytes.copy_to(&mut body[before..]);
    }
}

/// Nothing was sent.
fn not_built() -> NoAnswer {
    NoAnswer {
        kind: NoAnswerKind::Unreachable,
        may_have_been_applied: false,
    }
}

/// Once a request is under way nobody can tell whether it arrived.
fn lost(kind: NoAnswerKind) -> NoAnswer {
    NoAnswer {
        kind,
        may_have_been_applied: true,
    }
}

fn unreachable_kind() -> NoAnswerKind {
    if window().navigator().on_line() {
        NoAnswerKind::Unreachable
    } else {
        NoAnswerKind::Offline
    }
}

/// What the server has for the file of whoever runs the console: status and body. `None` where no whole
/// answer came in time. It may have changed since the last visit, so the server is always asked.
pub async fn config_file() -> Option<(u16, Vec<u8>)> {
    let answer = async {
        let request = RequestBuilder::new("config.json").cache(RequestCache::NoCache);
        let answer = request.send().await.ok()?;
        let body = body_of(&answer).await.ok()?;
        Some((answer.status(), body))
    };
    in_time(answer.boxed_local(), ANSWER_MILLISECONDS).await?
}

/// Fetches one of the console's own files by an address relative to the mount point. The server is asked whether it is still
/// the same: a cache may hold what it once answered in the place of the file.
pub async fn message_file(address: &str) -> Option<Vec<u8>> {
    let request = RequestBuilder::new(address).cache(RequestCache::NoCache);
    let answer = request.send().await.ok()?;
    if answer.ok() {
        answer.binary().await.ok()
    } else {
        None
    }
}

/// The same, given up after as long as a page may wait for its words.
pub async fn message_file_soon(address: &str) -> Option<Vec<u8>> {
    let file = in_time(message_file(address).boxed_local(), WORDS_MILLISECONDS);
    file.await.flatten()
}
