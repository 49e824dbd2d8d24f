//! Which tasks the started image syncs became.

use changes::{Event, ItemState, Reason, Record, own_tasks};
use cloud_api::Timestamp;
use cloud_api::hss::{SyncTask, may_be_anothers};

use crate::cloud::*;

const OTHER_PROJECT: &str = "8d0e6f3c9b2a5e7f0a4b1c2d3e5f7091";

fn task(id: &str, begins: i64) -> SyncTask {
    SyncTask {
        task_id: id.to_owned(),
        begin_time: Some(Timestamp::from_milliseconds(begins)),
        ..SyncTask::default()
    }
}

fn list(id: &str) -> String {
    format!(r#"{{"total_num":1,"data_list":[{{"task_id":"{id}","begin_time":1795000001000}}]}}"#)
}

/// A start that is known to be done.
fn started() -> Record {
    record(vec![vec![start_image_sync(PROJECT)]], |run| {
        run.answer(0, Ok(response(200, "")));
        run.read(0, Ok(response(200, &list("t-1"))));
    })
}

fn ids(tasks: &[&SyncTask]) -> Vec<String> {
    tasks.iter().map(|task| task.task_id.clone()).collect()
}

#[test]
fn a_start_became_the_task_that_was_not_there_before() {
    let tasks = [task("t-1", 1_795_000_001_000)];
    let project = PROJECT.parse().unwrap();
    assert_eq!(ids(&started().started_among(&project, &tasks)), ["t-1"]);
}

#[test]
fn a_start_in_another_project_became_none_of_these() {
    let tasks = [task("t-1", 1_795_000_001_000)];
    let project = OTHER_PROJECT.parse().unwrap();
    assert_eq!(ids(&started().started_among(&project, &tasks)), [""; 0]);
}

#[test]
fn a_start_that_is_not_known_to_be_done_became_none() {
    let sent = record(vec![vec![start_image_sync(PROJECT)]], |_| ());
    let tasks = [task("t-1", 1_795_000_001_000)];
    let project = PROJECT.parse().unwrap();
    assert_eq!(ids(&sent.started_among(&project, &tasks)), [""; 0]);
}

#[test]
fn another_write_started_nothing() {
    let other = record(one(), |run| {
        run.answer(0, no_content());
        run.read(0, grants(&[]));
    });
    let tasks = [task("t-1", 1_795_000_001_000)];
    let project = PROJECT.parse().unwrap();
    assert_eq!(ids(&other.started_among(&project, &tasks)), [""; 0]);
}

#[test]
fn own_tasks_are_told_once_however_many_starts_may_have_made_them() {
    let tasks = [
        task("t-1", 1_795_000_001_000),
        task("t-2", 1_795_000_002_000),
    ];
    let project = PROJECT.parse().unwrap();
    let records = [started(), started()];
    assert_eq!(ids(&own_tasks(&records, &project, &tasks)), ["t-1", "t-2"]);
    assert_eq!(ids(&own_tasks(&[], &project, &tasks)), [""; 0]);
}

/// A start of which a colleague's task is the only one that has begun since.
fn beside_a_colleague(answer: Outcome) -> Run {
    let mut run = Run::confirmed(vec![vec![start_image_sync(PROJECT)]]);
    run.answer(0, answer);
    run.read(0, Ok(response(200, &list("colleague"))));
    run
}

#[test]
fn a_colleagues_task_proves_no_start_whose_answer_is_unclear() {
    for answer in [server_fault(), lost()] {
        let run = beside_a_colleague(answer);
        let ItemState::Unknown {
            read_back_error: Some(why),
            ..
        } = run.state(0)
        else {
            panic!("{:?}", run.state(0))
        };
        assert!(may_be_anothers(why));
        assert_eq!(run.commands, []);
    }
}

#[test]
fn a_colleagues_task_makes_no_refused_start_done() {
    let run = beside_a_colleague(refusal(400, "HSS.1019"));
    assert!(matches!(
        run.state(0),
        ItemState::Failed(Reason::Refused(_))
    ));
}

#[test]
fn a_task_confirms_a_start_that_the_service_has_accepted() {
    let run = beside_a_colleague(Ok(response(200, "")));
    assert!(matches!(
        run.state(0),
        ItemState::Done {
            verified: Some(_),
            ..
        }
    ));
}

#[test]
fn what_a_start_became_that_was_sent_twice_is_not_told() {
    let record = record(vec![vec![start_image_sync(PROJECT)]], |run| {
        run.answer(0, gateway_refusal(403, "APIGW.0302"));
        run.event(Event::Retry);
        run.answer(1, Ok(response(200, "")));
        run.read(1, Ok(response(200, &list("colleague"))));
    });
    assert_eq!(record.change.progress().done, 1);
    let tasks = [task("colleague", 1_795_000_001_000)];
    let project = PROJECT.parse().unwrap();
    assert_eq!(ids(&record.started_among(&project, &tasks)), [""; 0]);
}
