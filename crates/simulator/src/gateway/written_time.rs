//! Times as the services write them.

use cloud_api::Timestamp;

/// Date and time of day in UTC of seconds since 1970.
pub fn date_and_time(seconds: i64) -> (String, String) {
    let days = seconds.div_euclid(86_400);
    let second = seconds.rem_euclid(86_400);
    // Counted from March of the year 0, so that the leap day comes last.
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (
        format!("{year:04}-{month:02}-{day:02}"),
        format!(
            "{:02}:{:02}:{:02}",
            second / 3_600,
            second / 60 % 60,
            second % 60
        ),
    )
}

/// RFC 3339, with a fraction only where there is one, as SWR writes times.
pub fn written(seconds: i64, microseconds: u64) -> String {
    let (date, time) = date_and_time(seconds);
    match microseconds {
        0 => format!("{date}T{time}Z"),
        _ => format!("{date}T{time}.{microseconds:06}Z"),
    }
}

/// A point in time without its fraction, as IMS writes times of images.
pub fn written_in_seconds(time: Timestamp) -> String {
    written(time.milliseconds().div_euclid(1_000), 0)
}

/// A point in time with its milliseconds, as IMS writes times of jobs.
pub fn written_in_milliseconds(time: Timestamp) -> String {
    let milliseconds = time.milliseconds();
    let (date, rest) = date_and_time(milliseconds.div_euclid(1_000));
    format!("{date}T{rest}.{:03}Z", milliseconds.rem_euclid(1_000))
}

/// A point in time, as SWR writes it.
pub fn written_at(time: Timestamp) -> String {
    let milliseconds = time.milliseconds();
    written(
        milliseconds.div_euclid(1_000),
        milliseconds.rem_euclid(1_000) as u64 * 1_000,
    )
}
