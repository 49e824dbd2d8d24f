//! One module a page. A page is: what it is in one line, tools, table or properties, dialogs.

pub mod activity;
pub mod all_sync_tasks;
pub mod enterprise_project;
pub mod organization;
pub mod organizations;
pub mod permissions;
pub mod repositories;
pub mod repository;
pub mod security_sync;
pub mod sign_in;

mod age_cell;
mod change_card;
mod confirmation;
mod copy_as;
mod creation;
mod delete_sync_tasks;
pub mod failure;
mod grant_line;
mod last_look;
pub mod level;
mod live_updates;
mod name_problem;
mod place;
mod recent_change;
mod resource_table;
mod sync_status;
mod sync_target;
pub mod sync_tasks;
mod tabs;
mod tag_list;
pub mod tags;
mod undo;
mod visibility;
mod write_dialog;
