//! How far this computer's clock is off, as answers tell it.

use cloud_api::{ClockOffset, Response, Service, Timestamp, WrongClock};

const HOUR: i64 = 3_600_000;
const DATE: &str = "Sun, 06 Nov 1994 08:49:37 GMT";
const CLOUD: Timestamp = Timestamp::from_milliseconds(784_111_777_000);

fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> Response {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Response {
        service: Service::Swr,
        status,
        headers: headers.iter().map(owned).collect(),
        body: body.as_bytes().to_vec(),
    }
}

/// What one good answer tells a computer whose clock is so far ahead.
fn heard(ahead: i64) -> ClockOffset {
    let answer = answer(200, &[("date", DATE)], "{}");
    ClockOffset::default().heard(&answer, CLOUD.plus_milliseconds(ahead))
}

#[test]
fn a_clock_that_is_hours_off_shows_the_clouds_time_and_is_told() {
    for (ahead, told) in [
        (25 * HOUR, WrongClock::Ahead(1_500)),
        (-3 * HOUR, WrongClock::Behind(180)),
        (5 * 60_000, WrongClock::Ahead(5)),
        (-5 * 60_000, WrongClock::Behind(5)),
    ] {
        let offset = heard(ahead);
        assert_eq!(offset.cloud_time(CLOUD.plus_milliseconds(ahead)), CLOUD);
        assert_eq!(offset.wrong_clock(), Some(told));
    }
}

#[test]
fn a_clock_that_is_minutes_off_is_corrected_and_not_told() {
    for ahead in [4 * 60_000, -4 * 60_000] {
        let offset = heard(ahead);
        assert_eq!(offset.cloud_time(CLOUD.plus_milliseconds(ahead)), CLOUD);
        assert_eq!(offset.wrong_clock(), None);
    }
}

#[test]
fn what_the_way_of_an_answer_takes_is_no_difference() {
    for ahead in [0, 900, 119_000, -119_000] {
        assert_eq!(heard(ahead), ClockOffset::default(), "{ahead}");
    }
}

#[test]
fn a_known_difference_does_not_tremble_with_every_answer() {
    let known = heard(25 * HOUR);
    let again = answer(200, &[("Date", DATE)], "{}");
    let later = CLOUD.plus_milliseconds(25 * HOUR + 90_000);
    assert_eq!(known.heard(&again, later), known);
}

#[test]
fn a_clock_that_was_set_right_meanwhile_is_right() {
    let again = answer(200, &[("Date", DATE)], "{}");
    assert_eq!(
        heard(25 * HOUR).heard(&again, CLOUD),
        ClockOffset::default()
    );
}

#[test]
fn what_is_no_fresh_answer_of_the_cloud_tells_no_time() {
    let computer = CLOUD.plus_milliseconds(25 * HOUR);
    for answer in [
        answer(200, &[], "{}"),
        answer(200, &[("Date", "yesterday")], "{}"),
        answer(200, &[("Date", DATE)], "<html></html>"),
        answer(502, &[("Date", DATE)], ""),
        answer(200, &[("Date", DATE), ("Age", "90000")], "{}"),
    ] {
        let offset = ClockOffset::default().heard(&answer, computer);
        assert_eq!(offset, ClockOffset::default(), "{:?}", answer.headers);
    }
}

/// What a token that is accepted tells a computer whose clock is so far ahead: it was made an hour ago, and is
/// good for a day.
fn accepted(known: ClockOffset, ahead: i64) -> ClockOffset {
    let (from, until) = (-HOUR, 23 * HOUR);
    known.accepted(
        Some(CLOUD.plus_milliseconds(from)),
        Some(CLOUD.plus_milliseconds(until)),
        CLOUD.plus_milliseconds(ahead),
    )
}

#[test]
fn where_no_answer_tells_the_time_an_accepted_token_shows_that_a_clock_is_wrong() {
    for ahead in [25 * HOUR, 23 * HOUR + 120_000, -2 * HOUR] {
        let offset = accepted(ClockOffset::default(), ahead);
        assert_eq!(offset.wrong_clock(), Some(WrongClock::Contradicted));
        let an_hour_ago = CLOUD.plus_milliseconds(-HOUR);
        let time = offset.cloud_time(CLOUD.plus_milliseconds(ahead));
        assert_eq!(time, an_hour_ago, "{ahead}");
    }
}

#[test]
fn a_clock_by_which_an_accepted_token_is_good_may_be_right() {
    for ahead in [0, 23 * HOUR + 119_000, -HOUR - 119_000] {
        let offset = accepted(ClockOffset::default(), ahead);
        assert_eq!(offset, ClockOffset::default(), "{ahead}");
    }
    let until = CLOUD.plus_milliseconds(-HOUR);
    let unread = ClockOffset::default().accepted(None, None, CLOUD);
    assert_eq!(unread, ClockOffset::default());
    let lasting = ClockOffset::default().accepted(None, Some(until), CLOUD);
    assert_eq!(lasting.cloud_time(CLOUD), until);
}

#[test]
fn what_answers_have_told_of_the_time_stays_while_nothing_contradicts_it() {
    let known = heard(25 * HOUR);
    assert_eq!(accepted(known, 25 * HOUR), known);
    // Set right since.
    assert_eq!(accepted(known, 0), ClockOffset::default());
}

#[test]
fn a_clock_that_was_contradicted_is_believed_once_it_is_set_and_told_once_an_answer_has_the_time() {
    let contradicted = accepted(ClockOffset::default(), 25 * HOUR);
    assert_eq!(accepted(contradicted, 0), ClockOffset::default());
    let again = answer(200, &[("Date", DATE)], "{}");
    let told = contradicted.heard(&again, CLOUD.plus_milliseconds(25 * HOUR));
    assert_eq!(told, heard(25 * HOUR));
    // To the same time as was guessed.
    let guessed = accepted(ClockOffset::default(), 25 * HOUR);
    let told = guessed.told(
        CLOUD.plus_milliseconds(-HOUR),
        CLOUD.plus_milliseconds(25 * HOUR),
    );
    assert_eq!(told.wrong_clock(), Some(WrongClock::Ahead(26 * 60)));
}
