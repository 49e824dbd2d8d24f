//! Container images: organizations, repositories, and where they are copied to.

pub mod all_sync_tasks;
pub mod organization;
pub mod organizations;
pub mod permissions;
pub mod place;
pub mod repositories;
pub mod repository;
pub mod sync_tasks;
pub mod tags;
