//! The next runs of a scheduled policy, in UTC.

use cloud_api::Timestamp;
use cloud_api::enterprise::Cron;
use proptest::prelude::*;

use super::support::at;

fn cron(text: &str) -> Cron {
    match text.parse() {
        Ok(cron) => cron,
        Err(error) => panic!("{error}"),
    }
}

fn check(text: &str, after: &str, expected: &[&str]) {
    let runs = cron(text).next_runs(at(after), expected.len());
    let expected: Vec<Timestamp> = expected.iter().map(|time| at(time)).collect();
    assert_eq!(runs, expected, "{text}");
}

#[test]
fn the_next_runs_are_those_of_the_table() {
    // 2026-11-28 is a Saturday.
    let now = "2026-11-28T05:00:00Z";
    let table: &[(&str, &[&str])] = &[
        (
            "0 0 2 * * ?",
            &[
                "2026-11-29T02:00:00Z",
                "2026-11-30T02:00:00Z",
                "2026-12-01T02:00:00Z",
            ],
        ),
        (
            "0 0 6,18 * * ?",
            &[
                "2026-11-28T06:00:00Z",
                "2026-11-28T18:00:00Z",
                "2026-11-29T06:00:00Z",
            ],
        ),
        (
            "0 */30 * * * ?",
            &["2026-11-28T05:30:00Z", "2026-11-28T06:00:00Z"],
        ),
        ("30 59 23 * * ?", &["2026-11-28T23:59:30Z"]),
        (
            "0 0 2 * * MON-FRI",
            &["2026-11-30T02:00:00Z", "2026-12-01T02:00:00Z"],
        ),
        (
            "0 0 2 ? * SAT",
            &["2026-12-05T02:00:00Z", "2026-12-12T02:00:00Z"],
        ),
        (
            "0 0 2 ? * 0",
            &["2026-11-29T02:00:00Z", "2026-12-06T02:00:00Z"],
        ),
        (
            "0 0 2 31 * ?",
            &[
                "2026-12-31T02:00:00Z",
                "2027-01-31T02:00:00Z",
                "2027-03-31T02:00:00Z",
            ],
        ),
        (
            "0 0 2 1 1 ?",
            &["2027-01-01T02:00:00Z", "2028-01-01T02:00:00Z"],
        ),
        (
            "0 0 0 29 2 ?",
            &["2028-02-29T00:00:00Z", "2032-02-29T00:00:00Z"],
        ),
        // One of the two days is enough where both are named.
        (
            "0 0 2 1 * MON",
            &[
                "2026-11-30T02:00:00Z",
                "2026-12-01T02:00:00Z",
                "2026-12-07T02:00:00Z",
            ],
        ),
        // A step is a day that is named.
        (
            "0 0 2 */10 * MON",
            &[
                "2026-11-30T02:00:00Z",
                "2026-12-01T02:00:00Z",
                "2026-12-07T02:00:00Z",
            ],
        ),
    ];
    for (text, expected) in table {
        check(text, now, expected);
    }
}

#[test]
fn a_run_is_behind_the_time_and_never_at_it() {
    check(
        "0 0 2 * * ?",
        "2026-11-28T02:00:00Z",
        &["2026-11-29T02:00:00Z"],
    );
    check(
        "0 0 2 * * ?",
        "2026-11-28T01:59:59.999Z",
        &["2026-11-28T02:00:00Z"],
    );
    check(
        "* * * * * ?",
        "2026-12-31T23:59:59Z",
        &["2027-01-01T00:00:00Z", "2027-01-01T00:00:01Z"],
    );
}

#[test]
fn a_change_of_the_clocks_moves_no_run() {
    // Of central Europe and of the United States, in 2026.
    for (before, after) in [
        (
            "2026-03-28T00:30:00Z",
            [
                "2026-03-28T01:00:00Z",
                "2026-03-29T01:00:00Z",
                "2026-03-30T01:00:00Z",
            ],
        ),
        (
            "2026-10-24T00:30:00Z",
            [
                "2026-10-24T01:00:00Z",
                "2026-10-25T01:00:00Z",
                "2026-10-26T01:00:00Z",
            ],
        ),
    ] {
        check("0 0 1 * * ?", before, &after);
    }
}

#[test]
fn a_leap_day_is_found_over_a_year_that_has_none() {
    check(
        "0 0 0 29 2 ?",
        "2096-02-29T00:00:00Z",
        &["2104-02-29T00:00:00Z", "2108-02-29T00:00:00Z"],
    );
}

#[test]
fn there_are_no_runs_on_a_day_that_never_comes() {
    for never in ["0 0 0 30 2 ?", "0 0 0 31 4,6,9,11 ?"] {
        assert_eq!(cron(never).next_runs(at("2026-11-28T05:00:00Z"), 5), []);
    }
}

#[test]
fn no_runs_are_given_where_none_are_asked_for() {
    assert_eq!(
        cron("* * * * * ?").next_runs(at("2026-11-28T05:00:00Z"), 0),
        []
    );
}

#[test]
fn times_before_1970_and_at_the_ends_of_time_are_counted_too() {
    check(
        "0 0 0 1 3 ?",
        "1968-02-28T23:00:00Z",
        &["1968-03-01T00:00:00Z", "1969-03-01T00:00:00Z"],
    );
    let every = cron("* * * * * ?");
    assert_eq!(
        every.next_runs(Timestamp::from_milliseconds(i64::MAX), 3),
        []
    );
    let first = every.next_runs(Timestamp::from_milliseconds(i64::MIN), 3);
    assert_eq!(first.len(), 3);
}

proptest! {
    #[test]
    fn every_day_is_found_by_its_date(year in 1600i64..2800, month in 1u8..13, day in 1u8..29) {
        let midnight = at(&format!("{year:04}-{month:02}-{day:02}T00:00:00Z"));
        let before = midnight.plus_milliseconds(-1);
        let runs = cron(&format!("0 0 0 {day} {month} ?")).next_runs(before, 1);
        prop_assert_eq!(runs, [midnight]);
    }

    #[test]
    fn runs_are_ordered_and_behind_the_time(
        milliseconds in -62_135_596_800_000i64..253_402_300_800_000,
        minute in 0u8..60, hour in 0u8..24, day in 1u8..29, weekday in 0u8..7,
    ) {
        let after = Timestamp::from_milliseconds(milliseconds);
        for text in [
            format!("0 {minute} {hour} {day} * ?"),
            format!("0 {minute} {hour} ? * {weekday}"),
            format!("*/7 {minute} * {day} * {weekday}"),
        ] {
            let runs = cron(&text).next_runs(after, 5);
            prop_assert_eq!(runs.len(), 5);
            prop_assert!(runs[0] > after);
            prop_assert!(runs.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
