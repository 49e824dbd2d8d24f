//! One module a page. A page is: what it is in one line, tools, table or properties, dialogs.

pub mod activity;
pub mod enterprise_project;
pub mod organizations;
pub mod permissions;
pub mod repositories;
pub mod security_sync;
pub mod sign_in;

mod change_card;
mod confirmation;
pub mod failure;
pub mod level;
mod live_updates;
mod resource_table;
mod undo;
mod visibility;
