//! What the demo's tabs and its worker say to each other.

#![cfg(test)]

mod messages;
mod orders;
