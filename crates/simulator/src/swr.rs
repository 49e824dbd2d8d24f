//! Software repository for containers, the shared edition: organizations, repositories, who has
//! access, tags, syncing (examples §1 and §2).

mod access;
mod account;
mod accounts;
mod address;
mod call;
mod fault;
mod filter;
mod grant_write;
mod holdings;
mod listing;
mod organizations;
mod paging;
mod place;
mod push;
mod refusal;
mod repositories;
mod repository_lists;
mod routes;
mod seed_data;
mod shared_accounts;
mod state;
mod sync_jobs;
mod sync_regions;
mod sync_target;
mod sync_tasks;
mod tags;

pub use accounts::Accounts;
pub use holdings::count_holdings;
pub use place::Place;
pub use push::{ordered, push};
pub use refusal::of_status;
pub use routes::{answer, owns};
pub use seed_data::{Beginning, add_repository};
