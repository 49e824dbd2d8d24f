//! A scan that is written down.

use changes::{Scan, ScanEvent, ScanPhase};

use super::support::{Run, no_right};

#[test]
fn a_record_keeps_what_was_read_and_comes_back_paused() {
    let (mut run, _) = Run::resumed(6);
    run.read(0);
    run.fail(1, no_right());
    let record = serde_json::to_string(&run.scan).unwrap();
    let restored: Scan = serde_json::from_str(&record).unwrap();
    assert_eq!(restored.phase(), &ScanPhase::Paused);
    for resource in 0..6 {
        assert_eq!(restored.reading(resource), run.scan.reading(resource));
    }
    let mut run = Run {
        scan: restored,
        now: run.now,
    };
    assert_eq!(run.event(ScanEvent::Resume), [2, 3, 4, 5]);
}

#[test]
fn a_record_of_another_form_is_refused() {
    for record in [
        "{}",
        r#"{"version":1}"#,
        r#"{"version":2,"readings":[]}"#,
        r#"{"version":1,"readings":[],"next":3}"#,
        r#"{"version":1,"readings":[7]}"#,
    ] {
        assert!(serde_json::from_str::<Scan>(record).is_err(), "{record}");
    }
}
