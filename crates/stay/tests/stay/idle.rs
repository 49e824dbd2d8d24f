//! When a page locks.

use std::num::NonZeroU16;

use cloud_api::Timestamp;
use stay::{Idle, Presence};

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_milliseconds(1_000_000_000_000 + seconds * 1_000)
}

fn idle(minutes: u16) -> Idle {
    Idle::since(at(0), NonZeroU16::MIN.saturating_add(minutes - 1))
}

#[test]
fn two_minutes_before_the_end_it_is_told_when_that_is() {
    let mut idle = idle(15);
    let until = at(900);
    for (second, presence) in [
        (0, Presence::There),
        (779, Presence::There),
        (780, Presence::Leaving { until }),
        (899, Presence::Leaving { until }),
        (900, Presence::Gone),
        (1_000_000, Presence::Gone),
    ] {
        assert_eq!(idle.presence(at(second)), presence, "{second}");
    }
}

#[test]
fn a_short_time_is_told_at_its_half() {
    let mut idle = idle(1);
    assert_eq!(idle.presence(at(29)), Presence::There);
    let until = at(60);
    assert_eq!(idle.presence(at(30)), Presence::Leaving { until });
    assert_eq!(idle.presence(at(60)), Presence::Gone);
}

#[test]
fn whoever_uses_the_page_in_time_has_the_whole_time_again() {
    let mut idle = idle(15);
    for turn in 1..20 {
        assert_eq!(idle.use_at(at(turn * 890)), Presence::There, "{turn}");
    }
    assert_eq!(idle.used_at(), at(19 * 890));
}

#[test]
fn whoever_comes_too_late_does_not_go_on() {
    let mut idle = idle(15);
    assert_eq!(idle.use_at(at(900)), Presence::Gone);
    assert_eq!(idle.used_at(), at(0));
    assert_eq!(idle.presence(at(901)), Presence::Gone);
}

#[test]
fn a_clock_that_is_put_back_begins_the_time_anew() {
    let mut idle = idle(15);
    assert_eq!(idle.presence(at(-36_000)), Presence::There);
    assert_eq!(idle.used_at(), at(-36_000));
    assert_eq!(idle.presence(at(-36_000 + 900)), Presence::Gone);
}

#[test]
fn the_longest_time_and_the_farthest_clock_are_numbers_too() {
    let mut idle = idle(u16::MAX);
    let farthest = Timestamp::from_milliseconds(i64::MAX);
    assert_eq!(idle.presence(farthest), Presence::Gone);
    let first = Timestamp::from_milliseconds(i64::MIN);
    assert_eq!(idle.presence(first), Presence::There);
}
