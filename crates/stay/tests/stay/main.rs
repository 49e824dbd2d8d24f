//! How long somebody stays signed in.

mod ending;
mod idle;
