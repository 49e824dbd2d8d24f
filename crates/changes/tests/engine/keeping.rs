//! Records that the tab keeps over a reload.

use changes::keeping::{Line, MOST_ITEMS, read, together};
use changes::{ItemState, Record, Scope};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::cloud::*;

fn done() -> Record {
    record(one(), |run| {
        run.answer(0, no_content());
        run.read(0, grants(&[]));
    })
}

fn numbered(record: Record, id: u64) -> Record {
    let mut written = serde_json::to_value(record).unwrap();
    written["change"]["id"] = id.into();
    serde_json::from_value(written).unwrap()
}

fn kept(records: &[Record]) -> String {
    let lines: Vec<Line> = records.iter().filter_map(Line::of).collect();
    together(&lines, usize::MAX).text
}

fn ids(text: &str) -> Vec<u64> {
    let records = read(text, &scope(), START);
    records.iter().map(|it| it.change.id().0).collect()
}

#[test]
fn finished_records_come_back_as_they_were_in_their_order() {
    let records = [
        numbered(done(), 0),
        numbered(
            record(one(), |run| {
                run.answer(0, no_right());
            }),
            1,
        ),
    ];
    for (back, record) in read(&kept(&records), &scope(), START).iter().zip(&records) {
        assert_eq!(back.change.items(), record.change.items());
        assert_eq!(back.change.calls(), record.change.calls());
    }
    assert_eq!(ids(&kept(&records)), [0, 1]);
}

#[test]
fn one_that_was_under_way_comes_back_with_nothing_to_send() {
    let [back] = &read(&kept(&[record(three(), |_| ())]), &scope(), START)[..] else {
        panic!("one record");
    };
    assert!(matches!(
        back.change.items().values().next().unwrap().state,
        ItemState::Unknown { .. }
    ));
    assert!(!back.change.may_stop());
}

#[test]
fn another_persons_records_are_not_read_those_of_another_region_are() {
    let text = kept(&[done()]);
    let elsewhere = Scope {
        region: "eu-nl".to_owned(),
        ..scope()
    };
    assert_eq!(read(&text, &elsewhere, START).len(), 1);
    let other = Scope {
        user_id: BEN.to_owned(),
        ..scope()
    };
    assert_eq!(read(&text, &other, START), []);
    let other_cloud = Scope {
        cloud: "other".to_owned(),
        ..scope()
    };
    assert_eq!(read(&text, &other_cloud, START), []);
}

#[test]
fn a_text_that_broke_off_loses_only_what_it_broke() {
    let text = kept(&[numbered(done(), 0), numbered(done(), 1)]);
    for length in 0..text.len() {
        if let Some(part) = text.get(..length) {
            assert!(ids(part).len() <= 1, "{length}");
        }
    }
    assert_eq!(ids(&text[..text.len() - 1]), [0]);
    assert_eq!(ids(&text[1..]), [1]);
}

/// The record with this in the place of what stood there.
fn with(record: &Record, place: &str, value: Value) -> String {
    let mut written = serde_json::to_value(record).unwrap();
    *written.pointer_mut(place).unwrap() = value;
    written.to_string()
}

#[test]
fn what_this_program_would_not_write_is_left_out() {
    let sound = done();
    assert_eq!(ids(&with(&sound, "/version", json!(1))), [7]);
    let cases = [
        ("/version", json!(2)),
        ("/change/phase", json!("proposed")),
        ("/change/id", json!(u64::MAX)),
        ("/change/items", json!({})),
        ("/change/calls", json!({})),
        ("/change/calls/0/items", json!([])),
        ("/change/calls/0/items", json!([9])),
        ("/change/items/0/planned_in", json!(9)),
        ("/change/items/0/subject/id", json!("someone-else")),
        (
            "/change/calls/0/mutation/operation",
            json!("swr.delete_all"),
        ),
        ("/change/calls/0/mutation/parameters/users", json!([CARLA])),
    ];
    for (place, value) in cases {
        let text = with(&sound, place, value.clone());
        assert_eq!(ids(&text), [0_u64; 0], "{place} {value}");
    }
    for text in ["", "null", "[]", "{}", "\u{feff}", &"[".repeat(100_000)] {
        assert_eq!(ids(text), [0_u64; 0]);
    }
}

#[test]
fn a_number_that_is_there_twice_is_read_once() {
    assert_eq!(ids(&kept(&[done(), done()])), [7]);
}

#[test]
fn megabytes_are_not_read() {
    let text = format!("{}\n{}", kept(&[done()]), " ".repeat(3_000_000));
    assert_eq!(ids(&text), [0_u64; 0]);
}

#[test]
fn a_record_of_too_many_items_is_not_kept() {
    let of = |count: usize| {
        let names: Vec<String> = (0..count).map(|number| format!("r{number}")).collect();
        let writes = names.iter().map(|name| cancel(name, &[BEN])).collect();
        Line::of(&record(vec![writes], |_| ()))
    };
    assert!(of(MOST_ITEMS).is_some());
    assert_eq!(of(MOST_ITEMS + 1), None);
}

#[test]
fn the_oldest_settled_record_makes_room_first() {
    let under_way = || record(one(), |_| ());
    let records = [
        numbered(under_way(), 0),
        numbered(done(), 1),
        numbered(done(), 2),
    ];
    let lines: Vec<Line> = records.iter().filter_map(Line::of).collect();
    let whole = kept(&records).len();
    let fitting = together(&lines, whole);
    assert_eq!(
        (ids(&fitting.text), fitting.lacks_unsettled),
        (vec![0, 1, 2], false)
    );
    let less = together(&lines, whole - 1);
    assert_eq!((ids(&less.text), less.lacks_unsettled), (vec![0, 2], false));
    let nothing = together(&lines, 10);
    assert_eq!((&*nothing.text, nothing.lacks_unsettled), ("", true));
}

proptest! {
    #[test]
    fn no_text_breaks_the_reading(text in any::<String>()) {
        prop_assert_eq!(read(&text, &scope(), START), []);
    }

    #[test]
    fn a_byte_that_was_changed_is_left_out_or_read(place in 0_usize..2_000, byte in 32_u8..127) {
        let mut text = kept(&[record(three(), |_| ())]).into_bytes();
        let place = place % text.len();
        text[place] = byte;
        let records = read(&String::from_utf8(text).unwrap(), &scope(), START);
        for record in records {
            prop_assert!(!record.change.may_stop());
        }
    }
}
