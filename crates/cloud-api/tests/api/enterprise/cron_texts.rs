//! What tells times, and what does not.

use cloud_api::enterprise::{Cron, CronError, CronField};
use proptest::prelude::*;

fn same(one: &str, other: &str) {
    assert_eq!(
        one.parse::<Cron>(),
        other.parse::<Cron>(),
        "{one} | {other}"
    );
    assert!(one.parse::<Cron>().is_ok(), "{one}");
}

#[test]
fn several_texts_tell_the_same_times() {
    for (one, other) in [
        ("0 0 2 * * ?", "0 0 2 ? * *"),
        ("  0  0\t2 * *\n? ", "0 0 2 * * ?"),
        ("0 0 2 * * MON-FRI", "0 0 2 * * 1-5"),
        ("0 0 2 * jan,Dec ?", "0 0 2 * 1,12 ?"),
        ("0 0/15 * * * ?", "0 0,15,30,45 * * * ?"),
        ("0 */15 * * * ?", "0 0,15,30,45 * * * ?"),
        ("0 10-50/20 * * * ?", "0 10,30,50 * * * ?"),
        ("0 */99 * * * ?", "0 0 * * * ?"),
        ("00 00 02 * * ?", "0 0 2 * * ?"),
        ("0 0 2 */1 * ?", "0 0 2 * * ?"),
        ("0 0 2 * * 0-6/1,SUN", "0 0 2 * * sun-sat"),
    ] {
        same(one, other);
    }
}

#[test]
fn six_fields_are_taken_and_no_other_number() {
    for (text, fields) in [
        ("", 0),
        ("  ", 0),
        ("0 2 * * *", 5),
        ("0 0 2 * * ? 2026", 7),
        ("@daily", 1),
    ] {
        assert_eq!(
            text.parse::<Cron>(),
            Err(CronError::Fields(fields)),
            "{text}"
        );
    }
}

#[test]
fn a_field_that_is_not_understood_is_named() {
    use CronField::{DayOfMonth, DayOfWeek, Hour, Minute, Month, Second};
    for (text, field, part) in [
        ("60 0 2 * * ?", Second, "60"),
        ("-1 0 2 * * ?", Second, "-1"),
        ("0 +5 2 * * ?", Minute, "+5"),
        ("0 x 2 * * ?", Minute, "x"),
        ("0 0 24 * * ?", Hour, "24"),
        ("0 0 5-2 * * ?", Hour, "5-2"),
        ("0 0 1-2-3 * * ?", Hour, "1-2-3"),
        ("0 0 */0 * * ?", Hour, "*/0"),
        ("0 0 */ * * ?", Hour, "*/"),
        ("0 0 /2 * * ?", Hour, "/2"),
        ("0 0 2,,3 * * ?", Hour, "2,,3"),
        ("0 0 2, * * ?", Hour, "2,"),
        ("0 0 2 0 * ?", DayOfMonth, "0"),
        ("0 0 2 32 * ?", DayOfMonth, "32"),
        ("0 0 2 L * ?", DayOfMonth, "L"),
        ("0 0 2 15W * ?", DayOfMonth, "15W"),
        ("0 0 2 * 13 ?", Month, "13"),
        ("0 0 2 * january ?", Month, "january"),
        ("0 0 2 * mon ?", Month, "mon"),
        ("0 0 2 * * 7", DayOfWeek, "7"),
        ("0 0 2 * * 2#1", DayOfWeek, "2#1"),
        ("0 0 ２ * * ?", Hour, "２"),
        (
            "0 0 999999999999999999999 * * ?",
            Hour,
            "999999999999999999999",
        ),
    ] {
        let part = part.to_owned();
        let error = CronError::Field { field, text: part };
        assert_eq!(text.parse::<Cron>(), Err(error), "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_reading_panic(text in ".{0,40}", fields in "([0-9*?,/a-c-]{1,6} ){6}") {
        let read = [text.parse::<Cron>(), fields.parse::<Cron>()];
        prop_assert!(read.len() == 2);
    }
}
