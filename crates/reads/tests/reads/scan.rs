//! Scans.

mod again;
mod changes;
mod covering;
mod errors;
mod found;
mod moving;
mod pausing;
mod properties;
mod reading;
mod records;
mod stopping;
pub mod support;
