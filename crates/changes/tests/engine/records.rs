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
        "swr.cancel_repository_access"
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
