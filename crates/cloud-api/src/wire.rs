//! What goes over the wire, whatever the service: requests, answers, refusals, signatures.

pub(crate) mod body;
mod clock_offset;
mod endpoint;
mod error;
pub(crate) mod fields;
mod json;
mod listed;
mod number;
mod path;
mod request;
mod response;
mod secret;
pub mod signing;
mod timestamp;

pub use clock_offset::{ClockOffset, WrongClock};
pub use endpoint::{Endpoint, Method, Service};
pub(crate) use error::Form;
pub use error::{ApiError, Meaning, NoAnswer, NoAnswerKind, NotSent, Refusal, Unreadable};
pub use listed::Listed;
pub use path::canonical_query;
pub use request::{HeaderValue, Request};
pub use response::{ContentRange, Response};
pub use secret::Secret;
pub use timestamp::Timestamp;
