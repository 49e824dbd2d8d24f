//! Times of scheduled policies: six fields in UTC, seconds 0 (corrections §5).

use std::ops::RangeInclusive;

const MONTHS: [&str; 12] = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
];
const WEEKDAYS: [&str; 7] = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/// Whether it is one.
pub fn is_valid(text: &str) -> bool {
    let fields: Vec<&str> = text.split_whitespace().collect();
    let [seconds, minutes, hours, days, months, weekdays] = *fields else {
        return false;
    };
    seconds == "0"
        && is_field(minutes, 0..=59, &[])
        && is_field(hours, 0..=23, &[])
        && is_field(days, 1..=31, &[])
        && is_field(months, 1..=12, &MONTHS)
        && is_field(weekdays, 0..=6, &WEEKDAYS)
}

fn is_field(field: &str, range: RangeInclusive<u32>, names: &[&str]) -> bool {
    field.split(',').all(|part| {
        let (base, step) = match part.split_once('/') {
            Some((base, step)) => (base, Some(step)),
            None => (part, None),
        };
        let is_step = |step: &str| step.parse::<u32>().is_ok_and(|step| step > 0);
        let value = |text: &str| {
            let named = names
                .iter()
                .position(|name| name.eq_ignore_ascii_case(text));
            match named {
                Some(place) => Some(range.start() + place as u32),
                None => text.parse().ok().filter(|number| range.contains(number)),
            }
        };
        let is_base = match base.split_once('-') {
            Some((from, to)) => {
                matches!((value(from), value(to)), (Some(from), Some(to)) if from <= to)
            }
            None => matches!(base, "*" | "?") || value(base).is_some(),
        };
        is_base && step.is_none_or(is_step)
    })
}
