//! What an undo leaves alone because somebody has made something else of it since.

use changes::{LeftAs, LookedAt, PlannedWrite, Record};
use cloud_api::swr::{AccessRow, CreateSharedAccount, Deadline, Repository};
use cloud_api::{Before, Mutation, Subject};

use crate::cloud::*;

fn before(rows: &[&str]) -> Before {
    let row = |user: &&str| AccessRow {
        user_id: (*user).to_owned(),
        user_name: "x".to_owned(),
        auth: Some(1),
    };
    Before::Grants {
        caller: ANNA.parse().unwrap(),
        rows: rows.iter().map(row).collect(),
    }
}

fn looked(record: &Record, outcomes: &[Outcome]) -> LookedAt {
    let looks = record.undo_looks();
    assert_eq!(looks.len(), outcomes.len());
    let mut looked = LookedAt::default();
    for (look, outcome) in looks.iter().zip(outcomes) {
        looked.add(look, outcome);
    }
    looked
}

fn left_alone(looked: &LookedAt) -> Vec<(&Subject, &LeftAs)> {
    looked.left_alone().collect()
}

/// Who would lose or get a grant by the undo.
fn taken_back(record: &Record, looked: &LookedAt) -> Vec<String> {
    let undo = record.undo_of(looked);
    let writes = undo.stages.iter().flatten();
    let subjects = writes.flat_map(|write| write.mutation.subjects());
    subjects.map(|subject| subject.identifier()).collect()
}

fn granted() -> Record {
    let grant = PlannedWrite {
        before: before(&[]),
        ..add("shop/api", &[BEN, CARLA])
    };
    record(vec![vec![grant]], |run| {
        run.answer(0, Ok(response(201, "")));
        run.read(0, grants(&[BEN, CARLA]));
    })
}

fn created(description: &str) -> Record {
    let create = PlannedWrite {
        before: Before::Absent,
        ..create_repository("shop/new")
    };
    record(vec![vec![create]], |run| {
        run.answer(0, Ok(response(201, "")));
        run.read(0, shown(description, 0));
    })
}

fn shown(description: &str, tags: u64) -> Outcome {
    Ok(response(
        200,
        &format!(
            r#"{{"name":"shop/new","is_public":false,"description":"{description}","num_images":{tags}}}"#
        ),
    ))
}

#[test]
fn what_is_as_it_was_left_is_taken_back() {
    let record = granted();
    let looked = looked(&record, &[grants(&[BEN, CARLA])]);
    assert_eq!(left_alone(&looked), []);
    assert_eq!(taken_back(&record, &looked), [BEN, CARLA]);
}

#[test]
fn a_level_that_somebody_changed_since_is_left_alone() {
    let record = granted();
    let body = format!(
        r#"{{"others_auths":[{{"user_id":"{BEN}","user_name":"x","auth":7}},{{"user_id":"{CARLA}","user_name":"x","auth":1}}]}}"#
    );
    let looked = looked(&record, &[Ok(response(200, &body))]);
    let left = left_alone(&looked);
    assert_eq!(left.len(), 1);
    assert_eq!((left[0].0.id.as_str(), left[0].1), (BEN, &LeftAs::Changed));
    assert_eq!(taken_back(&record, &looked), [CARLA]);
}

#[test]
fn a_grant_that_somebody_gave_back_meanwhile_is_not_given_again() {
    let cancel = PlannedWrite {
        before: before(&[BEN, CARLA]),
        ..cancel("shop/api", &[BEN, CARLA])
    };
    let record = record(vec![vec![cancel]], |run| {
        run.answer(0, no_content());
        run.read(0, grants(&[]));
    });
    let looked = looked(&record, &[grants(&[CARLA])]);
    assert_eq!(taken_back(&record, &looked), [BEN]);
}

#[test]
fn a_repository_to_which_somebody_has_pushed_is_not_deleted() {
    let record = created("");
    let empty = looked(&record, &[shown("", 0)]);
    assert_eq!(record.undo_of(&empty).stages.len(), 1);
    let pushed = looked(&record, &[shown("", 2)]);
    assert!(record.undo_of(&pushed).stages.is_empty());
    let untold = r#"{"name":"shop/new","is_public":false,"description":""}"#;
    let untold = looked(&record, &[Ok(response(200, untold))]);
    assert!(record.undo_of(&untold).stages.is_empty());
    assert!(untold.not_read().is_some());
}

#[test]
fn a_description_that_somebody_wrote_since_is_not_written_over() {
    let update = PlannedWrite {
        before: Before::Repository(Repository {
            is_public: Some(true),
            category: "framework_app".to_owned(),
            description: "API of the shop".to_owned(),
            ..Repository::default()
        }),
        ..make_private("shop/api")
    };
    let now = |description: &str| {
        let body = format!(
            r#"{{"name":"shop/api","is_public":false,"category":"framework_app","description":"{description}"}}"#
        );
        Ok(response(200, &body))
    };
    let record = record(vec![vec![update]], |run| {
        run.answer(0, Ok(response(201, "")));
        run.read(0, now("API of the shop"));
    });
    let same = looked(&record, &[now("API of the shop")]);
    assert_eq!(record.undo_of(&same).stages.len(), 1);
    let written = looked(&record, &[now("API of the new shop")]);
    assert!(record.undo_of(&written).stages.is_empty());
}

