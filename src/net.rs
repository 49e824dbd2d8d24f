//! The way out: the only place that talks HTTP.

mod fetch;
mod limit;

use std::fmt;
use std::rc::Rc;

use cloud_api::{HeaderValue, NoAnswer, Request, Response, Secret, Service};
use futures::FutureExt as _;
use futures::future::LocalBoxFuture;
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use crate::browser::clock::hear;

pub use fetch::{Fetch, message_file};

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
    /// An access key, with which each request is signed.
    Key(SigningKey),
}

/// Something that signs requests before it sends them.
pub trait Signer {
    /// Signs a request and sends it; no request whose signature would be refused once more.
    fn send(
        &self,
        net: Net,
        request: Request,
    ) -> LocalBoxFuture<'static, Result<Response, NoAnswer>>;

    /// Whether a service has ever accepted a signature.
    fn was_accepted_by(&self, service: Service) -> bool;
}

/// An access key in use.
#[derive(Clone)]
pub struct SigningKey(SendWrapper<Rc<dyn Signer>>);

impl SigningKey {
    /// The key behind a signer.
    #[must_use]
    pub fn new(signer: Rc<dyn Signer>) -> Self {
        Self(SendWrapper::new(signer))
    }

    /// Whether a service has ever accepted a signature.
    #[must_use]
    pub fn was_accepted_by(&self, service: Service) -> bool {
        self.0.was_accepted_by(service)
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("…")
    }
}

impl PartialEq for SigningKey {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for SigningKey {}

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
            Credential::Key(key) => return key.0.send(self, request),
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
