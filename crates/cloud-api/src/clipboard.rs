//! Copies of requests and of things in the languages of other tools.

pub mod curl;
pub mod koocli;
pub mod power_shell;
mod shell;
pub mod terraform;

pub(crate) use shell::quoted;
