//! The way out: the only place that talks HTTP.

mod fetch;
mod limit;

use std::rc::Rc;

use cloud_api::{HeaderValue, NoAnswer, Request, Response, Secret};
use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use leptos::prelude::*;

use crate::browser::clock::hear;

pub use fetch::{Fetch, config_file, message_file};

/// Something that carries a request to the cloud and its answer back. Dropping the future gives up.
pub trait Transport {
    /// Sends a request; the headers of the credential are already part of it.
    fn send(&self, request: Request) -> LocalBoxFuture<'static, Result<Response, NoAnswer>>;
}

/// What a request is sent in the name of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Credential {
    /// Nobody yet: signing in.
    None,
    /// A token.
    Token(Secret),
}

/// The way out, for everything below.
#[derive(Clone, Copy)]
pub struct Net(StoredValue<Rc<dyn Transport>, LocalStorage>);

impl Net {
    /// A way out over a transport.
    #[must_use]
    pub fn new(transport: Rc<dyn Transport>) -> Self {
        Self(StoredValue::new_local(transport))
    }

    /// Sends a request in somebody's name.
    pub fn send(
        self,
        mut request: Request,
        credential: Credential,
    ) -> LocalBoxFuture<'static, Result<Response, NoAnswer>> {
        match credential {
            Credential::None => {}
            Credential::Token(token) => {
                request
                    .headers
                    .push(("X-Auth-Token", HeaderValue::Secret(token)));
            }
        }
        let answer = self.0.with_value(|transport| transport.send(request));
        async move {
            let answer = answer.await;
            if let Ok(response) = &answer {
                hear(response);
            }
            answer
        }
        .boxed_local()
    }
}

/// The way out.
///
/// # Panics
/// Outside of the application, which is a mistake in the program.
#[must_use]
pub fn use_net() -> Net {
    use_context().unwrap_or_else(|| unreachable!("the application provides the way out"))
}
