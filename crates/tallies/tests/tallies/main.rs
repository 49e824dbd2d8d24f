//! Tests of the numbers.

mod names;
mod properties;
mod whole;
mod work;
mod world;
