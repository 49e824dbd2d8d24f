//! What pages of several areas read: lists, scans over many places, and how much of what there is a person
//! can see.

pub mod access;
pub mod machine_images;
pub mod registries;
pub mod repositories;
pub mod sight;
pub mod sync_tasks;
