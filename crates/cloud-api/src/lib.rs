//! The cloud's services as types.
//!
//! A request is a value: reads are [`Operation`]s, writes are [`Mutation`]s, and both turn into a
//! plain [`Request`]. Answers come back as a plain [`Response`] and are decoded here. This crate
//! knows no browser, no clock and no network, so the console, the simulator and the tests share it.

mod body;
pub mod curl;
mod error;
mod fields;
pub mod hss;
pub mod iam;
mod identifier;
mod inverse;
pub mod koocli;
mod mutation;
mod name;
mod operation;
mod path;
mod request;
mod response;
mod secret;
mod shell;
pub mod signing;
pub mod swr;
pub mod terraform;
mod timestamp;
mod write;

pub use error::{ApiError, Meaning, NoAnswer, NoAnswerKind, NotSent, Refusal, Unreadable};
pub use identifier::{HexError, ProjectId, RegionId, RegionIdError, UserId};
pub use inverse::{Before, Inverse, Loss, LostBecause, LostGrant, Why};
pub use mutation::{Judgement, Mutation, Subject};
pub use name::{CharacterRule, NameError, OrganizationName, RepositoryName, TagName, TagNameError};
pub use operation::Operation;
pub use path::canonical_query;
pub use request::{HeaderValue, Method, Request, Service};
pub use response::{ContentRange, Response};
pub use secret::Secret;
pub use timestamp::Timestamp;
