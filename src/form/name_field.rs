//! A field for the name of something new.

use std::str::FromStr;

use cloud_api::TextError;

use super::Field;
use crate::i18n::text;
use crate::words::text_problem::text_problem;

/// The field; it says what is wrong with the name.
pub fn name_field<T: FromStr<Err = TextError>>() -> Field {
    Field::new(|text| {
        let error = text.parse::<T>().err()?;
        Some(text_problem(&error, text::name_needed()))
    })
}
