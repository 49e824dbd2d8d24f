//! Numbers of JSON as whole ones.

use serde_json::Number;

/// Without its fraction; nothing for one that is too large.
pub(super) fn whole(number: &Number) -> Option<i64> {
    /// The first number that is too large, 2^63; a conversion would give the largest that is not.
    const TOO_LARGE: f64 = 9_223_372_036_854_775_808.0;
    if number.is_f64() {
        let number = number.as_f64()?;
        (number.abs() < TOO_LARGE).then_some(number as i64)
    } else {
        number.as_i64()
    }
}
