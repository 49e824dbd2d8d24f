//! Limits on what is waited for and taken in.

use futures::future::{Either, LocalBoxFuture, select};
use gloo_timers::future::TimeoutFuture;

/// How long an answer may take, in milliseconds.
pub const ANSWER_MILLISECONDS: u32 = 30_000;

/// How long the console's own page may take that tells whether there is a new version, in milliseconds.
pub const VERSION_MILLISECONDS: u32 = 5_000;

/// How long a page may wait for its words, in milliseconds.
pub const WORDS_MILLISECONDS: u32 = 2_000;

/// Bytes that an answer may have.
pub const ANSWER_BYTES: usize = 64 * 1024 * 1024;

/// What comes of something within so many milliseconds; it is given up after them.
pub async fn in_time<T>(what: LocalBoxFuture<'_, T>, milliseconds: u32) -> Option<T> {
    match select(what, TimeoutFuture::new(milliseconds)).await {
        Either::Left((done, _)) => Some(done),
        Either::Right(((), _)) => None,
    }
}
