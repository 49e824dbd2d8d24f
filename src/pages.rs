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
mod copy_as;
mod creation;
pub mod failure;
mod grant_line;
mod last_look;
pub mod level;
mod name_problem;
mod resource_table;
mod tabs;
mod undo;
mod visibility;
mod write_dialog;
