//! A change that is written down and read again.

use changes::Change;

use crate::cloud::*;

#[test]
fn a_record_names_its_version_and_its_writes() {
    let run = Run::confirmed(three());
    let record = serde_json::to_value(&run.change).unwrap();
    assert_eq!(record["version"], 1);
    assert_eq!(record["phase"], "running");
    assert_eq!(
        record["calls"]["0"]["mutation"]["operation"],
        "swr.remove_access"
    );
    assert_eq!(record["items"]["2"]["name"], "carla");
}

#[test]
fn a_record_of_another_version_is_refused_by_name() {
    let run = Run::confirmed(three());
    let mut record = serde_json::to_value(&run.change).unwrap();
    record["version"] = 2.into();
    let error = serde_json::from_value::<Change>(record).unwrap_err();
    assert_eq!(
        error.to_string(),
        "a change of version 2 cannot be read, only 1"
    );
}

#[test]
fn a_record_keeps_what_was_read_before_beside_the_write() {
    let run = Run::confirmed(vec![vec![sync_after(Some(900), &["1.4.1"])]]);
    let record = serde_json::to_value(&run.change).unwrap();
    let call = &record["calls"]["0"];
    assert_eq!(call["before"]["sync_jobs"]["newest"], 900);
    assert!(call["mutation"]["parameters"].get("newest_job").is_none());
    assert_eq!(record["scope"]["cloud"], "default");
    assert_eq!(
        serde_json::from_value::<Change>(record).unwrap(),
        run.change
    );
}
