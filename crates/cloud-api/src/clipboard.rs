//! Copies of requests and of things in the languages of other tools.

pub mod curl;
pub mod koocli;
mod shell;
pub mod terraform;

pub(crate) use shell::quoted;
