//! When what is looked at is read again by itself.

use reads::schedule::Sight;
use reads::{Alarm, Refresh, RefreshCommand, RefreshEvent, Watched};

const MOVING: Watched = Watched {
    goes_on: true,
    may_read: true,
    sight: Sight::Seen,
};

const ENDED: Watched = Watched {
    goes_on: false,
    ..MOVING
};

fn busy(watched: Watched) -> Watched {
    Watched {
        may_read: false,
        ..watched
    }
}

fn changed(refresh: &mut Refresh, watched: Watched) -> Option<RefreshCommand> {
    refresh.handle(RefreshEvent::Changed(watched))
}

/// How long is waited now, and for which alarm.
fn wait(refresh: &mut Refresh, watched: Watched) -> (i64, Alarm) {
    match changed(refresh, watched) {
        Some(RefreshCommand::Wait {
            milliseconds,
            alarm,
        }) => (milliseconds, alarm),
        other => panic!("nothing to wait for: {other:?}"),
    }
}

#[test]
fn what_rests_is_never_read_again() {
    let mut refresh = Refresh::default();
    for watched in [ENDED, busy(ENDED), ENDED] {
        assert_eq!(changed(&mut refresh, watched), None);
    }
}

#[test]
fn what_moves_is_read_again_after_each_wait_and_the_waits_grow() {
    let mut refresh = Refresh::default();
    let mut waits = Vec::new();
    for _ in 0..6 {
        let (milliseconds, alarm) = wait(&mut refresh, MOVING);
        waits.push(milliseconds);
        assert_eq!(
            refresh.handle(RefreshEvent::Rang(alarm)),
            Some(RefreshCommand::Read)
        );
        assert_eq!(changed(&mut refresh, busy(MOVING)), None);
    }
    assert_eq!(waits, [1_000, 2_000, 3_000, 5_000, 5_000, 5_000]);
}

#[test]
fn nothing_is_waited_for_while_it_may_not_be_read() {
    let mut refresh = Refresh::default();
    assert_eq!(changed(&mut refresh, busy(MOVING)), None);
}

#[test]
fn a_wait_that_was_given_up_rings_in_vain() {
    let mut refresh = Refresh::default();
    let (_, first) = wait(&mut refresh, MOVING);
    assert_eq!(changed(&mut refresh, busy(MOVING)), None);
    assert_eq!(refresh.handle(RefreshEvent::Rang(first)), None);
    // It does not count as a reading either.
    let (milliseconds, second) = wait(&mut refresh, MOVING);
    assert_eq!(milliseconds, 1_000);
    assert_ne!(first, second);
}

#[test]
fn an_alarm_rings_once() {
    let mut refresh = Refresh::default();
    let (_, alarm) = wait(&mut refresh, MOVING);
    assert_eq!(
        refresh.handle(RefreshEvent::Rang(alarm)),
        Some(RefreshCommand::Read)
    );
    assert_eq!(refresh.handle(RefreshEvent::Rang(alarm)), None);
}

#[test]
fn when_all_has_ended_it_is_read_once_more() {
    let mut refresh = Refresh::default();
    wait(&mut refresh, MOVING);
    assert_eq!(changed(&mut refresh, ENDED), Some(RefreshCommand::Read));
    assert_eq!(changed(&mut refresh, busy(ENDED)), None);
    assert_eq!(changed(&mut refresh, ENDED), None);
}

#[test]
fn the_last_reading_waits_until_it_may_be_made() {
    let mut refresh = Refresh::default();
    assert_eq!(changed(&mut refresh, busy(MOVING)), None);
    assert_eq!(changed(&mut refresh, busy(ENDED)), None);
    assert_eq!(changed(&mut refresh, ENDED), Some(RefreshCommand::Read));
}

#[test]
fn what_moves_anew_is_waited_for_briefly_at_first_again() {
    let mut refresh = Refresh::default();
    let (_, alarm) = wait(&mut refresh, MOVING);
    refresh.handle(RefreshEvent::Rang(alarm));
    assert_eq!(wait(&mut refresh, MOVING).0, 2_000);
    assert_eq!(changed(&mut refresh, busy(ENDED)), None);
    assert_eq!(wait(&mut refresh, MOVING).0, 1_000);
}

#[test]
fn what_nobody_sees_is_waited_for_longer_and_at_once_anew_when_it_is_seen() {
    let hidden = Watched {
        sight: Sight::Hidden,
        ..MOVING
    };
    let mut refresh = Refresh::default();
    let (milliseconds, unseen) = wait(&mut refresh, hidden);
    assert_eq!(milliseconds, 30_000);
    assert_eq!(wait(&mut refresh, MOVING).0, 1_000);
    assert_eq!(refresh.handle(RefreshEvent::Rang(unseen)), None);
}
