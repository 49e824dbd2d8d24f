//! Values as words.

pub mod change;
pub mod text_problem;
