//! "Copy as Terraform": organizations, repositories and their permissions as the provider
//! `huaweicloud` writes them down.

mod attribute;
mod block;
mod change;
mod replication;
mod resource;

pub use block::{Written, all, blocks};
pub use change::{change, changes, left_out};
pub use resource::{Resource, Standing};
