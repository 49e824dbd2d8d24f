//! Image management service: machine images, who they are shared with, and the jobs that change that
//! (examples §3, corrections §4).

mod batch;
mod body;
mod call;
mod fault;
mod handler;
mod holdings;
mod image;
mod job;
mod job_show;
mod jobs;
mod list;
mod member;
mod members;
mod ordered;
mod parameters;
mod quota;
mod recipient;
mod recipient_check;
mod refusal;
mod routes;
mod seed_data;
mod shareable;
mod sharing;
mod show;
mod single_member;
mod state;
mod vault;

pub use holdings::count_holdings;
pub use ordered::member as order_member;
pub use refusal::of_status;
pub use routes::{answer, owns};
pub use sharing::ImageSharing;
pub use state::State;
