//! Times as the services write them.

use cloud_api::Timestamp;

/// Date and time of day in UTC of seconds since 1970.
pub fn date_and_time(seconds: i64) -> (String, String) {
    Timestamp::from_milliseconds(seconds.saturating_mul(1_000)).date_and_time()
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
