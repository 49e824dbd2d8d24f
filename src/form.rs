//! Fields that say what is wrong with them.

mod check_box;
mod field;
mod secret_field;

pub use check_box::check_box;
pub use field::{Field, TextField};
pub use secret_field::{SecretField, take};
