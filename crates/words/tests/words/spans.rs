//! How long something lasts, in words.

use words::span::of_minutes;
use words::text;

use crate::support::{chinese, english, says};

#[test]
fn a_span_names_no_hours_where_there_are_none_and_its_last_minute_is_less_than_one() {
    let told = [
        (0, "less than a minute"),
        (1, "1 min"),
        (15, "15 min"),
        (60, "1 h 0 min"),
        (1_507, "25 h 7 min"),
    ];
    for (minutes, expected) in told {
        says(&of_minutes(minutes), expected);
    }
}

#[test]
fn the_end_of_a_token_is_told_by_the_span_that_is_left_of_it() {
    let told = [0, 15].map(|minutes| english(&text::header_ends_soon(of_minutes(minutes))));
    assert_eq!(
        told,
        ["Token ends in less than a minute", "Token ends in 15 min"]
    );
    let last = chinese(&text::header_ends_soon(of_minutes(0)));
    assert_eq!(last, "Token 剩余有效期：不足 1 分钟");
}
