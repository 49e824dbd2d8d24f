//! The demo cloud behind messages. No browser, no clock: bytes and the time come in, bytes and what is to be done
//! with them go out.

mod cloud;
mod entry;
mod trials;

pub use cloud::{Beginning, DemoCloud, MOST_BYTES, MOST_ENTRIES, Outcome, Then};
