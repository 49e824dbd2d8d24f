//! What a former page has left is sent only after a look.

use changes::{Event, LeftNow, Record, stages_of};

use crate::cloud::*;

/// Two stages of which nothing was sent but the first call, which took effect unseen.
fn interrupted() -> Record {
    let stages = vec![
        vec![cancel("a", &[BEN]), cancel("b", &[BEN, CARLA])],
        vec![make_private("a")],
    ];
    record(stages, |run| {
        run.event(Event::Stop);
        run.answer(0, no_right());
        run.answer(1, no_right());
    })
}

fn names(record: &Record, now: &LeftNow) -> Vec<Vec<Vec<String>>> {
    let stages = stages_of(&record.left(), now).into_iter();
    stages
        .map(|writes| writes.into_iter().map(|write| write.names).collect())
        .collect()
}

#[test]
fn everything_that_is_left_is_planned_in_its_stages() {
    let record = interrupted();
    let names = names(&record, &LeftNow::default());
    assert_eq!(names.len(), 2);
    assert_eq!(names[0], [vec!["ben"], vec!["ben", "carla"]]);
}

#[test]
fn what_is_as_it_was_wanted_meanwhile_is_not_sent() {
    let record = interrupted();
    let mut now = LeftNow::default();
    let left = record.left();
    now.add(&left[0], &grants(&[]));
    now.add(&left[1], &grants(&[CARLA]));
    assert_eq!(names(&record, &now)[0], [vec!["carla"]]);
    assert!(now.not_read().is_empty() && now.nothing_read().is_none());
    assert!(now.sends_the_same(&now) && !now.sends_the_same(&LeftNow::default()));
}

#[test]
fn what_could_not_be_read_is_not_sent() {
    let record = interrupted();
    let mut now = LeftNow::default();
    for left in record.left() {
        now.add(&left, &lost());
    }
    assert_eq!(names(&record, &now), [[[""; 0]; 0]; 0]);
    assert!(now.nothing_read().is_some());
    assert_eq!(now.not_read().len(), 4);
}

#[test]
fn what_was_sent_anew_is_not_left_any_more() {
    let mut record = interrupted();
    record.is_sent_anew = true;
    assert_eq!(record.left(), []);
}
