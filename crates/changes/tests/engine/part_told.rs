//! Read-backs that tell of some of a call's things only.

use changes::{Event, ItemState, Reason};

use crate::cloud::*;

/// The list names one who still has access, and has a row that may be anybody's.
fn one_and_an_unread_row(user: &str) -> Outcome {
    let body = format!(
        r#"{{"name":"shop/api","others_auths":[{{"user_id":"{user}","user_name":"x","auth":1}},"broken"]}}"#
    );
    Ok(response(200, &body))
}

fn read_until_it_is_told(run: &mut Run, answer: impl Fn() -> Outcome) {
    for _ in 0..3 {
        run.read(0, answer());
        run.wake();
    }
    run.read(0, answer());
}

#[test]
fn who_is_surely_left_is_told_although_of_others_nothing_is_known() {
    let mut run = Run::confirmed(vec![vec![cancel("shop/api", &[ANNA, BEN])]]);
    run.answer(0, no_content());
    read_until_it_is_told(&mut run, || one_and_an_unread_row(ANNA));
    assert_eq!(*run.state(0), ItemState::Failed(Reason::NotApplied));
    assert!(matches!(
        run.state(1),
        ItemState::Done {
            verified: None,
            read_back_error: Some(_)
        }
    ));
    assert!(run.change.is_settled() && run.change.needs_retry());
}

#[test]
fn after_a_lost_answer_who_is_surely_left_can_be_sent_again_and_the_others_stay_unknown() {
    let mut run = Run::confirmed(vec![vec![cancel("shop/api", &[ANNA, BEN])]]);
    run.answer(0, lost());
    read_until_it_is_told(&mut run, || one_and_an_unread_row(ANNA));
    assert!(matches!(
        run.state(0),
        ItemState::Failed(Reason::LeftAfterUnclear(_))
    ));
    assert!(matches!(run.state(1), ItemState::Unknown { .. }));
    run.event(Event::Retry);
    assert_eq!(run.names_on(1), ["anna"]);
    // The first call is read again for ben alone.
    assert_eq!(
        run.commands,
        [read_back(0), changes::Command::Save, send(1)]
    );
    run.read(0, grants(&[ANNA]));
    assert!(run.state(1).is_done());
    assert_eq!(*run.state(0), ItemState::Running);
}
