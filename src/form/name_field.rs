//! A field for the name of something new.

use std::str::FromStr;

use cloud_api::TextError;
use words::text_problem::name_problem;

use super::Field;

/// The field; it says what is wrong with the name.
pub fn name_field<T: FromStr<Err = TextError>>() -> Field {
    Field::new(|text| text.parse::<T>().err().map(|error| name_problem(&error)))
}
