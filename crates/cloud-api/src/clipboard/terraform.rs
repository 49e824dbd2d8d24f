//! "Copy as Terraform": organizations, repositories and their permissions as the provider of the cloud
//! writes them down.

mod attribute;
mod block;
mod change;
mod described;
mod huawei_cloud;
mod open_telekom_cloud;
mod provider;
mod replication;
mod resource;

pub use block::{Written, all, blocks};
pub use change::{change, changes, left_out};
pub use provider::Provider;
pub use resource::{Resource, Standing};
