//! The demo cloud: what it answers, and what a reload leaves of it.

#![cfg(test)]

mod answers;
mod journal;
mod support;
mod trials;
