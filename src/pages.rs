//! The areas of the console, one module each.

pub mod activity;
pub mod connection_check;
pub mod containers;
pub mod enterprise;
pub mod machine_images;
pub mod overview;
pub mod security_sync;
pub mod sign_in;
