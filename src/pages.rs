//! One module a page. A page is: what it is in one line, tools, table or properties, dialogs.

pub mod activity;
pub mod all_sync_tasks;
pub mod organization;
pub mod organizations;
pub mod permissions;
pub mod repositories;
pub mod repository;
pub mod sign_in;

mod change_card;
mod confirmation;
mod delete_sync_tasks;
pub mod failure;
pub mod level;
mod resource_table;
mod sync_status;
mod tabs;
mod undo;
mod visibility;
