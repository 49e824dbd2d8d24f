//! What people type for a replication policy: patterns, schedule, name.

use cloud_api::TextError;
use cloud_api::enterprise::{
    CronError, Filter, FilterError, FilterType, PolicyName, Schedule, ScheduleError,
};

#[test]
fn a_schedule_has_six_fields_begins_on_the_minute_and_comes_at_all() {
    for (text, expected) in [
        ("0 0 2 * * ?", "0 0 2 * * ?"),
        ("  0  30 3\t* * mon-fri ", "0 30 3 * * mon-fri"),
        ("0 0 */6 1,15 * ?", "0 0 */6 1,15 * ?"),
    ] {
        let typed = Schedule::typed(text).map(|it| it.as_str().to_owned());
        assert_eq!(typed.as_deref(), Ok(expected));
    }
    let refused = |text| Schedule::typed(text).unwrap_err();
    assert_eq!(refused(""), ScheduleError::Cron(CronError::Fields(0)));
    assert_eq!(
        refused("0 2 * * ?"),
        ScheduleError::Cron(CronError::Fields(5))
    );
    for text in ["5 0 2 * * ?", "* 0 2 * * ?", "*/5 * * * * ?"] {
        assert_eq!(refused(text), ScheduleError::Seconds, "{text}");
    }
    assert_eq!(refused("0 0 0 30 2 ?"), ScheduleError::Never);
    assert!(matches!(
        refused("0 0 24 * * ?"),
        ScheduleError::Cron(CronError::Field { .. })
    ));
}

#[test]
fn a_filter_is_a_pattern_that_is_understood() {
    let typed = |text| Filter::typed(FilterType::Name, text).map(|it| it.value);
    assert_eq!(typed(" library/** "), Ok(Some("library/**".to_owned())));
    assert_eq!(typed("{a,b*}/c"), Ok(Some("{a,b*}/c".to_owned())));
    assert_eq!(typed("  "), Err(FilterError::Empty));
    assert!(matches!(typed("{a,b"), Err(FilterError::Pattern(_))));
}

#[test]
fn a_policy_has_a_longer_name_than_a_registry() {
    assert!("n".repeat(256).parse::<PolicyName>().is_ok());
    let expected = TextError::TooLong {
        length: 257,
        maximum: 256,
    };
    assert_eq!("n".repeat(257).parse::<PolicyName>(), Err(expected));
    // What the service has listed may be older than its rules.
    assert!("<script>".parse::<PolicyName>().is_err());
    assert!(PolicyName::listed("<script>alert(1)</script>").is_some());
    assert!(PolicyName::listed("").is_none() && PolicyName::listed("..").is_none());
}
