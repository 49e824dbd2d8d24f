//! What is told before a token ends.

use cloud_api::Timestamp;
use stay::{Ending, Warning};

/// So many seconds before the token of the tests ends.
fn before(seconds: i64) -> Timestamp {
    END.plus_milliseconds(-seconds * 1_000)
}

const END: Timestamp = Timestamp::from_milliseconds(1_000_000_000_000);

#[test]
fn thirty_and_five_minutes_before_the_end_are_told_once_each() {
    let mut ending = Ending::default();
    for (seconds, told) in [
        (86_400, None),
        (1_801, None),
        (1_800, Some(Warning::Soon)),
        (1_799, None),
        (301, None),
        (300, Some(Warning::VerySoon)),
        (299, None),
        (1, None),
        (0, None),
        (-60, None),
    ] {
        assert_eq!(
            ending.warns(Some(END), before(seconds)),
            told,
            "{seconds} s before"
        );
    }
}

#[test]
fn a_clock_that_goes_back_does_not_tell_it_again() {
    let mut ending = Ending::default();
    let told = ending.warns(Some(END), before(200));
    assert_eq!(told, Some(Warning::VerySoon));
    for seconds in [400, 1_700, 250] {
        assert_eq!(ending.warns(Some(END), before(seconds)), None);
    }
}

#[test]
fn who_signs_in_with_a_short_token_is_told_the_nearest_alone() {
    let mut ending = Ending::default();
    let told = ending.warns(Some(END), before(120));
    assert_eq!(told, Some(Warning::VerySoon));
    assert_eq!(ending.warns(Some(END), before(119)), None);
}

#[test]
fn another_token_is_told_anew_and_one_without_an_end_never() {
    let mut ending = Ending::default();
    assert!(ending.warns(Some(END), before(100)).is_some());
    let renewed = END.plus_milliseconds(60_000);
    assert_eq!(
        ending.warns(Some(renewed), before(90)),
        Some(Warning::VerySoon)
    );
    assert_eq!(ending.warns(None, before(80)), None);
}

#[test]
fn a_token_that_has_ended_is_not_said_to_end_soon() {
    let mut ending = Ending::default();
    assert_eq!(ending.warns(Some(END), before(-1)), None);
}

#[test]
fn a_token_that_lasts_no_longer_than_the_one_before_it_is_told_apart() {
    let mut ending = Ending::default();
    ending.warns(Some(END), before(100));
    assert!(!ending.is_no_longer(), "the first has none before it");
    let short = END.plus_milliseconds(10_000);
    assert_eq!(
        ending.warns(Some(short), before(99)),
        Some(Warning::VerySoon)
    );
    assert!(ending.is_no_longer());
    let day = 86_400;
    let long = END.plus_milliseconds(day * 1_000);
    assert_eq!(ending.warns(Some(long), before(98)), None);
    assert!(!ending.is_no_longer());
    // At its own end that one is as good as the first.
    let at_its_end = before(200 - day);
    assert_eq!(
        ending.warns(Some(long), at_its_end),
        Some(Warning::VerySoon)
    );
    assert!(!ending.is_no_longer());
}
