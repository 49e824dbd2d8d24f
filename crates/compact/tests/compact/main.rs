//! What becomes shorter of a program and its script, and what is refused.

mod module;
mod names;
mod places;
mod refused;
