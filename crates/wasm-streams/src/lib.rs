//! Stands in for `wasm-streams`, by the patch in the workspace's `Cargo.toml`.
//!
//! Leptos brings `server_fn`, which streams bodies by it. The console has no server functions; but the crate
//! exports classes to JavaScript, and what is exported is loaded by everybody, called or not. Here is what
//! `server_fn` names, and no more. A newer `server_fn` that names more does not compile with it.

use std::convert::Infallible;

use futures::stream::{Empty, Stream};
use wasm_bindgen::JsValue;

/// A stream of the browser's, of which there is none.
#[derive(Debug)]
pub struct ReadableStream(Infallible);

impl ReadableStream {
    /// A stream of what another one yields.
    ///
    /// # Panics
    /// Always: nobody calls it.
    #[must_use]
    pub fn from_stream<S>(_: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        unreachable!("the console has no server functions")
    }

    /// A stream of the browser's own.
    ///
    /// # Panics
    /// Always: nobody calls it.
    #[must_use]
    pub fn from_raw(_: web_sys::ReadableStream) -> Self {
        unreachable!("the console has no server functions")
    }

    /// The browser's own.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        match self.0 {}
    }

    /// What it yields.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        match self.0 {}
    }
}
