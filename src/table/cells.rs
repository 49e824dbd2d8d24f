//! What stands in cells of many tables.

pub mod age;
pub mod flag;
pub mod level;
