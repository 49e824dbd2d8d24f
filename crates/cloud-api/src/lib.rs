//! The cloud's services as types.
//!
//! A request is a value: reads are [`Operation`]s, writes are [`Mutation`]s, and both turn into a
//! plain [`Request`]. Answers come back as a plain [`Response`] and are decoded here. This crate
//! knows no browser, no clock and no network, so the console, the simulator and the tests share it.

pub mod clipboard;
mod collection;
pub mod enterprise;
pub mod hss;
pub mod iam;
pub mod ims;
mod meaning;
mod mutation;
mod operation;
mod pace;
mod pacing;
pub mod sorted;
mod subject;
pub mod swr;
mod text;
mod undo;
mod wire;
mod write;

pub use collection::Collection;
pub use mutation::{Inverse, Mutation};
pub use operation::Operation;
pub use pace::{Pace, told_pause};
pub use pacing::Pacing;
pub use subject::{Kind, Owner, Subject};
pub use text::{
    AccountId, CharacterRule, OrganizationName, OrganizationUrn, ProjectId, RegionId,
    RepositoryName, RepositoryPath, TagName, TextError, UserId, is_unseen,
};
pub use undo::{Before, Loss, LostBecause, LostGrant, Why};
pub use wire::{
    ApiError, ClockOffset, ContentRange, Endpoint, HeaderValue, Listed, Meaning, Method, NoAnswer,
    NoAnswerKind, NotSent, Refusal, Request, Response, Secret, Service, Timestamp, Unreadable,
    WrongClock, canonical_query, signing,
};
pub use write::{Dependents, Judgement, Manner, Patience, Since};
