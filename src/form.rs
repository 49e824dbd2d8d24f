//! Fields that say what is wrong with them.

mod check_box;
mod choice;
mod field;
pub mod name_problem;
mod secret_field;

pub use check_box::check_box;
pub use choice::choice;
pub use field::{Field, TextField};
pub use secret_field::{SecretField, take};
