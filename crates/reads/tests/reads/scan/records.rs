//! A scan that is written down.

use reads::{Scan, ScanEvent, ScanPhase};

use super::support::{Run, no_right};

#[test]
fn a_record_keeps_what_was_read_and_comes_back_paused() {
    let (mut run, _) = Run::resumed(6);
    run.find(0, "zero");
    run.fail(1, no_right());
    let record = serde_json::to_string(&run.scan).unwrap();
    let restored: Scan<usize, String> = serde_json::from_str(&record).unwrap();
    assert_eq!(restored.phase(), &ScanPhase::Paused);
    for place in 0..6 {
        assert_eq!(restored.reading(&place), run.scan.reading(&place));
    }
    let mut run = Run::of(restored, run.now);
    assert_eq!(run.found(), [(0, "zero")]);
    assert_eq!(run.event(ScanEvent::Resume), [2, 3, 4, 5]);
}

#[test]
fn the_written_form_stays_as_it_is() {
    let (mut run, _) = Run::resumed(2);
    run.find(1, "one");
    let record = serde_json::to_value(&run.scan).unwrap();
    let expected = serde_json::json!({
        "version": 1,
        "places": [
            { "place": 0, "reading": { "read_at": null, "error": null }, "found": null },
            {
                "place": 1,
                "reading": { "read_at": 1_795_000_002_000_i64, "error": null },
                "found": "one",
            },
        ],
    });
    assert_eq!(record, expected);
}

#[test]
fn a_record_that_names_a_place_twice_keeps_the_first() {
    let place = r#"{"place":3,"reading":{"read_at":1,"error":null},"found":"#;
    let record = format!(r#"{{"version":1,"places":[{place}"a"}},{place}"b"}}]}}"#);
    let restored: Scan<usize, String> = serde_json::from_str(&record).unwrap();
    let run = Run::of(restored, Run::over(0).now);
    assert_eq!(run.found(), [(3, "a")]);
    assert_eq!(run.covered(), [1, 0, 0, 0, 1]);
}

#[test]
fn a_record_of_another_version_is_refused_by_its_number() {
    let record = r#"{"version":2,"places":[]}"#;
    let error = serde_json::from_str::<Scan<usize, String>>(record).unwrap_err();
    let words = "a scan of version 2 cannot be read, only 1";
    assert!(error.to_string().starts_with(words), "{error}");
}

#[test]
fn a_record_of_another_form_is_refused() {
    for record in [
        "{}",
        r#"{"version":1}"#,
        r#"{"version":2,"places":[]}"#,
        r#"{"version":1,"places":[],"next":3}"#,
        r#"{"version":1,"places":[7]}"#,
        r#"{"version":1,"places":[{"place":1,"found":null}]}"#,
        r#"{"version":1,"places":[{"place":1,"reading":{},"found":null,"more":1}]}"#,
        r#"{"version":1,"places":[{"place":1,"reading":{"age":1},"found":null}]}"#,
    ] {
        let read = serde_json::from_str::<Scan<usize, String>>(record);
        assert!(read.is_err(), "{record}");
    }
}
