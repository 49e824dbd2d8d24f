//! How long somebody stays signed in: until nobody is there any more, or the token ends.
//!
//! All times are those of a wall clock: a computer that sleeps is not used meanwhile.

mod ending;
mod idle;

pub use ending::{Ending, Warning};
pub use idle::{Idle, Presence};
