//! Nobody knows whether the service took the write.

use cloud_api::{Before, Inverse, Meaning, Why};

use changes::{Event, ItemState, Reason};

use crate::cloud::*;

/// Why the latest read-back told nothing of an unknown item.
fn hindrance(run: &Run) -> Option<Meaning> {
    match run.state(0) {
        ItemState::Unknown {
            read_back_error, ..
        } => read_back_error.as_ref()?.meaning(),
        state => panic!("{state:?}"),
    }
}

fn is_unknown(run: &Run) -> bool {
    matches!(run.state(0), ItemState::Unknown { .. })
}

#[test]
fn after_a_500_nothing_is_sent_again_by_itself() {
    let mut run = Run::confirmed(three());
    assert_eq!(run.answer(0, server_fault()), [read_back(0)]);
    assert_eq!(run.change.progress().unknown, 3);
    for expected in [1_000, 2_000, 4_000] {
        run.read(0, grants(&[BEN, CARLA]));
        assert!(run.sent().is_empty());
        assert_eq!(run.wake(), expected);
        assert_eq!(run.commands, [read_back(0)]);
    }
    assert_eq!(run.read(0, grants(&[BEN, CARLA])), []);
    assert!(matches!(
        run.state(0),
        ItemState::Done {
            verified: Some(_),
            ..
        }
    ));
    assert!(matches!(
        run.state(1),
        ItemState::Failed(Reason::LeftAfterUnclear(_))
    ));
    assert!(run.change.needs_retry() && run.change.is_settled());
}

#[test]
fn every_unclear_answer_is_read_back_at_once() {
    let gateway = || Ok(response(502, "<html>"));
    for outcome in [
        lost(),
        server_fault(),
        gateway(),
        refusal(503, ""),
        refusal(504, ""),
    ] {
        let mut run = Run::confirmed(one());
        assert_eq!(run.answer(0, outcome), [read_back(0)]);
        assert!(is_unknown(&run));
    }
}

#[test]
fn a_lost_answer_whose_write_took_effect_is_done() {
    let mut run = Run::confirmed(one());
    run.answer(0, lost());
    run.read(0, grants(&[]));
    assert_eq!(
        *run.state(0),
        ItemState::Done {
            verified: Some(run.now),
            read_back_error: None
        }
    );
}

#[test]
fn retry_after_an_unclear_answer_sends_only_what_the_reading_left() {
    let mut run = Run::confirmed(three());
    run.answer(0, lost());
    for _ in 0..3 {
        run.read(0, grants(&[CARLA]));
        run.wake();
    }
    run.read(0, grants(&[CARLA]));
    assert_eq!(run.event(Event::Retry), [changes::Command::Save, send(1)]);
    assert_eq!(run.names_on(1), ["carla"]);
}

#[test]
fn a_check_that_gets_no_answer_goes_on_every_5_seconds() {
    let mut run = Run::confirmed(one());
    run.answer(0, lost());
    for (expected, outcome) in [1_000, 2_000, 4_000, 5_000, 5_000, 5_000].into_iter().zip([
        lost(),
        server_fault(),
        offline(),
        lost(),
        refusal(503, ""),
        lost(),
    ]) {
        run.read(0, outcome);
        assert!(is_unknown(&run));
        assert_eq!(run.wake(), expected);
        assert_eq!(run.commands, [read_back(0)]);
    }
    run.read(0, grants(&[]));
    assert!(run.state(0).is_done());
}

#[test]
fn a_throttled_check_waits_at_least_5_seconds() {
    let mut run = Run::confirmed(one());
    run.answer(0, lost());
    run.read(0, gateway_refusal(429, "APIGW.0308"));
    assert_eq!(run.wake(), 5_000);
}

#[test]
fn a_list_that_answers_again_is_still_read_three_more_times() {
    let mut run = Run::confirmed(one());
    run.answer(0, lost());
    for _ in 0..6 {
        run.read(0, lost());
        run.wake();
    }
    for expected in [1_000, 2_000, 4_000] {
        run.read(0, grants(&[BEN]));
        assert!(is_unknown(&run));
        assert_eq!(run.wake(), expected);
    }
    run.read(0, grants(&[BEN]));
    assert!(matches!(
        run.state(0),
        ItemState::Failed(Reason::LeftAfterUnclear(_))
    ));
}

