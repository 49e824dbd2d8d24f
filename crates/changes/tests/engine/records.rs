//! A record that is written down and read again.

use changes::{
    ChangeId, ItemId, ItemState, PlannedWrite, Reason, Record, Remaining, TakenBack, TakesBack,
};
use cloud_api::swr::{AccessRow, Repository, SharedAccount, SyncTask};
use cloud_api::{Before, Kind, Manner};
use serde_json::Value;

use crate::cloud::*;

/// Anna's grant is gone, Ben's was refused, and the repository is public.
fn partly_done() -> Record {
    let mut record = record(three(), |run| {
        run.answer(0, no_content());
        run.read(0, grants(&[BEN]));
        while !run.change.is_settled() {
            run.wake();
            run.read(0, grants(&[BEN]));
        }
    });
    record.remains = vec![
        Remaining::Everyone,
        Remaining::ThroughOrganization {
            name: "\u{202e}anna".to_owned(),
            level: Some(3),
        },
        Remaining::SharedAccount {
            account: "\u{202e}partner".to_owned(),
        },
        Remaining::NotListedOfRepository,
    ];
    record
}

#[test]
fn a_record_names_its_version_and_its_writes() {
    let record = serde_json::to_value(record(three(), |_| ())).unwrap();
    assert_eq!(record["version"], 1);
    let change = &record["change"];
    assert_eq!(change["phase"], "running");
    let mutation = &change["calls"]["0"]["mutation"];
    assert_eq!(mutation["operation"], "swr.remove_access");
    assert_eq!(change["items"]["2"]["name"], "carla");
}

#[test]
fn a_record_is_read_back_whole() {
    let mut record = partly_done();
    record.taken_back.insert(ItemId(0), TakenBack::Done);
    record.takes_back = Some(TakesBack {
        change: ChangeId(3),
        items: [(
            ItemId(0),
            vec![record.change.items()[&ItemId(0)].subject.clone()],
        )]
        .into(),
    });
    record.is_sent_anew = true;
    let written = serde_json::to_string(&record).unwrap();
    assert_eq!(serde_json::from_str::<Record>(&written).unwrap(), record);
}

#[test]
fn a_record_of_another_version_is_refused_by_name() {
    let mut record = serde_json::to_value(partly_done()).unwrap();
    record["version"] = 2.into();
    let error = serde_json::from_value::<Record>(record).unwrap_err();
    assert_eq!(
        error.to_string(),
        "a change of version 2 cannot be read, only 1"
    );
}

/// A record of every kind of thing that is read before a write, and of every way to fail.
fn of_all_kinds() -> Vec<Record> {
    let befores = [
        Before::Absent,
        Before::Grants {
            caller: ANNA.parse().unwrap(),
            rows: vec![AccessRow::default()],
        },
        Before::Repository(Repository::default()),
        Before::SyncTasks(vec![SyncTask::default()]),
        Before::SyncJobs {
            newest: Some(900),
            caller: ANNA.to_owned(),
        },
        Before::SharedAccount(SharedAccount::default()),
    ];
    let after = |before| {
        let planned = PlannedWrite {
            before,
            ..cancel("shop/api", &[BEN])
        };
        record(vec![vec![planned]], |_| ())
    };
    let mut records: Vec<Record> = befores.map(after).into();
    records.push(partly_done());
    records.push(record(vec![vec![start_image_sync(PROJECT)]], |_| ()));
    records.extend(
        [no_right(), lost(), Ok(response(200, "{")), grants(&[BEN])].map(|outcome| {
            record(one(), |run| {
                run.answer(0, lost());
                run.read(0, outcome);
            })
        }),
    );
    records
}

/// Where in a value objects stand.
fn objects(value: &Value) -> Vec<String> {
    let parts: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(key, it)| (key.clone(), it)).collect(),
        Value::Array(items) => (0..).map(|it: usize| it.to_string()).zip(items).collect(),
        _ => Vec::new(),
    };
    let inner = parts.into_iter().flat_map(|(key, part)| {
        let below = objects(part).into_iter();
        below.map(move |place| format!("/{key}{place}"))
    });
    let own = value.is_object().then(String::new);
    own.into_iter().chain(inner).collect()
}

#[test]
fn an_unknown_field_is_refused_wherever_it_stands() {
    for record in of_all_kinds() {
        let written = serde_json::to_value(record).unwrap();
        for place in objects(&written) {
            let mut record = written.clone();
            record.pointer_mut(&place).unwrap()["surprise"] = 1.into();
            let read = serde_json::from_value::<Record>(record);
            assert!(read.is_err(), "{place:?} of {written}");
        }
    }
}

#[test]
fn a_record_keeps_what_was_read_before_beside_the_write() {
    let record = record(vec![vec![sync_after(Some(900), &["1.4.1"])]], |_| ());
    let written = serde_json::to_value(&record).unwrap();
    let call = &written["change"]["calls"]["0"];
    assert_eq!(call["before"]["sync_jobs"]["newest"], 900);
    assert!(call["mutation"]["parameters"].get("newest_job").is_none());
    assert_eq!(written["change"]["scope"]["cloud"], "default");
}

#[test]
fn what_remains_is_told_once_something_is_done() {
    let mut under_way = record(three(), |_| ());
    under_way.remains = vec![Remaining::Everyone];
    assert_eq!(under_way.remains_after(), []);
    assert_eq!(partly_done().remains_after().len(), 4);
    let mut refused = record(one(), |run| {
        run.answer(0, no_right());
    });
    refused.remains = vec![Remaining::Everyone];
    assert_eq!(refused.remains_after(), []);
}

#[test]
fn a_record_tells_how_it_stands_with_each_thing_that_it_covers() {
    let record = partly_done();
    let subjects: Vec<_> = record
        .change
        .items()
        .values()
        .map(|item| &item.subject)
        .collect();
    let numbers = record.numbers();
    let state_of = |subject| record.state_of(*numbers.get(subject)?);
    let (anna, manner) = state_of(subjects[0]).unwrap();
    assert!(matches!(anna, ItemState::Done { .. }));
    assert_eq!(manner, Manner::Remove);
    let (ben, _) = state_of(subjects[1]).unwrap();
    assert_eq!(ben, &ItemState::Failed(Reason::NotApplied));
    let mut other = subjects[0].clone();
    other.kind = Kind::Tag;
    assert_eq!(state_of(&other), None);
}

#[test]
fn a_record_covers_only_what_it_is_about() {
    let record = partly_done();
    assert!(record.covers(|subject| subject.id == BEN));
    assert!(!record.covers(|subject| subject.kind == Kind::SyncTask));
}

#[test]
fn the_answer_to_each_item_is_known_by_its_request_id() {
    let record = record(three(), |_| ());
    for item in record.change.items().keys() {
        assert_eq!(record.answer_to(*item), None);
    }
    let answered = partly_done();
    for item in answered.change.items().keys() {
        let answer = answered.answer_to(*item);
        let request = answer.and_then(|answer| answer.request_id.as_deref());
        assert_eq!(request, Some("req-1"));
    }
    assert_eq!(answered.answer_to(ItemId(99)), None);
}
