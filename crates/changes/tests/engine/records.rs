//! A record that is written down and read again.

use changes::{ItemState, Reason, Record, Remaining};
use cloud_api::{Kind, Manner};

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
            level: 3,
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
    record.is_undone = true;
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

#[test]
fn an_unknown_field_is_refused_wherever_it_stands() {
    let places = [
        "",
        "/change",
        "/change/scope",
        "/change/calls/0",
        "/change/calls/0/answer",
        "/change/calls/0/mutation/parameters",
        "/change/items/0",
        "/change/items/0/subject",
        "/remains/1/through_organization",
        "/remains/2/shared_account",
    ];
    for place in places {
        let mut record = serde_json::to_value(partly_done()).unwrap();
        let at = record
            .pointer_mut(place)
            .unwrap_or_else(|| panic!("nothing at {place:?}"));
        at["surprise"] = 1.into();
        let error = serde_json::from_value::<Record>(record).unwrap_err();
        assert!(error.to_string().contains("surprise"), "{place:?}: {error}");
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
    let (anna, manner) = record.state_of(subjects[0]).unwrap();
    assert!(matches!(anna, ItemState::Done { .. }));
    assert_eq!(manner, Manner::Remove);
    let (ben, _) = record.state_of(subjects[1]).unwrap();
    assert_eq!(ben, &ItemState::Failed(Reason::NotApplied));
    let mut other = subjects[0].clone();
    other.kind = Kind::Tag;
    assert_eq!(record.state_of(&other), None);
}

#[test]
fn a_record_covers_only_what_it_is_about() {
    let record = partly_done();
    assert!(record.covers(|subject| subject.id == BEN));
    assert!(!record.covers(|subject| subject.kind == Kind::SyncTask));
}