#[test]
fn a_refused_check_stays_unknown_until_signed_in() {
    let mut run = Run::confirmed(one());
    run.answer(0, lost());
    assert_eq!(run.read(0, token_expired()), []);
    assert_eq!(hindrance(&run), Some(Meaning::SignInAgain));
    assert!(run.change.needs_retry() && !run.change.is_settled());
    assert_eq!(run.event(Event::Tick), []);
    assert_eq!(run.event(Event::SignedIn), [read_back(0)]);
    run.read(0, grants(&[]));
    assert!(run.state(0).is_done() && run.change.is_settled());
}

/// What servers on the way say, whatever the service did.
fn said_on_the_way() -> [Outcome; 5] {
    let page = "<html><h1>nginx</h1></html>";
    [
        Ok(response(200, page)),
        Ok(response(404, page)),
        Ok(response(
            404,
            r#"{"error_code":"PROXY.0404","error_msg":"m"}"#,
        )),
        Ok(response(403, "")),
        Ok(response(302, page)),
    ]
}

#[test]
fn what_a_server_on_the_way_says_of_a_write_is_unknown_and_stops_the_others() {
    for outcome in said_on_the_way() {
        let names = (0..9).map(|number| format!("shop/api-{number}"));
        let writes: Vec<_> = names.map(|name| cancel(&name, &[BEN])).collect();
        let mut run = Run::confirmed(vec![writes]);
        run.answer(0, outcome.clone());
        assert!(is_unknown(&run), "{outcome:?}");
        assert!(run.sent().is_empty(), "{outcome:?}");
        assert_eq!(*run.state(8), ItemState::Stopped, "{outcome:?}");
        run.read(0, grants(&[]));
        assert!(run.state(0).is_done(), "{outcome:?}");
    }
}

#[test]
fn what_a_server_on_the_way_says_of_a_list_proves_nothing_gone() {
    for outcome in said_on_the_way() {
        let mut run = Run::confirmed(one());
        run.answer(0, lost());
        run.read(0, outcome.clone());
        assert!(is_unknown(&run), "{outcome:?}");
        assert_eq!(hindrance(&run), Some(Meaning::NotTheService));
    }
}

#[test]
fn a_4xx_about_time_or_the_connection_leaves_a_write_unknown() {
    for status in [408, 425, 499] {
        let mut run = Run::confirmed(one());
        run.answer(0, refusal(status, "SVCSTG.SWR.5000000"));
        assert!(is_unknown(&run), "{status}");
        assert_eq!(run.commands, [read_back(0)], "{status}");
    }
}

#[test]
fn retry_reads_an_unknown_item_and_sends_nothing() {
    for (refused, meaning) in [
        (no_right(), Meaning::NoRight),
        (gateway_refusal(404, "APIGW.0101"), Meaning::WrongPath),
        (token_expired(), Meaning::SignInAgain),
    ] {
        let mut run = Run::confirmed(one());
        run.answer(0, server_fault());
        run.read(0, refused);
        assert_eq!(hindrance(&run), Some(meaning));
        assert_eq!(run.event(Event::Retry), [read_back(0)]);
    }
}

#[test]
fn retry_does_not_wait_for_the_pause_between_readings() {
    let mut run = Run::confirmed(one());
    run.answer(0, lost());
    run.read(0, grants(&[BEN]));
    assert_eq!(run.event(Event::Retry), [read_back(0)]);
    assert_eq!(run.event(Event::Retry), []);
}

#[test]
fn an_answer_that_comes_after_the_time_limit_changes_nothing() {
    let mut run = Run::confirmed(one());
    run.answer(0, lost());
    let before = run.change.clone();
    assert_eq!(run.answer(0, no_content()), []);
    assert_eq!(run.change, before);
}

/// The read-back cannot tell an older repository from the new one, so the item is done either way:
/// only what was read before sending keeps an undo from deleting the older one.
#[test]
fn after_a_lost_answer_an_older_repository_looks_as_if_it_had_been_created() {
    let mut run = Run::confirmed(vec![vec![create_repository("shop/api")]]);
    assert_eq!(run.answer(0, lost()), [read_back(0)]);
    run.read(0, is_public(false));
    assert!(run.state(0).is_done());
    let create = &create_repository("shop/api").mutation;
    let inverse = |before| create.inverse(&before);
    let delete = |inverse| matches!(inverse, Inverse::Exact(calls) if calls.len() == 1);
    assert!(delete(inverse(Before::Absent)));
    assert_eq!(inverse(Before::Nothing), Inverse::None(Why::NotRead));
}
