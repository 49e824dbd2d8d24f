//! Values as words.

pub mod change;
