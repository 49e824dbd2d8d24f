//! Fields that say what is wrong with them.

mod field;
mod secret_field;

pub use field::{Field, TextField};
pub use secret_field::{SecretField, take};
