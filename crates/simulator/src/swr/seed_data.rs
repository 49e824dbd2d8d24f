//! What SWR begins with: the same for the same numbers.

mod beginning;
mod grants;
mod organizations;
mod repositories;
mod shared_accounts;
mod shop_tags;
mod sync_tasks;
mod target_organizations;

pub use beginning::Beginning;
pub use organizations::{add_repository, begin, begin_partner};
