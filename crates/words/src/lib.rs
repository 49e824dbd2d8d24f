//! The console's words: messages in every language, and values as messages.
//!
//! A value becomes a [`Message`], which holds values only; it becomes words in the moment in which
//! it is shown, so what was kept meanwhile follows a switch of language. This crate knows no
//! browser: what only a browser can write, such as numbers, comes in as a [`Format`].

pub mod access;
pub mod access_status;
pub mod change;
pub mod clock;
pub mod config_fault;
pub mod connection;
mod emoji;
pub mod enterprise;
pub mod explanation;
pub mod fail_reason;
pub mod failure;
mod format;
pub mod item;
pub mod job;
mod keys;
mod language;
pub mod level;
pub mod list;
pub mod loss;
pub mod machine_image;
mod message;
pub mod quota;
pub mod registry_status;
pub mod registry_type;
pub mod remaining;
pub mod replication;
pub mod replication_policy;
pub mod replication_problem;
pub mod result;
mod said;
pub mod sign_in;
mod spaced;
pub mod span;
pub mod sync_status;
mod table;
pub mod task_state;
mod template;
pub mod text;
pub mod text_problem;
pub mod token;
mod visible;

pub use format::Format;
pub use language::Language;
pub use message::{Argument, Message, Piece};
pub use spaced::{in_brackets, spaced};
pub use table::{CHINESE_FILE, Table};
pub use visible::{beginning, visible};
