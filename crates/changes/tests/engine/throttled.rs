//! The service wants fewer requests: it goes on by itself, and slower.

use cloud_api::{ApiError, Meaning, Response};

use changes::{Command, Event, ItemState, PlannedWrite, Reason};

use crate::cloud::*;

fn many(count: usize) -> Vec<Vec<PlannedWrite>> {
    let names = (0..count).map(|number| format!("shop-{number}"));
    vec![names.map(|name| cancel(&name, &[BEN])).collect()]
}

fn too_many() -> Outcome {
    gateway_refusal(429, "APIGW.0308")
}

fn busy() -> Outcome {
    refusal(409, "SVCSTG.SWR.4090023")
}

fn after(seconds: &str, outcome: Outcome) -> Outcome {
    let told = ("Retry-After".to_owned(), seconds.to_owned());
    outcome.map(|response| Response {
        headers: vec![told],
        ..response
    })
}

fn under_way(run: &Run) -> Vec<u32> {
    let calls = run.change.calls().iter();
    let sent = calls.filter(|(_, call)| call.state == changes::CallState::Sent);
    sent.map(|(id, _)| id.0).collect()
}

/// Answers all that is under way, each call as it is told; lists name nobody any more.
fn answer_all(run: &mut Run, answer: impl Fn(u32) -> Outcome) {
    for call in under_way(run) {
        run.answer(call, answer(call));
    }
    let read_back: Vec<u32> = run.change.calls().keys().map(|id| id.0).collect();
    for call in read_back {
        run.read(call, grants(&[]));
    }
}

/// Lets time pass to the end of each pause until nothing is to be done; gives the pauses in
/// milliseconds.
fn carry_out(run: &mut Run, answer: impl Fn(u32) -> Outcome) -> Vec<i64> {
    let mut pauses = Vec::new();
    for _ in 0..1_000 {
        if run.change.is_settled() {
            return pauses;
        }
        answer_all(run, &answer);
        if let Some(until) = run.change.waits_until() {
            pauses.push(until.milliseconds_since(run.now));
            run.now = until;
            run.event(Event::Tick);
        }
    }
    panic!("it never ends: {:?}", run.change.progress());
}

#[test]
fn a_call_that_came_too_soon_is_sent_again_by_itself_when_the_service_says() {
    for (refused, pause) in [
        (too_many(), 2_000),
        (busy(), 2_000),
        (after("7", too_many()), 7_000),
        (after("0", too_many()), 1_000),
        (after("86400", too_many()), 300_000),
    ] {
        let mut run = Run::confirmed(one());
        run.answer(0, refused);
        assert_eq!(*run.state(0), ItemState::Waiting);
        assert!(run.sent().is_empty());
        assert!(!run.change.is_settled() && !run.change.needs_retry());
        assert_eq!(
            run.change.waits_until(),
            Some(START.plus_milliseconds(pause))
        );
        assert_eq!(run.wake(), pause);
        assert_eq!(run.commands, [Command::Save, send(0)]);
        assert_eq!(run.change.waits_until(), None);
        run.answer(0, no_content());
        run.read(0, grants(&[]));
        assert_eq!(run.change.progress().done, 1);
    }
}

#[test]
fn fifty_deletions_are_all_done_although_one_answer_was_too_many_requests() {
    let mut run = Run::confirmed(many(50));
    run.answer(2, too_many());
    assert!(run.sent().is_empty());
    let pauses = carry_out(&mut run, |_| no_content());
    assert_eq!(run.change.progress().done, 50);
    assert_eq!(pauses, [2_000]);
}

#[test]
fn one_thing_that_stays_busy_fails_alone_and_after_the_others() {
    let mut run = Run::confirmed(many(50));
    carry_out(
        &mut run,
        |call| if call == 3 { busy() } else { no_content() },
    );
    let progress = run.change.progress();
    assert_eq!((progress.done, progress.failed), (49, 1));
    let ItemState::Failed(Reason::Refused(error)) = run.state(3) else {
        panic!("{:?}", run.state(3));
    };
    assert_eq!(error.meaning(), Some(Meaning::Throttled));
}

#[test]
fn a_service_that_takes_nothing_any_more_ends_the_change_after_some_pauses() {
    let mut run = Run::confirmed(many(50));
    let pauses = carry_out(&mut run, |_| too_many());
    let expected = [2, 4, 8, 16, 32, 60, 60, 60].map(|seconds| seconds * 1_000);
    assert_eq!(pauses, expected);
    assert_eq!(run.change.progress().stopped, 49);
    assert!(run.change.needs_retry());
    run.event(Event::Retry);
    assert_eq!(run.sent().len(), 1);
}

#[test]
fn what_was_under_way_beside_the_refused_one_makes_the_pause_no_longer() {
    let mut run = Run::confirmed(many(6));
    for call in 0..4 {
        run.answer(call, too_many());
    }
    assert_eq!(
        run.change.waits_until(),
        Some(START.plus_milliseconds(2_000))
    );
    let mut run = Run::confirmed(many(6));
    run.answer(0, too_many());
    run.answer(1, after("9", too_many()));
    run.answer(2, after("5", too_many()));
    assert_eq!(
        run.change.waits_until(),
        Some(START.plus_milliseconds(9_000))
    );
}

#[test]
fn a_refusal_that_comes_before_the_timer_of_a_pause_that_is_over_begins_another() {
    let mut run = Run::confirmed(many(6));
    run.answer(0, too_many());
    run.now = run.now.plus_milliseconds(2_500);
    run.answer(1, too_many());
    assert!(run.sent().is_empty());
    let until = run.now.plus_milliseconds(4_000);
    assert_eq!(run.change.waits_until(), Some(until));
}

