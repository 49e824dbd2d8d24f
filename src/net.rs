//! The way out: the only place that talks HTTP.

mod fetch;
mod limit;
mod second_look;
mod version;
mod worker;

use std::fmt;
use std::rc::Rc;

use cloud_api::{
    ApiError, HeaderValue, NoAnswer, NotSent, Request, Response, Secret, Service, WrongClock,
};
use config::{Iam, Place};
use futures::FutureExt as _;
use futures::future::{LocalBoxFuture, ready};
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use crate::browser::clock::hear;

pub use fetch::{Fetch, config_file, message_file, message_file_soon};
pub use second_look::second_look;
pub use version::{
    has_other_version, look_for_other_version, other_version_was_seen, starts_another,
};
pub use worker::{Sharing, WorkerCloud, load_worker_ahead};

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
    Token(Token),
    /// An access key, with which each request is signed.
    Key(SigningKey),
}

/// A token, and whose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What is sent.
    pub text: Secret,
    /// The IAM that knows it.
    pub iam: Iam,
}

/// Something that signs requests before it sends them.
pub trait Signer {
    /// Signs a request and sends it; no request whose signature would be refused once more.
    ///
    /// # Errors
    /// Those of [`Net::send`].
    fn send(
        &self,
        net: Net,
        request: Request,
    ) -> LocalBoxFuture<'static, Result<Response, ApiError>>;

    /// Whether a service of a place has ever accepted a signature.
    fn was_accepted_by(&self, place: Place, service: Service) -> bool;

    /// How wrong this computer's clock is, where a signature was refused for that.
    fn wrong_clock(&self) -> Option<WrongClock>;
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

    /// Whether a service of a place has ever accepted a signature.
    #[must_use]
    pub fn was_accepted_by(&self, place: Place, service: Service) -> bool {
        self.0.was_accepted_by(place, service)
    }

    /// How wrong this computer's clock is, where a signature was refused for that.
    #[must_use]
    pub fn wrong_clock(&self) -> Option<WrongClock> {
        self.0.wrong_clock()
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
pub struct Net {
    transport: StoredValue<Rc<dyn Transport>, LocalStorage>,
    place: Place,
    /// Which IAM is asked where nobody's token says that.
    iam: Iam,
    open_while: Option<Count>,
}

/// What a count was.
#[derive(Clone, Copy)]
struct Count {
    count: StoredValue<u64>,
    was: u64,
}

impl Net {
    /// A way out over a transport, to the one cloud behind the console's own origin.
    #[must_use]
    pub fn new(transport: Rc<dyn Transport>) -> Self {
        Self {
            transport: StoredValue::new_local(transport),
            place: Place::OwnOrigin,
            iam: Iam::OfRegion,
            open_while: None,
        }
    }

    /// The same to another place.
    #[must_use]
    pub fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// The same to another IAM, for what is sent in nobody's name.
    #[must_use]
    pub fn at_iam(self, iam: Iam) -> Self {
        Self { iam, ..self }
    }

    /// The same for as long as a count stays what it is: what waits for its turn is not sent any more.
    #[must_use]
    pub fn open_while(self, count: StoredValue<u64>) -> Self {
        let open_while = count.try_get_value().map(|was| Count { count, was });
        Self { open_while, ..self }
    }

    /// The same whatever becomes of that count, for what goes on after it.
    #[must_use]
    pub fn for_good(self) -> Self {
        Self {
            open_while: None,
            ..self
        }
    }

    fn is_shut(self) -> bool {
        self.open_while
            .is_some_and(|it| it.count.try_get_value() != Some(it.was))
    }

    /// Where requests go.
    #[must_use]
    pub fn place(self) -> Place {
        self.place
    }

    /// Sends a request in somebody's name.
    ///
    /// # Errors
    /// [`ApiError::NoAnswer`], and [`ApiError::NotSent`] where the place does not have the service and
    /// where the way out has shut.
    pub fn send(
        self,
        mut request: Request,
        credential: Credential,
    ) -> LocalBoxFuture<'static, Result<Response, ApiError>> {
        if self.is_shut() {
            return ready(Err(ApiError::NotSent(NotSent::NoCredential))).boxed_local();
        }
        let Some(mut address) = self.place.address(request.service()) else {
            return ready(Err(ApiError::NotSent(NotSent::NotOffered))).boxed_local();
        };
        let iam = match &credential {
            Credential::Token(token) => token.iam,
            Credential::None | Credential::Key(_) => self.iam,
        };
        let is_elsewhere = iam == Iam::Global && request.service() == Service::Iam;
        if let Some(global) = self.place.global_iam().filter(|_| is_elsewhere) {
            address.clone_from(&global.address);
        }
        match credential {
            Credential::None => {}
            Credential::Token(Token { text, .. }) => {
                request
                    .headers
                    .push(("X-Auth-Token", HeaderValue::Secret(text)));
            }
            Credential::Key(key) => return key.0.send(self, request),
        }
        // Whoever asks later than the page is there is not answered.
        let sent = self
            .transport
            .try_with_value(|transport| transport.send(request, address));
        let Some(answer) = sent else {
            return ready(Err(ApiError::NotSent(NotSent::NoCredential))).boxed_local();
        };
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
