//! What takes a settled change back.

use changes::{PlannedWrite, Record, TakesBack, Undo};
use cloud_api::swr::{AccessLevel, AccessRow, DeleteSharedAccount, SharedAccount};
use cloud_api::{Before, Loss, LostBecause, Mutation};

use crate::cloud::*;

fn row(user: &str, auth: i64) -> AccessRow {
    AccessRow {
        user_id: user.to_owned(),
        user_name: "read before".to_owned(),
        auth: Some(auth),
    }
}

/// Cancelling the access of these after Anna had read who has which level.
fn cancel_after(users: &[&str], rows: &[AccessRow]) -> PlannedWrite {
    PlannedWrite {
        before: Before::Grants {
            caller: ANNA.parse().unwrap(),
            rows: rows.to_vec(),
        },
        ..cancel("shop/api", users)
    }
}

fn done(users: &[&str], rows: &[AccessRow]) -> Record {
    record(vec![vec![cancel_after(users, rows)]], |run| {
        run.answer(0, no_content());
        run.read(0, grants(&[]));
    })
}

/// To whom an undo gives which level back.
fn given_back(undo: &Undo) -> Vec<(&str, AccessLevel)> {
    let writes = undo.stages.iter().flatten();
    let grants = writes.flat_map(|write| write.mutation.grants());
    grants
        .map(|grant| (grant.user_id.as_str(), grant.auth))
        .collect()
}

#[test]
fn an_undo_gives_back_exactly_what_was_read_before() {
    let undo = done(&[BEN, CARLA], &[row(BEN, 3), row(CARLA, 7)])
        .undo()
        .unwrap();
    let levels = [(BEN, AccessLevel::Edit), (CARLA, AccessLevel::Manage)];
    assert_eq!(given_back(&undo), levels);
    assert_eq!(undo.lost, []);
    assert_eq!(undo.stages.len(), 1);
    assert_eq!(undo.stages[0][0].names, ["ben", "carla"]);
    assert_eq!(undo.stages[0][0].before, Before::Nothing);
}

#[test]
fn what_cannot_be_given_back_is_told() {
    let undo = done(&[ANNA, BEN], &[row(ANNA, 7), row(BEN, 1)])
        .undo()
        .unwrap();
    assert_eq!(given_back(&undo), [(BEN, AccessLevel::Read)]);
    let [Loss::Grants(lost)] = &undo.lost[..] else {
        panic!("{:?}", undo.lost);
    };
    assert_eq!(lost.len(), 1);
    assert_eq!(lost[0].because, LostBecause::OwnGrant);
}

#[test]
fn only_what_was_done_is_taken_back() {
    let rows = [row(BEN, 1), row(CARLA, 3)];
    let stages = vec![vec![cancel_after(&[BEN, CARLA], &rows)]];
    let undo = record(stages, |run| {
        run.answer(0, no_content());
        run.read(0, grants(&[CARLA]));
        while !run.change.is_settled() {
            run.wake();
            run.read(0, grants(&[CARLA]));
        }
    })
    .undo()
    .unwrap();
    assert_eq!(given_back(&undo), [(BEN, AccessLevel::Read)]);
}

#[test]
fn what_had_been_so_before_is_not_taken_back() {
    let stages = vec![vec![cancel_after(&[BEN], &[row(BEN, 1)])]];
    let record = record(stages, |run| {
        run.answer(0, not_found());
        run.read(0, grants(&[]));
    });
    assert!(record.change.is_settled());
    assert_eq!(record.undo(), None);
}

#[test]
fn there_is_no_undo_while_a_change_is_under_way_nor_after_one_was_started() {
    let stages = vec![vec![cancel_after(&[BEN], &[row(BEN, 1)])]];
    let under_way = record(stages, |run| {
        run.answer(0, no_content());
    });
    assert_eq!(under_way.undo(), None);
    let mut record = done(&[BEN], &[row(BEN, 1)]);
    assert!(record.undo().is_some());
    let takes_back = TakesBack {
        change: record.change.id(),
        items: record.undo().unwrap().takes_back,
    };
    record.note_undo(
        &takes_back,
        &Run::confirmed(record.undo().unwrap().stages).change,
    );
    assert_eq!(record.undo(), None);
}

#[test]
fn nothing_read_before_means_nothing_to_bring_back() {
    let record = record(one(), |run| {
        run.answer(0, no_content());
        run.read(0, grants(&[]));
    });
    assert_eq!(record.undo(), None);
}

#[test]
fn what_was_done_only_when_it_was_sent_again_is_taken_back_with_what_was_read_first() {
    let stages = vec![vec![cancel_after(&[BEN], &[row(BEN, 3)])]];
    let undo = record(stages, |run| {
        run.answer(0, no_right());
        run.event(changes::Event::Retry);
        run.answer(1, no_content());
        run.read(1, grants(&[]));
    })
    .undo()
    .unwrap();
    assert_eq!(given_back(&undo), [(BEN, AccessLevel::Edit)]);
}

#[test]
fn each_write_of_a_change_is_taken_back_by_one_of_its_own() {
    let first = cancel_after(&[BEN], &[row(BEN, 1)]);
    let second = PlannedWrite {
        before: Before::Absent,
        ..create_repository("shop/new")
    };
    let undo = record(vec![vec![first, second]], |run| {
        run.answer(0, no_content());
        run.read(0, grants(&[]));
        run.answer(1, Ok(response(201, "")));
        run.read(1, is_public(false));
    })
    .undo()
    .unwrap();
    let writes: Vec<&Mutation> = undo.stages[0].iter().map(|it| &it.mutation).collect();
    assert_eq!(undo.stages.len(), 1);
    assert!(matches!(
        writes[..],
        [Mutation::GrantAccess(_), Mutation::DeleteRepository(_)]
    ));
}

#[test]
fn what_comes_back_by_no_write_is_told_beside_what_others_bring_back() {
    let stop = |account: &str, is_valid| PlannedWrite {
        mutation: Mutation::from(DeleteSharedAccount {
            repository: "acme/shop/api".parse().unwrap(),
            account: account.parse().unwrap(),
        }),
        names: Vec::new(),
        before: Before::SharedAccount(SharedAccount {
            account: account.to_owned(),
            permit: "read".to_owned(),
            deadline: "forever".to_owned(),
            is_valid: Some(is_valid),
            ..SharedAccount::default()
        }),
    };
    let stages = vec![vec![stop("ended", false), stop("partner", true)]];
    let both = record(stages.clone(), |run| {
        for call in [0, 1] {
            run.answer(call, no_content());
            run.read(call, Ok(response(200, r#"{"exist":false}"#)));
        }
    });
    let undo = both.undo().unwrap();
    let writes: Vec<&Mutation> = undo.stages[0].iter().map(|it| &it.mutation).collect();
    assert!(matches!(writes[..], [Mutation::CreateSharedAccount(_)]));
    assert_eq!(undo.lost, [Loss::SharedAccountExpired("ended".to_owned())]);
    let ended = record(vec![vec![stages[0][0].clone()]], |run| {
        run.answer(0, no_content());
        run.read(0, Ok(response(200, r#"{"exist":false}"#)));
    });
    assert_eq!(ended.undo(), None);
}
