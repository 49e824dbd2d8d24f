//! Sync tasks that were deleted for a while.

use changes::{PlannedWrite, Record, interrupted_tasks, missed_since};
use cloud_api::swr::CreateSyncTask;
use cloud_api::{Before, Mutation};

use crate::cloud::*;

const LISTED: &str = r#"[{"remoteRegionId":"eu-nl","remoteNamespace":"acme-web-nl","syncAuto":true,"override":true}]"#;

fn create(automatic: bool) -> PlannedWrite {
    let Mutation::DeleteSyncTask(delete) = delete_sync_task().mutation else {
        panic!("not a deletion");
    };
    let create = CreateSyncTask {
        repository: delete.repository,
        target: delete.target,
        automatic,
        overwrite: true,
    };
    PlannedWrite {
        mutation: create.into(),
        names: Vec::new(),
        before: Before::Nothing,
    }
}

fn accepted(write: PlannedWrite, read_back: &str) -> Record {
    record(vec![vec![write]], |run| {
        run.answer(0, Ok(response(200, "")));
        run.read(0, Ok(response(200, read_back)));
    })
}

fn deleted() -> Record {
    accepted(delete_sync_task(), "[]")
}

fn made_again() -> Record {
    accepted(create(true), LISTED)
}

fn synced() -> Record {
    record(vec![vec![sync(&["1.4.1"])]], |run| {
        run.answer(0, Ok(response(200, "")));
        run.read(0, jobs(&["1.4.1"]));
    })
}

#[test]
fn a_task_that_was_deleted_and_made_again_was_interrupted() {
    let tasks = interrupted_tasks(&[deleted(), made_again()]);
    assert_eq!(tasks.len(), 1);
    assert!(tasks[0].overwrite);
    assert_eq!(tasks[0].since, START);
    assert_eq!(tasks[0].repository.to_string(), "acme-web/shop/api");
}

#[test]
fn a_task_that_was_only_deleted_or_only_made_was_not() {
    assert_eq!(interrupted_tasks(&[deleted()]), []);
    assert_eq!(interrupted_tasks(&[made_again()]), []);
    assert_eq!(interrupted_tasks(&[made_again(), deleted()]), []);
}

#[test]
fn a_task_that_does_not_copy_by_itself_misses_nothing() {
    let by_hand = LISTED.replace("\"syncAuto\":true", "\"syncAuto\":false");
    let again = accepted(create(false), &by_hand);
    assert_eq!(interrupted_tasks(&[deleted(), again]), []);
}

#[test]
fn what_was_copied_by_hand_since_is_not_missed_any_more() {
    assert_eq!(interrupted_tasks(&[deleted(), made_again(), synced()]), []);
    let before = [deleted(), synced(), made_again()];
    assert_eq!(interrupted_tasks(&before).len(), 1);
}

#[test]
fn a_task_that_is_deleted_once_more_is_not_there_to_copy_for() {
    let records = [deleted(), made_again(), deleted()];
    assert_eq!(interrupted_tasks(&records), []);
}

#[test]
fn a_task_is_remembered_while_others_are_deleted() {
    let mut other = delete_sync_task();
    let Mutation::DeleteSyncTask(delete) = &mut other.mutation else {
        panic!("not a deletion");
    };
    delete.target.region = "eu-ch2".parse().unwrap();
    let records = [deleted(), accepted(other, "[]"), made_again()];
    assert_eq!(interrupted_tasks(&records).len(), 1);
}

#[test]
fn what_was_never_done_counts_for_nothing() {
    let refused = record(vec![vec![delete_sync_task()]], |run| {
        run.answer(0, no_right());
    });
    assert_eq!(interrupted_tasks(&[refused, made_again()]), []);
}

#[test]
fn what_was_pushed_five_minutes_before_the_first_deletion_may_be_missed() {
    let mut tasks = interrupted_tasks(&[deleted(), made_again()]);
    let mut later = tasks[0].clone();
    later.since = START.plus_milliseconds(60_000);
    tasks.insert(0, later);
    assert_eq!(
        missed_since(&tasks),
        Some(START.plus_milliseconds(-300_000))
    );
    assert_eq!(missed_since(&[]), None);
}

#[test]
fn a_task_is_told_by_repository_and_target() {
    let tasks = interrupted_tasks(&[deleted(), made_again()]);
    let task = &tasks[0];
    assert!(task.is(&task.repository, &task.target));
    let mut target = task.target.clone();
    target.region = "eu-ch2".parse().unwrap();
    assert!(!task.is(&task.repository, &target));
    let other = "acme-web/shop".parse().unwrap();
    assert!(!task.is(&other, &task.target));
}
