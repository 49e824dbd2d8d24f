//! One HTTP exchange: to the cloud or to the console's files, and the ways it can break.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody as _, to_bytes};
use axum::http::{HeaderMap, Request, Response, StatusCode, header};
use cloud_api::Timestamp;
use futures::stream;
use serde_json::json;
use simulator::{Fate, Incoming, Simulator};

use crate::clock::now_milliseconds;
use crate::gate::{Gate, foreign};
use crate::site::{Site, plain};

/// Bytes that a request may have: the limit of signed requests.
const LARGEST_BODY: usize = 12 * 1024 * 1024;

/// What all exchanges share.
#[derive(Clone)]
pub struct Shared {
    pub simulator: Arc<Mutex<Simulator>>,
    pub site: Option<Arc<Site>>,
    pub gate: Arc<Gate>,
    /// How long a body may take to arrive.
    pub timeout: Duration,
    pub latency_milliseconds: u64,
    pub chance: Arc<Mutex<u64>>,
}

/// Answers a request.
pub async fn answer(shared: Shared, request: Request<Body>) -> Response<Body> {
    if let Some(refusal) = shared.gate.wrong_host(request.uri(), request.headers()) {
        return refusal;
    }
    let path = request.uri().path().to_owned();
    let is_cloud = ["/v1", "/v2", "/v3", "/v4", "/v5", "/api", "/_simulator"]
        .iter()
        .any(|start| {
            path.strip_prefix(start)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
    let (parts, body) = request.into_parts();
    match &shared.site {
        Some(site) if !is_cloud => {
            return site.answer(parts.method.as_str(), &path, &parts.headers);
        }
        Some(_) | None => {}
    }
    if let Some(refusal) = foreign(&parts.headers) {
        return refusal;
    }
    // What announces too much is refused before it is waited for.
    if body.size_hint().lower() > LARGEST_BODY as u64 {
        return too_large();
    }
    let body = match tokio::time::timeout(shared.timeout, to_bytes(body, LARGEST_BODY)).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => return too_large(),
        Err(_) => {
            return plain(
                StatusCode::REQUEST_TIMEOUT,
                "The request took too long to arrive",
            );
        }
    };
    let incoming = Incoming {
        method: parts.method.as_str().to_owned(),
        path,
        query: parts.uri.query().unwrap_or_default().to_owned(),
        headers: texts(&parts.headers),
        body: body.to_vec(),
    };
    let chance = next_chance(&shared.chance);
    let now = Timestamp::from_milliseconds(now_milliseconds());
    let reply = {
        let mut simulator = shared
            .simulator
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        simulator.handle(&incoming, now, chance)
    };
    let is_control = incoming.path.starts_with("/_simulator/");
    let wait = if is_control {
        0
    } else {
        reply.after.saturating_add(shared.latency_milliseconds)
    };
    if wait > 0 {
        tokio::time::sleep(Duration::from_millis(wait)).await;
    }
    match reply.fate {
        Fate::Answer(response) => whole(response),
        Fate::Truncate(response) => broken(response.status, response.body),
        Fate::Drop => broken(200, Vec::new()),
    }
}

fn texts(headers: &HeaderMap) -> Vec<(String, String)> {
    headers
        .iter()
        .map(|(name, value)| {
            (
                name.as_str().to_owned(),
                String::from_utf8_lossy(value.as_bytes()).into_owned(),
            )
        })
        .collect()
}

/// A number from 0 to 1, the same row of them for the same seed.
fn next_chance(state: &Mutex<u64>) -> f64 {
    let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    (*state >> 11) as f64 / (1_u64 << 53) as f64
}

fn protected(status: u16) -> axum::http::response::Builder {
    Response::builder()
        .status(status)
        .header(header::CACHE_CONTROL, "no-store")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header("cross-origin-resource-policy", "same-origin")
        .header(
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox",
        )
}

/// The gateway's refusal of a request beyond the limit.
fn too_large() -> Response<Body> {
    let refusal = json!({ "error_msg": "The request is too large", "error_code": "APIGW.0201" });
    whole(simulator::Response {
        status: 413,
        headers: vec![("Content-Type".to_owned(), "application/json".to_owned())],
        body: refusal.to_string().into_bytes(),
    })
}

fn whole(response: simulator::Response) -> Response<Body> {
    let mut builder = protected(response.status);
    for (name, value) in &response.headers {
        builder = builder.header(name, value);
    }
    builder
        .body(Body::from(response.body))
        .unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR, "Not answerable"))
}

/// How long the beginning of a broken answer is on its way before the connection is closed.
const BEGINNING: Duration = Duration::from_millis(30);

/// An answer that promises more than it gives: the connection is closed in its middle. The beginning
/// arrives first, because a browser sends a request again by itself when a kept connection closes
/// without a byte, and that would hide the fault.
fn broken(status: u16, given: Vec<u8>) -> Response<Body> {
    let promised = given.len() + 1_000;
    let half = match given.len() {
        0 => Bytes::from_static(b" "),
        length => Bytes::from(given[..length.div_ceil(2)].to_vec()),
    };
    let pieces = stream::unfold(Some(half), |left| async {
        match left {
            Some(half) if !half.is_empty() => Some((Ok(half), Some(Bytes::new()))),
            Some(_) => {
                tokio::time::sleep(BEGINNING).await;
                Some((
                    Err(std::io::Error::from(std::io::ErrorKind::ConnectionReset)),
                    None,
                ))
            }
            None => None,
        }
    });
    protected(status)
        .header(header::CONTENT_LENGTH, promised)
        .body(Body::from_stream(pieces))
        .unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR, "Not answerable"))
}
