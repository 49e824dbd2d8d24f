//! How much of a change was undone.

use changes::{Record, TakenBack, TakesBack, Undone};
use cloud_api::Before;
use cloud_api::swr::AccessRow;

use crate::cloud::*;

/// Ben's and Carla's access is gone.
fn both_gone() -> Record {
    let row = |user: &str| AccessRow {
        user_id: user.to_owned(),
        user_name: "read before".to_owned(),
        auth: Some(3),
    };
    let planned = changes::PlannedWrite {
        before: Before::Grants {
            caller: ANNA.parse().unwrap(),
            rows: vec![row(BEN), row(CARLA)],
        },
        ..cancel("shop/api", &[BEN, CARLA])
    };
    record(vec![vec![planned]], |run| {
        run.answer(0, no_content());
        run.read(0, grants(&[]));
    })
}

/// The undo of it, on its way.
fn undoing(record: &Record) -> (TakesBack, Run) {
    let undo = record.undo().unwrap();
    let takes_back = TakesBack {
        change: record.change.id(),
        items: undo.takes_back,
    };
    (takes_back, Run::confirmed(undo.stages))
}

fn undone(record: &Record) -> Option<(usize, usize, usize)> {
    let Undone {
        done,
        under_way,
        of,
    } = record.undone()?;
    Some((done, under_way, of))
}

#[test]
fn nothing_is_undone_before_an_undo_has_begun() {
    assert_eq!(undone(&both_gone()), None);
}

#[test]
fn an_undo_is_under_way_until_it_is_done() {
    let mut record = both_gone();
    let (takes_back, mut run) = undoing(&record);
    record.note_undo(&takes_back, &run.change);
    assert_eq!(undone(&record), Some((0, 2, 2)));
    assert_eq!(record.undo(), None);
    run.answer(0, Ok(response(201, "")));
    record.note_undo(&takes_back, &run.change);
    assert_eq!(undone(&record), Some((2, 0, 2)));
    assert_eq!(record.undo(), None);
    assert!(record.taken_back.values().all(|it| *it == TakenBack::Done));
}

#[test]
fn an_undo_that_failed_leaves_the_change_as_it_was_and_is_offered_again() {
    let mut record = both_gone();
    let (takes_back, mut run) = undoing(&record);
    record.note_undo(&takes_back, &run.change);
    run.answer(0, no_right());
    while !run.change.is_settled() {
        for call in run.sent() {
            run.answer(call, no_right());
        }
    }
    record.note_undo(&takes_back, &run.change);
    assert_eq!(undone(&record), None);
    assert!(record.undo().is_some());
}

#[test]
fn what_the_undo_left_alone_is_offered_again() {
    let mut record = both_gone();
    let (mut takes_back, mut run) = undoing(&record);
    takes_back.items.pop_last();
    run.answer(0, Ok(response(201, "")));
    record.note_undo(&takes_back, &run.change);
    assert_eq!(undone(&record), Some((1, 0, 2)));
    let again = record.undo().unwrap();
    assert_eq!(again.stages[0][0].names, ["carla"]);
    assert_eq!(record.undo_looks().len(), 1);
}
