//! What a read-back says of a write, also when the read-back is hostile or empty.

mod any_write;
mod existence;
mod grants;
mod settings;
mod support;
