//! Numbers, sizes and times, in the words of the chosen language.

use std::cell::RefCell;

use cloud_api::Timestamp;
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;
use words::{Format, Language, spaced};

use crate::browser::clock::now;

/// The browser's `Intl`, for what stands inside sentences.
pub(super) struct InBrowser;

impl Format for InBrowser {
    fn number(&self, value: u64, language: Language) -> String {
        number(value, language)
    }

    fn clock_time(&self, time: Timestamp, language: Language) -> String {
        moment(time, now(), language)
    }
}

pub(super) fn locale(language: Language) -> Array {
    Array::of1(&JsValue::from_str(language.tag()))
}

thread_local! {
    /// Formats by name and language: the browser takes longer to make one than to use it a hundred
    /// times.
    static FORMATS: RefCell<Vec<(&'static str, Language, Function)>> = const { RefCell::new(Vec::new()) };

    /// The same for ages, by language and the value of `numeric`.
    static AGES: RefCell<Vec<(Language, &'static str, Intl::RelativeTimeFormat)>> =
        const { RefCell::new(Vec::new()) };
}

fn age_format(language: Language, numeric: &'static str) -> Intl::RelativeTimeFormat {
    AGES.with_borrow_mut(|formats| {
        let known = formats
            .iter()
            .find(|(of, kind, _)| *of == language && *kind == numeric);
        match known {
            Some((_, _, format)) => format.clone(),
            None => {
                let options = options(&[("numeric", numeric.into())]);
                let format = Intl::RelativeTimeFormat::new(&locale(language), &options);
                formats.push((language, numeric, format.clone()));
                format
            }
        }
    })
}

/// A format that is made once for each language.
fn format_with(
    name: &'static str,
    language: Language,
    make: impl FnOnce(&Array) -> Function,
) -> Function {
    FORMATS.with_borrow_mut(|formats| {
        let known = formats
            .iter()
            .find(|(key, of, _)| *key == name && *of == language);
        match known {
            Some((_, _, format)) => format.clone(),
            None => {
                let format = make(&locale(language));
                formats.push((name, language, format.clone()));
                format
            }
        }
    })
}

fn options(pairs: &[(&str, JsValue)]) -> Object {
    let options = Object::new();
    for (key, value) in pairs {
        // Setting a plain property of a new object cannot fail.
        drop(Reflect::set(&options, &JsValue::from_str(key), value));
    }
    options
}

fn call(format: &Function, value: &JsValue) -> String {
    format
        .call1(&JsValue::NULL, value)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

/// A count with the language's separators.
#[must_use]
pub fn number(value: u64, language: Language) -> String {
    let format = format_with("count", language, |locale| {
        Intl::NumberFormat::new(locale, &Object::new()).format()
    });
    call(&format, &JsValue::from_f64(value as f64))
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
    let format = format_with(UNITS[unit], language, |locale| {
        let options = options(&[
            ("style", "unit".into()),
            ("unit", UNITS[unit].into()),
            ("unitDisplay", "short".into()),
            ("maximumFractionDigits", JsValue::from_f64(1.0)),
        ]);
        Intl::NumberFormat::new(locale, &options).format()
    });
    call(&format, &JsValue::from_f64(value))
}

/// Writes a time in the browser's zone, to the second.
fn written(
    name: &'static str,
    time: Timestamp,
    language: Language,
    besides: &[(&str, &str)],
) -> String {
    let format = format_with(name, language, |locale| {
        let mut pairs: Vec<(&str, JsValue)> = vec![
            ("hour", "2-digit".into()),
            ("minute", "2-digit".into()),
            ("second", "2-digit".into()),
            ("hourCycle", "h23".into()),
        ];
        pairs.extend(besides.iter().map(|(key, value)| (*key, (*value).into())));
        Intl::DateTimeFormat::new(locale, &options(&pairs)).format()
    });
    call(&format, &date(time))
}

fn date(time: Timestamp) -> Date {
    Date::new(&JsValue::from_f64(time.milliseconds() as f64))
}

/// Day, month and year: `22 Nov 2026`, and `2026/11/22` in Chinese.
fn day_parts(language: Language) -> [(&'static str, &'static str); 3] {
    let month = match language {
        Language::English => "short",
        Language::Chinese => "numeric",
    };
    [("day", "numeric"), ("month", month), ("year", "numeric")]
}

/// Time of day with seconds, in the browser's zone; with the day where that is another one than
/// that of `now`.
#[must_use]
pub fn moment(time: Timestamp, now: Timestamp, language: Language) -> String {
    let day = |time| {
        let date = date(time);
        (date.get_full_year(), date.get_month(), date.get_date())
    };
    match day(time) == day(now) {
        true => written("time of day", time, language, &[]),
        false => written("day and time", time, language, &day_parts(language)),
    }
}

/// The day of a time in the browser's zone: today, yesterday, the day, with the year where that is
/// another one than that of `now`.
#[must_use]
pub fn day(time: Timestamp, now: Timestamp, language: Language) -> String {
    const MILLISECONDS: f64 = 86_400_000.0;
    let midnight = |time: Timestamp| {
        let date = date(time);
        date.set_hours(0);
        date.set_minutes(0);
        date.set_seconds(0);
        date.set_milliseconds(0);
        date
    };
    let (of_time, of_now) = (midnight(time), midnight(now));
    // A day may be an hour longer or shorter.
    let days = ((of_now.get_time() - of_time.get_time()) / MILLISECONDS).round();
    if days == 0.0 || days == 1.0 {
        return age_format(language, "auto").format(-days, "day").into();
    }
    let is_this_year = of_time.get_full_year() == of_now.get_full_year();
    let name = if is_this_year { "day" } else { "day and year" };
    let format = format_with(name, language, |locale| {
        let [day, month, year] =
            day_parts(language).map(|(key, value)| (key, JsValue::from(value)));
        let options = match is_this_year {
            true => options(&[day, month]),
            false => options(&[day, month, year]),
        };
        Intl::DateTimeFormat::new(locale, &options).format()
    });
    call(&format, &date(time))
}

/// Day and time of day to the minute, in the browser's zone, with the year where that is another one
/// than that of `now`: short enough to call something by.
#[must_use]
pub fn day_and_minute(time: Timestamp, now: Timestamp, language: Language) -> String {
    // The day before the month, as in the other times of the page.
    let locale = match language {
        Language::English => "en-GB",
        Language::Chinese => language.tag(),
    };
    let formatted = |name, pairs: &[(&str, &str)]| {
        let format = format_with(name, language, |_| {
            let pairs: Vec<_> = pairs.iter().map(|(key, it)| (*key, (*it).into())).collect();
            Intl::DateTimeFormat::new(&Array::of1(&locale.into()), &options(&pairs)).format()
        });
        call(&format, &date(time))
    };
    let day = match date(time).get_full_year() == date(now).get_full_year() {
        true => formatted("short day", &day_parts(language)[..2]),
        false => formatted("short day and year", &day_parts(language)),
    };
    let to_the_minute = [
        ("hour", "2-digit"),
        ("minute", "2-digit"),
        ("hourCycle", "h23"),
    ];
    format!("{day} {}", formatted("minute", &to_the_minute))
}

/// Day, time of day and zone, in the browser's zone.
#[must_use]
pub fn exact_time(time: Timestamp, language: Language) -> String {
    let [day, month, year] = day_parts(language);
    let besides = [day, month, year, ("timeZoneName", "short")];
    written("exact time", time, language, &besides)
}

/// Time of day in UTC, to the second.
#[must_use]
pub fn utc_clock(time: Timestamp, language: Language) -> String {
    written("time of day in UTC", time, language, &[("timeZone", "UTC")])
}

/// The day in UTC.
#[must_use]
pub fn utc_day(time: Timestamp, language: Language) -> String {
    let format = format_with("day in UTC", language, |locale| {
        let [day, month, year] =
            day_parts(language).map(|(key, value)| (key, JsValue::from(value)));
        let options = options(&[day, month, year, ("timeZone", "UTC".into())]);
        Intl::DateTimeFormat::new(locale, &options).format()
    });
    call(&format, &date(time))
}

/// A time for programs: RFC 3339 in UTC; `None` for what no calendar reaches.
#[must_use]
pub fn machine_time(time: Timestamp) -> Option<String> {
    JsValue::from(date(time).to_json()).as_string()
}

/// How long ago something was, in the largest unit that fits: "5 minutes ago". What lies less than a
/// minute ahead is "now": clocks differ.
#[must_use]
pub fn age(time: Timestamp, now: Timestamp, language: Language) -> String {
    const UNITS: [(i64, &str); 5] = [
        (365 * 86_400, "year"),
        (30 * 86_400, "month"),
        (86_400, "day"),
        (3_600, "hour"),
        (60, "minute"),
    ];
    let seconds = match now.milliseconds_since(time) / 1_000 {
        -59..=0 => 0,
        seconds => seconds,
    };
    let (value, unit) = UNITS
        .iter()
        .find(|(length, _)| seconds.abs() >= *length)
        .map_or((seconds, "second"), |(length, unit)| {
            (seconds / length, *unit)
        });
    let numeric = if seconds == 0 { "auto" } else { "always" };
    let age = age_format(language, numeric).format(-(value as f64), unit);
    spaced(&String::from(age), language)
}
