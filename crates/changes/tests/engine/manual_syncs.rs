//! Copying tags: what was started is known, what becomes of it is not.

use changes::{ItemState, Reason};
use cloud_api::Before;

use crate::cloud::*;

const LEFT_OUT: ItemState = ItemState::Failed(Reason::LeftOut);

#[test]
fn a_tag_that_the_answer_names_as_failed_is_not_taken_and_the_others_are_read_back() {
    let mut run = Run::confirmed(vec![vec![sync(&["1.4.1", "1.4.2"])]]);
    let named = Ok(response(200, r#"["1.4.2"]"#));
    assert_eq!(run.answer(0, named), [read_back(0)]);
    assert_eq!(*run.state(1), LEFT_OUT);
    assert_eq!(run.read(0, jobs(&["1.4.1"])), []);
    assert!(matches!(
        run.state(0),
        ItemState::Done {
            verified: Some(_),
            ..
        }
    ));
    assert_eq!(*run.state(1), LEFT_OUT);
    assert!(run.change.is_settled());
}

#[test]
fn when_the_answer_names_every_tag_nothing_is_read_back_and_retry_sends_them() {
    for body in [
        r#"["1.4.1","1.4.2"]"#,
        r#"[{"tag":"1.4.1"},{"Tag":"1.4.2"}]"#,
    ] {
        let mut run = Run::confirmed(vec![vec![sync(&["1.4.1", "1.4.2"])]]);
        assert_eq!(run.answer(0, Ok(response(200, body))), [], "{body}");
        assert!(run.change.is_settled() && run.change.needs_retry());
        run.event(changes::Event::Retry);
        assert_eq!(run.names_on(1), ["1.4.1", "1.4.2"]);
    }
}

#[test]
fn names_that_are_none_of_the_tags_change_nothing() {
    for body in ["[]", "null", r#"["other"]"#, r#"[{"reason":"1.4.1"}]"#] {
        let mut run = Run::confirmed(vec![vec![sync(&["1.4.1"])]]);
        assert_eq!(run.answer(0, Ok(response(200, body))), [read_back(0)]);
        assert!(run.state(0).is_done());
    }
}

#[test]
fn an_older_job_does_not_show_a_copy_not_even_after_retry() {
    let older = || jobs(&["1.4.1"]);
    let mut run = Run::confirmed(vec![vec![sync_after(Some(1), &["1.4.1"])]]);
    run.answer(0, lost());
    for _ in 0..3 {
        run.read(0, older());
        run.wake();
    }
    run.read(0, older());
    assert!(matches!(
        run.state(0),
        ItemState::Failed(Reason::LeftAfterUnclear(_))
    ));
    run.event(changes::Event::Retry);
    let again = &run.change.calls()[&changes::CallId(1)];
    let before = Before::SyncJobs {
        newest: Some(1),
        caller: ANNA.to_owned(),
    };
    assert_eq!(again.before, before);
    run.answer(1, no_content());
    run.read(1, older());
    assert!(matches!(
        run.state(0),
        ItemState::Done { verified: None, .. }
    ));
}

#[test]
fn what_is_sent_again_while_the_others_are_read_back_is_judged_by_its_own_call() {
    let mut run = Run::confirmed(vec![vec![sync(&["1.4.1", "1.4.2"])]]);
    run.answer(0, Ok(response(200, r#"["1.4.2"]"#)));
    run.read(0, jobs(&[]));
    // What was accepted is read back when its time comes, not before.
    let sent_alone = [changes::Command::Save, send(1)];
    assert_eq!(run.event(changes::Event::Retry), sent_alone);
    assert_eq!(run.names_on(1), ["1.4.2"]);
    run.answer(1, Ok(response(200, "[]")));
    run.read(1, jobs(&[]));
    // The list lags behind both.
    for _ in 0..3 {
        run.now = run.now.plus_milliseconds(4_000);
        run.event(changes::Event::Tick);
        run.read(0, jobs(&[]));
    }
    assert_eq!(*run.state(0), ItemState::Failed(Reason::NotApplied));
    assert!(matches!(
        run.state(1),
        ItemState::Done { verified: None, .. }
    ));
    run.event(changes::Event::Tick);
    run.read(1, jobs(&["1.4.2"]));
    assert!(matches!(
        run.state(1),
        ItemState::Done {
            verified: Some(_),
            ..
        }
    ));
}