#[test]
fn an_organization_in_which_somebody_else_has_access_by_now_is_not_deleted() {
    let create = PlannedWrite {
        before: Before::Absent,
        ..create_organization("acme-new")
    };
    let record = record(vec![vec![create]], |run| {
        run.answer(0, Ok(response(201, "")));
        run.read(0, Ok(response(200, r#"{"id":1,"name":"acme-new"}"#)));
    });
    let list = |users: &[&str]| {
        let row = |user: &&str| format!(r#"{{"user_id":"{user}","user_name":"x","auth":7}}"#);
        let rows: Vec<String> = users.iter().map(row).collect();
        let body = format!(
            r#"{{"self_auth":{{"user_id":"{ANNA}","user_name":"anna","auth":7}},"others_auths":[{}]}}"#,
            rows.join(",")
        );
        Ok(response(200, &body))
    };
    for (users, is_deleted) in [(&[][..], true), (&[ANNA], true), (&[ANNA, BEN], false)] {
        let looked = looked(&record, &[list(users)]);
        assert_eq!(!record.undo_of(&looked).stages.is_empty(), is_deleted);
    }
    let unread = r#"{"self_auth":{"user_id":"x"},"others_auths":["broken"]}"#;
    let looked_at = looked(&record, &[Ok(response(200, unread))]);
    assert!(record.undo_of(&looked_at).stages.is_empty());
    let without_rows = looked(&record, &[Ok(response(200, "{}"))]);
    assert!(without_rows.not_read().is_some());
}

#[test]
fn a_share_beside_which_somebody_noted_something_is_not_stopped() {
    let share = PlannedWrite {
        mutation: Mutation::CreateSharedAccount(CreateSharedAccount {
            repository: "acme-web/shop/api".parse().unwrap(),
            account: "partner".parse().unwrap(),
            deadline: Deadline::forever(),
            description: "for them".parse().unwrap(),
        }),
        names: Vec::new(),
        before: Before::Absent,
    };
    let now = |description: &str| {
        let body = format!(
            r#"{{"exist":true,"access_domain":"partner","permit":"read","deadline":"forever","description":"{description}"}}"#
        );
        Ok(response(200, &body))
    };
    let record = record(vec![vec![share]], |run| {
        run.answer(0, Ok(response(201, "")));
        run.read(0, now("for them"));
    });
    let same = looked(&record, &[now("for them")]);
    assert_eq!(record.undo_of(&same).stages.len(), 1);
    let noted = looked(&record, &[now("ends with the contract")]);
    assert!(record.undo_of(&noted).stages.is_empty());
}

#[test]
fn what_cannot_be_read_is_left_alone_and_says_why() {
    let second = PlannedWrite {
        before: Before::Absent,
        ..create_repository("shop/new")
    };
    let first = PlannedWrite {
        before: before(&[BEN]),
        ..cancel("shop/api", &[BEN])
    };
    let record = record(vec![vec![first, second]], |run| {
        run.answer(0, no_content());
        run.read(0, grants(&[]));
        run.answer(1, Ok(response(201, "")));
        run.read(1, shown("", 0));
    });
    let half = looked(&record, &[no_right(), shown("", 0)]);
    assert_eq!(half.not_read(), None);
    assert_eq!(taken_back(&record, &half), ["acme-web/shop/new"]);
    assert!(matches!(left_alone(&half)[..], [(_, LeftAs::NotRead(_))]));
    let none = looked(&record, &[no_right(), no_right()]);
    assert!(none.not_read().is_some());
    assert_eq!(taken_back(&record, &none), [""; 0]);
}

#[test]
fn the_person_is_asked_again_only_when_other_things_are_left_alone() {
    let record = granted();
    let all = looked(&record, &[grants(&[BEN, CARLA])]);
    let one = looked(&record, &[grants(&[BEN])]);
    let none = looked(&record, &[no_right()]);
    assert!(LookedAt::default().leaves_the_same(&all));
    assert!(!all.leaves_the_same(&one));
    assert!(!one.leaves_the_same(&none));
    let refused_again = looked(&record, &[refusal(403, "SVCSTG.SWR.4030000")]);
    assert!(none.leaves_the_same(&refused_again));
}

#[test]
fn what_has_no_undo_is_not_looked_at() {
    let record = record(vec![vec![sync(&["1.0"])]], |run| {
        run.answer(0, Ok(response(200, "[]")));
        run.read(0, jobs(&["1.0"]));
    });
    assert_eq!(record.undo_looks(), []);
}
