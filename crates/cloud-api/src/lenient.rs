//! Fields as servers send them: a number where text is documented, text where a number is, null
//! where there is nothing.

use std::fmt;

use serde::Deserializer;
use serde::de::{Error, Visitor};

use crate::Timestamp;

/// A field's value; arrays, objects and booleans are refused.
enum Scalar {
    Text(String),
    Number(i64),
    Nothing,
}

struct ScalarVisitor;

impl Visitor<'_> for ScalarVisitor {
    type Value = Scalar;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("text, a number or null")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Scalar, E> {
        Ok(Scalar::Text(text.to_owned()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Scalar, E> {
        Ok(Scalar::Number(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Scalar, E> {
        Ok(i64::try_from(number).map_or(Scalar::Nothing, Scalar::Number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Scalar, E> {
        Ok(Scalar::Number(number as i64))
    }

    fn visit_unit<E: Error>(self) -> Result<Scalar, E> {
        Ok(Scalar::Nothing)
    }
}

/// Text; empty where nothing is given.
pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Ok(match deserializer.deserialize_any(ScalarVisitor)? {
        Scalar::Text(text) => text,
        Scalar::Number(number) => number.to_string(),
        Scalar::Nothing => String::new(),
    })
}

/// A whole number, where one is given.
pub(crate) fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    Ok(match deserializer.deserialize_any(ScalarVisitor)? {
        Scalar::Text(text) => text.trim().parse().ok(),
        Scalar::Number(number) => Some(number),
        Scalar::Nothing => None,
    })
}

/// How many of something there are, where a number from 0 is given.
pub(crate) fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    Ok(number(deserializer)?.and_then(|number| number.try_into().ok()))
}

/// A time in milliseconds since 1970; 0 and less stand for none.
pub(crate) fn time<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Timestamp>, D::Error> {
    Ok(number(deserializer)?
        .filter(|milliseconds| *milliseconds > 0)
        .map(Timestamp::from_milliseconds))
}
