//! Fields that say what is wrong with them.

mod check_box;
mod choice;
mod field;
mod masked_field;
mod name_field;
mod secret_field;
mod text_area;

pub use check_box::check_box;
pub use choice::choice;
pub use field::{Field, TextField};
pub use masked_field::{MaskedField, masked_text, take_masked};
pub use name_field::name_field;
pub use secret_field::{SecretField, take};
pub use text_area::text_area;
