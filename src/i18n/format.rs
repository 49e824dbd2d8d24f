//! Numbers, sizes and times, in the words of the chosen language.

use cloud_api::Timestamp;
use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use super::language::Language;

fn locale(language: Language) -> Array {
    Array::of1(&JsValue::from_str(language.tag()))
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (key, value) in pairs {
        // Setting a plain property of a new object cannot fail.
        drop(Reflect::set(
            &options,
            &JsValue::from_str(key),
            &JsValue::from_str(value),
        ));
    }
    options
}

fn call(format: &js_sys::Function, value: &JsValue) -> String {
    format
        .call1(&JsValue::NULL, value)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

/// A count with the language's separators.
#[must_use]
pub fn number(value: u64, language: Language) -> String {
    let format = Intl::NumberFormat::new(&locale(language), &Object::new());
    call(&format.format(), &JsValue::from_f64(value as f64))
}

/// Whether a count takes the form for one.
pub(super) fn is_one(value: u64, language: Language) -> bool {
    match language {
        Language::English => value == 1,
        Language::Chinese => false,
    }
}

/// A size in bytes, in decimal units as the clouds' own consoles show it.
#[must_use]
pub fn size_in_bytes(bytes: u64, language: Language) -> String {
    const UNITS: [&str; 5] = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
    let mut value = bytes as f64;
    let mut unit = 0;
    while value >= 1_000.0 && unit + 1 < UNITS.len() {
        value /= 1_000.0;
        unit += 1;
    }
    let options = options(&[
        ("style", "unit"),
        ("unit", UNITS[unit]),
        ("unitDisplay", "short"),
    ]);
    drop(Reflect::set(
        &options,
        &"maximumFractionDigits".into(),
        &JsValue::from_f64(1.0),
    ));
    let format = Intl::NumberFormat::new(&locale(language), &options);
    call(&format.format(), &JsValue::from_f64(value))
}

/// Time of day with seconds, in the browser's zone.
#[must_use]
pub fn clock_time(time: Timestamp, language: Language) -> String {
    let options = options(&[
        ("hour", "2-digit"),
        ("minute", "2-digit"),
        ("second", "2-digit"),
        ("hourCycle", "h23"),
    ]);
    let format = Intl::DateTimeFormat::new(&locale(language), &options);
    call(
        &format.format(),
        &Date::new(&JsValue::from_f64(time.milliseconds() as f64)),
    )
}

/// How long ago something was, in the largest unit that fits: "5 minutes ago".
#[must_use]
pub fn age(time: Timestamp, now: Timestamp, language: Language) -> String {
    const UNITS: [(i64, &str); 5] = [
        (365 * 86_400, "year"),
        (30 * 86_400, "month"),
        (86_400, "day"),
        (3_600, "hour"),
        (60, "minute"),
    ];
    let seconds = now.milliseconds_since(time) / 1_000;
    let (value, unit) = UNITS
        .iter()
        .find(|(length, _)| seconds.abs() >= *length)
        .map_or((seconds, "second"), |(length, unit)| {
            (seconds / length, *unit)
        });
    let options = options(&[("numeric", "always")]);
    let format = Intl::RelativeTimeFormat::new(&locale(language), &options);
    format.format(-(value as f64), unit).into()
}
