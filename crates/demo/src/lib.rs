//! What a tab in the demo and the worker with its cloud say to each other: bytes, each message with a number.
//!
//! A tab sends [`Asked`] and gets a [`Told`] of the same number. An [`Order`] is asked in the same way, at a path that
//! no cloud has. A worker that has begun anew says so unasked, under [`BEGUN_ANEW`].

mod asked;
mod bytes;
mod message;
mod order;
mod person;
mod standing;
mod told;
mod trial;

pub use asked::Asked;
pub use bytes::{Reader, Writer};
pub use message::{BEGUN_ANEW, number_of, numbered, without_number};
pub use order::Order;
pub use person::Person;
pub use standing::Standing;
pub use told::{Fate, Told};
pub use trial::Trial;
