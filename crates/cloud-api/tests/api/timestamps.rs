//! Points in time, read from the services' texts.

use cloud_api::Timestamp;
use proptest::prelude::*;

const DAY: i64 = 86_400_000;

fn milliseconds(text: &str) -> Option<i64> {
    Timestamp::parse(text).map(Timestamp::milliseconds)
}

#[test]
fn documented_times_are_read() {
    let cases = [
        ("1970-01-01T00:00:00Z", 0),
        ("1969-12-31T23:59:59.999Z", -1),
        ("1970-03-01T00:00:00Z", 59 * DAY),
        ("2000-02-29T12:00:00Z", 951_825_600_000),
        ("2018-07-06T06:18:55Z", 1_530_857_935_000),
        ("2020-04-17T02:11:03.53183Z", 1_587_089_463_531),
        ("2018-10-01T16:00:00.000Z", 1_538_409_600_000),
        ("2026-11-20T15:03:02.542841Z", 1_795_186_982_542),
        ("2026-11-20T15:03:02.5Z", 1_795_186_982_500),
        ("2026-11-20T15:03:02.000000001Z", 1_795_186_982_000),
        ("9999-12-31T23:59:59.999999999Z", 253_402_300_799_999),
    ];
    for (text, expected) in cases {
        assert_eq!(milliseconds(text), Some(expected), "{text}");
    }
}

#[test]
fn what_is_no_such_time_is_refused() {
    let texts = [
        "",
        "Z",
        "T",
        "TZ",
        "forever",
        "2018-07-06",
        "2018-07-06T06:18:55",
        "2018-07-06 06:18:55Z",
        "2018-07-06T06:18:55z",
        "2018-07-06T06:18:55+02:00",
        "2018-07-06T06:18:55.Z",
        "2018-07-06T06:18:55.1234567890Z",
        "2018-07-06T06:18:55.12aZ",
        "2018-07-06T06:18:55,1Z",
        "2018-7-06T06:18:55Z",
        "18-07-06T06:18:55Z",
        "02018-07-06T06:18:55Z",
        "2018-00-06T06:18:55Z",
        "2018-13-06T06:18:55Z",
        "2018-07-00T06:18:55Z",
        "2018-07-32T06:18:55Z",
        "2018-04-31T06:18:55Z",
        "2018-02-29T06:18:55Z",
        "1900-02-29T06:18:55Z",
        "2018-07-06T24:00:00Z",
        "2018-07-06T06:60:55Z",
        "2018-07-06T06:18:60Z",
        "2018-07-06T06:18Z",
        "2018-07-06T06:18:55:00Z",
        "2018-07-06-01T06:18:55Z",
        "+018-07-06T06:18:55Z",
        "-018-07-06T06:18:55Z",
        "２018-07-06T06:18:55Z",
        "2018-07-06T06:18:55Z ",
        " 2018-07-06T06:18:55Z",
        "2018-07-06T06:18:5５Z",
        "2018-07-06T06:18:55.é1Z",
    ];
    for text in texts {
        assert_eq!(milliseconds(text), None, "{text}");
    }
}

#[test]
fn later_and_since_do_not_overflow() {
    let last = Timestamp::from_milliseconds(i64::MAX);
    let first = Timestamp::from_milliseconds(i64::MIN);
    assert_eq!(
        (last.plus_milliseconds(1), last.milliseconds_since(first)),
        (last, i64::MAX)
    );
}

#[test]
fn a_time_is_a_plain_number_in_json() {
    let text = serde_json::to_string(&Timestamp::from_milliseconds(-7));
    assert_eq!(text.ok().as_deref(), Some("-7"));
}

fn is_leap(year: i64) -> bool {
    if year % 100 == 0 {
        year % 400 == 0
    } else {
        year % 4 == 0
    }
}

/// Days from 1970-01-01 by counting years and months one by one.
fn counted_days(year: i64, month: usize, day: i64) -> i64 {
    let length_of = |year| if is_leap(year) { 366 } else { 365 };
    let years: i64 = if year >= 1970 {
        (1970..year).map(length_of).sum()
    } else {
        -(year..1970).map(length_of).sum::<i64>()
    };
    years + lengths_of_months(year)[..month - 1].iter().sum::<i64>() + day - 1
}

fn lengths_of_months(year: i64) -> [i64; 12] {
    let february = if is_leap(year) { 29 } else { 28 };
    [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}

proptest! {
    #[test]
    fn every_time_is_read_as_counting_gives_it(
        year in 0_i64..=9999,
        month in 1_usize..=12,
        day in 1_i64..=31,
        time in 0_i64..DAY,
        digits in 0_usize..=9,
    ) {
        let (hour, minute) = (time / 3_600_000, time / 60_000 % 60);
        let (second, millisecond) = (time / 1_000 % 60, time % 1_000);
        let fraction = format!("{millisecond:03}000999");
        let (fraction, kept) = match digits {
            0 => (String::new(), 0),
            1 => (format!(".{}", &fraction[..1]), millisecond / 100 * 100),
            2 => (format!(".{}", &fraction[..2]), millisecond / 10 * 10),
            more => (format!(".{}", &fraction[..more]), millisecond),
        };
        let text = format!(
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z"
        );
        let expected = (day <= lengths_of_months(year)[month - 1]).then(|| {
            counted_days(year, month, day) * DAY + time - millisecond + kept
        });
        prop_assert_eq!(milliseconds(&text), expected, "{}", text);
    }

    #[test]
    fn no_text_makes_reading_a_time_panic(
        text in prop_oneof![any::<String>(), "[0-9T:.Zé+ -]{15,35}"],
    ) {
        let years = Timestamp::parse(&text).map(|time| time.milliseconds() / (365 * DAY));
        prop_assert!(years.unwrap_or(0).abs() < 9_000);
    }
}

fn of_header(text: &str) -> Option<i64> {
    Timestamp::parse_http_date(text).map(Timestamp::milliseconds)
}

#[test]
fn the_time_of_a_header_is_read() {
    let cases = [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777_000),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        (" Tue, 29 Feb 2000 12:00:00 GMT ", 951_825_600_000),
    ];
    for (text, expected) in cases {
        assert_eq!(of_header(text), Some(expected), "{text}");
    }
}

#[test]
fn what_is_no_time_of_a_header_is_refused() {
    for text in [
        "",
        "GMT",
        ",  GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sun, 06 nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:49:37 GMT",
        "Wed, 29 Feb 2023 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 UTC",
        "1994-11-06T08:49:37Z",
    ] {
        assert_eq!(of_header(text), None, "{text}");
    }
}
