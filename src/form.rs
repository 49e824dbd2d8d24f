//! Fields that say what is wrong with them.

mod choice;
mod field;
mod secret_field;

pub use choice::choice;
pub use field::{Field, TextField};
pub use secret_field::{SecretField, take};
