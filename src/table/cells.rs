//! What stands in cells of many tables.

pub mod age;
pub mod count;
pub mod deadline;
pub mod flag;
pub mod identifier;
pub mod level;
pub mod path;
pub(super) mod plain;
pub mod size;
pub mod unnameable;
pub mod untold;
