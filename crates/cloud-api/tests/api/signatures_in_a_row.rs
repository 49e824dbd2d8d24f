//! How many signatures of a key go at once, and after how many refused ones none goes any more.

use cloud_api::Response;
use cloud_api::signing::{InARow, Next, Sent, Taken};

use crate::support::answer;

fn refused() -> Taken {
    Taken::Refused(refusal())
}

fn refusal() -> Response {
    answer(401, r#"{"error_code":"APIGW.0301","error_msg":"m"}"#)
}

/// The next one, which goes.
fn go(row: &mut InARow) -> Sent {
    match row.go_next() {
        Next::Go(sent) => sent,
        other => panic!("{other:?}"),
    }
}

/// All that go at once.
fn as_many_as_go(row: &mut InARow) -> Vec<Sent> {
    let mut all = Vec::new();
    while let Next::Go(sent) = row.go_next() {
        all.push(sent);
    }
    all
}

fn waits(row: &mut InARow) -> bool {
    matches!(row.go_next(), Next::Wait)
}

#[test]
fn four_go_at_once_and_one_more_for_each_that_has_ended() {
    let mut row = InARow::default();
    let all = as_many_as_go(&mut row);
    assert_eq!(all.len(), 4);
    assert!(waits(&mut row));
    for sent in &all {
        row.end(sent, Taken::Accepted);
        go(&mut row);
        assert!(waits(&mut row));
    }
}

#[test]
fn however_the_answers_come_no_more_than_five_in_a_row_are_refused() {
    let mut row = InARow::default();
    let mut refusals = 0;
    loop {
        let all = as_many_as_go(&mut row);
        if all.is_empty() {
            break;
        }
        for sent in &all {
            row.end(sent, refused());
            refusals += 1;
        }
    }
    assert_eq!(refusals, 5);
    match row.go_next() {
        Next::Never(told) => assert_eq!(told, refusal()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn one_refused_leaves_room_for_one_less() {
    let mut row = InARow::default();
    let sent = go(&mut row);
    row.end(&sent, refused());
    assert_eq!(as_many_as_go(&mut row).len(), 3);
}

#[test]
fn an_accepted_one_that_was_sent_after_the_refused_ones_begins_anew() {
    let mut row = InARow::default();
    for _ in 0..3 {
        let sent = go(&mut row);
        row.end(&sent, refused());
    }
    let sent = go(&mut row);
    row.end(&sent, Taken::Accepted);
    assert_eq!(as_many_as_go(&mut row).len(), 4);
}

#[test]
fn an_accepted_one_that_was_sent_before_a_refused_one_proves_nothing() {
    let mut row = InARow::default();
    let all = as_many_as_go(&mut row);
    for sent in &all[1..] {
        row.end(sent, refused());
    }
    row.end(&all[0], Taken::Accepted);
    assert_eq!(as_many_as_go(&mut row).len(), 1, "three are in a row");
}

#[test]
fn those_that_nobody_heard_of_may_have_been_refused_and_the_next_goes_alone() {
    let mut row = InARow::default();
    for sent in as_many_as_go(&mut row) {
        row.end(&sent, Taken::NotHeard);
    }
    let alone = as_many_as_go(&mut row);
    assert_eq!(alone.len(), 1);
    row.end(&alone[0], refused());
    assert!(
        matches!(row.go_next(), Next::Never(_)),
        "that was the fifth"
    );
}

#[test]
fn a_service_that_is_never_heard_of_stops_nothing() {
    let mut row = InARow::default();
    for _ in 0..20 {
        let sent = go(&mut row);
        row.end(&sent, Taken::NotHeard);
    }
    let sent = go(&mut row);
    row.end(&sent, Taken::Accepted);
    assert_eq!(as_many_as_go(&mut row).len(), 4);
}

#[test]
fn what_was_not_sent_counts_for_nothing() {
    let mut row = InARow::default();
    for _ in 0..20 {
        let sent = go(&mut row);
        row.end(&sent, Taken::NotSent);
    }
    assert_eq!(as_many_as_go(&mut row).len(), 4);
}
