//! Connections, none of which waits for ever for a request.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

use crate::exchange::{Shared, answer};

/// How long to wait when the machine has no connection to spare.
const PAUSE: Duration = Duration::from_millis(100);

/// Connections that are open at once. Others wait until one of these ends, which each does in time.
const MOST: usize = 256;

/// Answers on every connection. One that brings no whole head of a request in the time for it is
/// closed, also between two requests.
pub async fn accept(listener: TcpListener, shared: Shared) {
    let room = Arc::new(Semaphore::new(MOST));
    // It is never closed.
    while let Ok(place) = Arc::clone(&room).acquire_owned().await {
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        let shared = shared.clone();
        tokio::spawn(async move {
            let timeout = shared.timeout;
            let service = service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
                let shared = shared.clone();
                async { Ok::<_, Infallible>(answer(shared, request.map(Body::new)).await) }
            });
            let connection = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(timeout)
                .serve_connection(TokioIo::new(stream), service);
            // A connection that breaks is the client's affair, or a fault that was asked for.
            connection.await.ok();
            drop(place);
        });
    }
}
