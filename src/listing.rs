//! A list on a page: what is read, its table, and what stands around it.

pub mod pause;
pub mod resource_table;