#[test]
fn a_clock_that_is_set_back_makes_no_pause_longer() {
    let three_hours = -3 * 3_600_000;
    let mut run = Run::confirmed(one());
    run.answer(0, too_many());
    run.now = run.now.plus_milliseconds(three_hours);
    assert_eq!(run.event(Event::Tick), [Command::Save, send(0)]);
    run.answer(0, lost());
    run.read(0, grants(&[BEN]));
    run.now = run.now.plus_milliseconds(three_hours);
    assert_eq!(run.event(Event::Tick), [read_back(0)]);
}

#[test]
fn after_a_pause_fewer_are_under_way_until_it_goes_well_again() {
    let mut run = Run::confirmed(many(200));
    assert_eq!(under_way(&run).len(), 4);
    run.answer(0, too_many());
    answer_all(&mut run, |_| no_content());
    run.now = run.now.plus_milliseconds(2_000);
    run.event(Event::Tick);
    assert_eq!(under_way(&run).len(), 2);
    for _ in 0..40 {
        answer_all(&mut run, |_| no_content());
    }
    assert_eq!(under_way(&run).len(), 4);
}

#[test]
fn what_was_taken_before_the_pause_is_read_back_after_it() {
    let mut run = Run::confirmed(many(2));
    run.answer(0, too_many());
    assert!(!run.answer(1, no_content()).contains(&read_back(1)));
    run.now = run.now.plus_milliseconds(2_000);
    let commands = run.event(Event::Tick);
    assert_eq!(commands, [read_back(1), Command::Save, send(0)]);
}

#[test]
fn the_person_can_stop_it_during_the_pause() {
    let mut run = Run::confirmed(many(6));
    for call in 0..4 {
        run.answer(call, too_many());
    }
    assert!(run.change.may_stop());
    run.event(Event::Stop);
    assert_eq!(run.change.progress().stopped, 6);
    assert!(run.change.is_settled());
    assert_eq!(run.change.waits_until(), None);
    run.now = run.now.plus_milliseconds(2_000);
    assert_eq!(run.event(Event::Tick), []);
}

#[test]
fn what_is_refused_as_too_soon_after_a_stop_is_not_sent_again() {
    let mut run = Run::confirmed(one());
    run.event(Event::Stop);
    assert_eq!(run.answer(0, too_many()), []);
    assert!(matches!(
        run.state(0),
        ItemState::Failed(Reason::Refused(_))
    ));
    assert!(run.change.is_settled());
}

#[test]
fn a_timer_that_rings_early_and_a_retry_send_nothing_during_the_pause() {
    let mut run = Run::confirmed(many(2));
    run.answer(1, no_right());
    run.answer(0, too_many());
    let until = run.change.waits_until().unwrap();
    run.now = run.now.plus_milliseconds(500);
    assert_eq!(run.event(Event::Tick), [Command::Wake { at: until }]);
    assert!(run.event(Event::Retry).is_empty());
    assert_eq!(run.change.waits_until(), Some(until));
}

#[test]
fn a_429_of_a_server_on_the_way_is_no_word_of_the_service() {
    let mut run = Run::confirmed(many(6));
    run.answer(0, Ok(response(429, "<html>slow down</html>")));
    assert!(matches!(run.state(0), ItemState::Unknown { .. }));
    assert_eq!(*run.state(5), ItemState::Stopped);
    assert_eq!(run.change.waits_until(), None);
}

#[test]
fn a_throttled_read_back_slows_down_what_is_sent_and_is_repeated_after_the_pause() {
    let mut run = Run::confirmed(many(6));
    run.answer(0, no_content());
    assert_eq!(
        run.read(0, after("30", too_many())),
        [Command::Wake {
            at: START.plus_milliseconds(30_000)
        }]
    );
    for call in [1, 2, 3, 4] {
        assert!(run.answer(call, no_content()).is_empty());
    }
    run.now = START.plus_milliseconds(30_000);
    run.event(Event::Tick);
    assert_eq!(
        run.commands,
        [read_back(0), read_back(1), Command::Save, send(5)]
    );
    run.read(0, grants(&[]));
    assert!(run.commands.contains(&read_back(2)));
}

#[test]
fn read_backs_that_are_always_throttled_end_as_not_checked() {
    let mut run = Run::confirmed(one());
    run.answer(0, no_content());
    for _ in 0..8 {
        run.read(0, too_many());
        run.wake();
    }
    assert_eq!(run.read(0, too_many()), []);
    assert!(run.change.is_settled());
    let ItemState::Done {
        verified: None,
        read_back_error: Some(error),
    } = run.state(0)
    else {
        panic!("{:?}", run.state(0));
    };
    assert_eq!(error.meaning(), Some(Meaning::Throttled));
}

#[test]
fn what_cannot_be_read_back_for_throttling_stays_unknown_until_somebody_asks() {
    let mut run = Run::confirmed(one());
    run.answer(0, lost());
    for _ in 0..8 {
        run.read(0, too_many());
        run.wake();
    }
    assert_eq!(run.read(0, too_many()), []);
    assert!(matches!(run.state(0), ItemState::Unknown { .. }));
    assert!(run.change.needs_retry());
    assert_eq!(run.event(Event::Retry), [read_back(0)]);
    run.read(0, grants(&[]));
    assert!(run.state(0).is_done());
}

#[test]
fn a_change_that_waits_is_not_yet_taken() {
    let mut run = Run::confirmed(vec![vec![create_organization("shop")]]);
    run.answer(0, too_many());
    assert_eq!(run.change.taken(), None::<Result<(), ApiError>>);
}
