//! What a former page has left is sent only after a look.

use changes::{Event, LeftNow, LeftPlan, Record};
use cloud_api::{Before, Mutation};

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
    let stages = LeftPlan::of(&record.left(), now).stages.into_iter();
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
    now.add(&left[0].reads()[0], &grants(&[]));
    now.add(&left[1].reads()[0], &grants(&[CARLA]));
    assert_eq!(names(&record, &now)[0], [vec!["carla"]]);
    assert!(LeftPlan::of(&left, &now).left_alone.is_empty() && now.nothing_read().is_none());
    assert!(now.sends_the_same(&now) && !now.sends_the_same(&LeftNow::default()));
}

#[test]
fn what_could_not_be_read_is_not_sent() {
    let record = interrupted();
    let mut now = LeftNow::default();
    for left in record.left() {
        now.add(&left.reads()[0], &lost());
    }
    assert_eq!(names(&record, &now), [[[""; 0]; 0]; 0]);
    assert!(now.nothing_read().is_some());
    assert_eq!(LeftPlan::of(&record.left(), &now).left_alone.len(), 4);
}

#[test]
fn what_was_sent_anew_or_found_as_wanted_is_not_left_any_more() {
    let mut record = interrupted();
    let mut now = LeftNow::default();
    let left = record.left();
    now.add(&left[0].reads()[0], &grants(&[]));
    record.note_sent_anew(&left, &now);
    assert_eq!(record.left(), []);
    assert!(record.is_sent_anew());
}

#[test]
fn what_could_not_be_read_and_what_waits_for_it_are_still_left_when_the_rest_was_sent_anew() {
    let mut record = interrupted();
    let mut now = LeftNow::default();
    let left = record.left();
    now.add(&left[1].reads()[0], &lost());
    record.note_sent_anew(&left, &now);
    assert_eq!(
        names(&record, &LeftNow::default()),
        [[vec!["ben", "carla"]], [vec!["a"]]]
    );
    assert!(!record.is_sent_anew());
}

#[test]
fn what_is_found_not_done_after_the_rest_was_sent_anew_is_left_as_well() {
    let stages = vec![vec![cancel("a", &[BEN]), cancel("b", &[CARLA])]];
    let mut run = Run::confirmed(stages.clone());
    run.answer(0, no_right());
    let mut record = record(stages, |_| ());
    record.change = run.change.clone();
    record.change.handle(Event::Resumed, run.now);
    let left = record.left();
    record.note_sent_anew(&left, &LeftNow::default());
    assert!(record.is_sent_anew());

    run.event(Event::Resumed);
    run.event(Event::SignedIn);
    while !run.change.is_settled() {
        run.read(1, grants(&[CARLA]));
        if !run.change.is_settled() {
            run.wake();
        }
    }
    record.change = run.change;
    assert_eq!(names(&record, &LeftNow::default()), [[vec!["carla"]]]);
    assert!(!record.is_sent_anew());
}

#[test]
fn a_description_that_somebody_has_changed_meanwhile_is_not_written_over() {
    let record = record(vec![vec![make_private("a")]], |run| {
        run.answer(0, no_right());
    });
    let mut now = LeftNow::default();
    let left = record.left();
    let shown = r#"{"name":"a","is_public":true,"category":"linux","description":"another one"}"#;
    now.add(&left[0].reads()[0], &Ok(response(200, shown)));
    let stages = LeftPlan::of(&left, &now).stages;
    let [[write]] = [&stages[0][..]] else {
        panic!("one write")
    };
    let Mutation::UpdateRepository(sent) = &write.mutation else {
        panic!("another write")
    };
    assert!(!sent.is_public);
    assert_eq!(
        (&*sent.category, &*sent.description),
        ("linux", "another one")
    );
    let Before::Repository(before) = &write.before else {
        panic!("what was read is not noted")
    };
    assert_eq!(before.description, "another one");
    // The person decided about pulling alone.
    assert!(now.sends_the_same(&LeftNow::default()));

    let is_private = shown.replace("true", "false");
    let mut now = LeftNow::default();
    now.add(&left[0].reads()[0], &Ok(response(200, &is_private)));
    assert_eq!(LeftPlan::of(&left, &now).stages, [] as [Vec<_>; 0]);
}

#[test]
fn what_rests_on_what_was_read_is_sent_again_only_after_another_look() {
    let refused = |write| {
        record(vec![vec![write]], |run| {
            run.answer(0, no_right());
        })
    };
    assert!(refused(make_private("a")).rests_on_what_was_read());
    assert!(!refused(cancel("shop/api", &[BEN])).rests_on_what_was_read());
}

#[test]
fn another_repository_in_the_answer_tells_nothing_of_this_one() {
    let record = record(vec![vec![make_private("a")]], |run| {
        run.answer(0, no_right());
    });
    let mut now = LeftNow::default();
    let left = record.left();
    let other = r#"{"name":"b","is_public":true,"category":"","description":"of b"}"#;
    now.add(&left[0].reads()[0], &Ok(response(200, other)));
    assert!(now.nothing_read().is_some());
    assert_eq!(LeftPlan::of(&left, &now).stages, [] as [Vec<_>; 0]);
}
