//! The cloud's services as types.
//!
//! A request is a value: reads are [`Operation`]s, writes are [`Mutation`]s, and both turn into a
//! plain [`Request`]. Answers come back as a plain [`Response`] and are decoded here. This crate
//! knows no browser, no clock and no network, so the console, the simulator and the tests share it.

mod body;
pub mod curl;
mod error;
pub mod iam;
mod identifier;
mod inverse;
mod mutation;
mod name;
mod operation;
mod path;
mod request;
mod response;
mod secret;
pub mod signing;
pub mod swr;
mod timestamp;

pub use error::{ApiError, Meaning, NoAnswer, NoAnswerKind, NotSent, Refusal, Unreadable};
pub use identifier::{HexError, ProjectId, RegionId, RegionIdError, UserId};
pub use inverse::{Before, Inverse, Loss, Why};
pub use mutation::{Judgement, Mutation, Subject};
pub use name::{CharacterRule, NameError, OrganizationName, RepositoryName, TagName, TagNameError};
pub use operation::Operation;
pub use path::canonical_query;
pub use request::{HeaderValue, Method, Request, Service};
pub use response::{ContentRange, Response};
pub use secret::Secret;
pub use timestamp::Timestamp;
