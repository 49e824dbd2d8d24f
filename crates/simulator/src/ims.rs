//! Image management service: machine images and who they are shared with (examples §3).

mod call;
mod image;
mod list;
mod member;
mod members;
mod parameters;
mod refusal;
mod routes;
mod seed_data;
mod show;
mod state;

pub use refusal::of_status;
pub use routes::{answer, owns};
pub use state::State;
