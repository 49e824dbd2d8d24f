//! The way out: the only place that talks HTTP.

mod fetch;
mod limit;

use std::rc::Rc;

use cloud_api::{ApiError, HeaderValue, NoAnswer, NotSent, Request, Response, Secret};
use config::Place;
use futures::FutureExt as _;
use futures::future::{LocalBoxFuture, ready};
use leptos::prelude::*;

use crate::browser::clock::hear;

pub use fetch::{Fetch, config_file, message_file};

/// Something that carries a request to the cloud and its answer back. Dropping the future gives up.
pub trait Transport {
    /// Sends a request to where its service is (see [`config::ServiceAddress::address`]); the headers of
    /// the credential are already part of it.
    fn send(
        &self,
        request: Request,
        address: String,
    ) -> LocalBoxFuture<'static, Result<Response, NoAnswer>>;
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
pub struct Net {
    transport: StoredValue<Rc<dyn Transport>, LocalStorage>,
    place: Place,
}

impl Net {
    /// A way out over a transport, to the one cloud behind the console's own origin.
    #[must_use]
    pub fn new(transport: Rc<dyn Transport>) -> Self {
        Self {
            transport: StoredValue::new_local(transport),
            place: Place::OwnOrigin,
        }
    }

    /// The same to another place.
    #[must_use]
    pub fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// Where requests go.
    #[must_use]
    pub fn place(self) -> Place {
        self.place
    }

    /// Sends a request in somebody's name.
    ///
    /// # Errors
    /// [`ApiError::NoAnswer`], and [`ApiError::NotSent`] where the place does not have the service.
    pub fn send(
        self,
        mut request: Request,
        credential: Credential,
    ) -> LocalBoxFuture<'static, Result<Response, ApiError>> {
        let Some(address) = self.place.address(request.service()) else {
            return ready(Err(ApiError::NotSent(NotSent::NotOffered))).boxed_local();
        };
        match credential {
            Credential::None => {}
            Credential::Token(token) => {
                request
                    .headers
                    .push(("X-Auth-Token", HeaderValue::Secret(token)));
            }
        }
        let answer = self
            .transport
            .with_value(|transport| transport.send(request, address));
        async move {
            let answer = answer.await;
            if let Ok(response) = &answer {
                hear(response);
            }
            answer.map_err(ApiError::NoAnswer)
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
