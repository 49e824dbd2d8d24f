//! Host security service: registries and the syncs of their images (examples §5).

mod call;
mod failed_images;
mod inventory;
mod parameters;
mod refusal;
mod registries;
mod routes;
mod seed_data;
mod start;
mod state;
mod sync_tasks;
mod task;
mod task_list;
mod task_registries;
mod view;

pub use refusal::of_status;
pub use routes::{answer, owns};
pub use state::State;
