//! Records that the browser keeps.

use std::collections::{BTreeMap, BTreeSet};

use changes::keeping::{
    Kept, LASTS, LONGEST, MOST, MOST_ITEMS, Unread, forget_lost_undos, outlived, read, rest_after,
    written,
};
use changes::{ChangeId, ItemId, Key, Record, Scope, TakenBack, TakesBack};
use cloud_api::Timestamp;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::cloud::*;

fn done() -> Record {
    record(one(), |run| {
        run.answer(0, no_content());
        run.read(0, grants(&[]));
    })
}

fn numbered(record: &Record, id: u64) -> Record {
    let written = with(record, "/change/id", id.into());
    serde_json::from_str(&written).unwrap()
}

/// The record with this in the place of what stood there.
fn with(record: &Record, place: &str, value: Value) -> String {
    let mut written = serde_json::to_value(record).unwrap();
    *written.pointer_mut(place).unwrap() = value;
    written.to_string()
}

/// What the records of the tests are kept under.
fn key() -> Key {
    Key {
        scope: scope(),
        id: ChangeId(7),
    }
}

#[test]
fn records_come_back_as_they_were() {
    let refused = record(one(), |run| {
        run.answer(0, no_right());
    });
    for record in [done(), refused, record(three(), |_| ())] {
        assert_eq!(read(&written(&record).unwrap(), &key()), Ok(record));
    }
}

#[test]
fn what_is_kept_for_another_person_place_or_change_is_not_read() {
    let text = written(&done()).unwrap();
    let of = |change: fn(&mut Key)| {
        let mut key = key();
        change(&mut key);
        read(&text, &key)
    };
    for found in [
        of(|key| BEN.clone_into(&mut key.scope.user_id)),
        of(|key| "other".clone_into(&mut key.scope.cloud)),
        of(|key| "eu-nl".clone_into(&mut key.scope.region)),
        of(|key| key.scope.project_id.push('0')),
        of(|key| key.id = ChangeId(8)),
    ] {
        assert_eq!(found, Err(Unread::OfAnother));
    }
}

#[test]
fn a_text_that_broke_off_is_damaged() {
    let text = written(&done()).unwrap();
    for length in 0..text.len() {
        if let Some(part) = text.get(..length) {
            assert_eq!(read(part, &key()), Err(Unread::Damaged), "{length}");
        }
    }
}

#[test]
fn what_this_program_would_not_write_is_damaged() {
    let sound = done();
    assert!(read(&with(&sound, "/version", json!(1)), &key()).is_ok());
    let cases = [
        ("/version", json!(0)),
        ("/version", json!("1")),
        ("/change/phase", json!("proposed")),
        ("/change/made_at", json!([])),
        ("/change/items", json!({})),
        ("/change/calls", json!({})),
        ("/change/calls/0/items", json!([])),
        ("/change/calls/0/items", json!([9])),
        ("/change/items/0/planned_in", json!(9)),
        ("/change/items/0/subject/id", json!("someone-else")),
        ("/change/items/0/name", json!(null)),
        (
            "/change/calls/0/mutation/operation",
            json!("swr.delete_all"),
        ),
        ("/change/calls/0/mutation/parameters/users", json!([CARLA])),
    ];
    for (place, value) in cases {
        let text = with(&sound, place, value.clone());
        assert_eq!(read(&text, &key()), Err(Unread::Damaged), "{place} {value}");
    }
    let high = numbered(&sound, u64::MAX);
    let id = ChangeId(u64::MAX);
    let scope = scope();
    assert_eq!(
        read(&written(&high).unwrap(), &Key { scope, id }),
        Err(Unread::Damaged)
    );
}

#[test]
fn hostile_texts_are_refused_and_harm_nothing() {
    let deep = |open: &str| format!(r#"{{"version":1,"change":{}"#, open.repeat(100_000));
    for text in [
        "",
        "null",
        "[]",
        "{}",
        "\u{feff}",
        "1e999",
        r#"{"version":1}"#,
        r#"{"version":-1}"#,
        &"[".repeat(500_000),
        &deep("["),
        &deep(r#"{"a":"#),
        &"x".repeat(1_000_000),
        &format!(r#"{{"version":1,"x":"{}"}}"#, "y".repeat(1_000_000)),
    ] {
        assert_eq!(read(text, &key()), Err(Unread::Damaged));
    }
    let padded = format!("{}{}", written(&done()).unwrap(), " ".repeat(LONGEST));
    assert_eq!(read(&padded, &key()), Err(Unread::TooLarge));
}

#[test]
fn what_a_newer_program_has_written_is_told_as_that() {
    let newer = with(&done(), "/version", json!(2));
    assert_eq!(read(&newer, &key()), Err(Unread::Newer));
    // Nobody knows what else it has.
    let text = r#"{"version":3,"job":{"id":"8a","steps":[{}]}}"#;
    assert_eq!(read(text, &key()), Err(Unread::Newer));
}

#[test]
fn an_undo_that_was_lost_is_under_way_no_more() {
    let mut of = numbered(&done(), 0);
    let items = of.change.items().iter();
    let items = items.map(|(id, item)| (*id, vec![item.subject.clone()]));
    let takes_back = TakesBack {
        change: ChangeId(0),
        items: items.collect(),
    };
    let mut undo = numbered(&record(one(), |_| ()), 1);
    of.note_undo(&takes_back, &undo.change);
    undo.takes_back = Some(takes_back);
    let taken_back = |records: &[Record]| {
        let mut records = records.to_vec();
        forget_lost_undos(&mut records);
        records[0].taken_back.clone()
    };
    assert_eq!(taken_back(&[of.clone(), undo]), of.taken_back);
    assert!(of.taken_back.values().all(|it| *it == TakenBack::UnderWay));
    assert_eq!(taken_back(&[of.clone()]), BTreeMap::new());
    of.taken_back = [(ItemId(0), TakenBack::Done)].into();
    assert_eq!(taken_back(&[of.clone()]), of.taken_back);
}

#[test]
fn a_record_of_too_many_items_is_not_kept() {
    let of = |count: usize| {
        let names: Vec<String> = (0..count).map(|number| format!("r{number}")).collect();
        let writes = names.iter().map(|name| cancel(name, &[BEN])).collect();
        written(&record(vec![writes], |_| ()))
    };
    assert!(of(MOST_ITEMS).is_some());
    assert_eq!(of(MOST_ITEMS + 1), None);
}

/// So many records of these lengths, the oldest first, made a millisecond after each other.
fn kept(lengths: &[usize]) -> Vec<Kept> {
    let times = (0_i64..).map(|later| START.plus_milliseconds(later));
    let kept = times.zip(lengths).map(|(at, length)| Kept {
        id: ChangeId::made(at, None, 0),
        length: *length,
        is_settled: true,
    });
    kept.collect()
}

fn places(kept: &[Kept], now: Timestamp) -> Vec<usize> {
    let gone = outlived(kept, now);
    let places = 0..kept.len();
    places.filter(|it| gone.contains(&kept[*it].id)).collect()
}

#[test]
fn the_last_500_are_kept() {
    assert_eq!(places(&kept(&[10; MOST]), START), [0_usize; 0]);
    assert_eq!(places(&kept(&[10; MOST + 2]), START), [0, 1]);
}

#[test]
fn the_oldest_settled_records_make_room_first() {
    let mut kept = kept(&[LONGEST / 2; 4]);
    assert_eq!(places(&kept, START), [0, 1]);
    kept[0].is_settled = false;
    assert_eq!(places(&kept, START), [1, 2]);
    for it in &mut kept {
        it.is_settled = false;
    }
    assert_eq!(places(&kept, START), [0_usize; 0]);
}

#[test]
fn after_thirty_days_a_record_goes_whatever_is_left_of_it() {
    let mut kept = kept(&[10; 2]);
    kept[0].is_settled = false;
    assert_eq!(places(&kept, START.plus_milliseconds(LASTS)), [0_usize; 0]);
    assert_eq!(places(&kept, START.plus_milliseconds(LASTS + 1)), [0]);
    // A clock that was set back makes nothing old.
    assert_eq!(places(&kept, START.plus_milliseconds(-LASTS)), [0_usize; 0]);
}

#[test]
fn much_is_not_written_as_often_as_it_changes() {
    assert_eq!(rest_after(16_000, 0), None);
    assert_eq!(rest_after(600_000, 0), Some(600));
    assert_eq!(rest_after(600_000, 599), Some(1));
    assert_eq!(rest_after(600_000, 600), None);
    assert_eq!(rest_after(LONGEST, 0), Some(2_000));
    // The clock was set back.
    assert_eq!(rest_after(600_000, -5), None);
}

#[test]
fn changes_of_one_millisecond_and_of_different_ones_have_different_numbers_in_their_order() {
    let made: BTreeSet<ChangeId> = (0..8)
        .flat_map(|chance| {
            (0..4).map(move |at| ChangeId::made(START.plus_milliseconds(at), None, chance))
        })
        .collect();
    assert_eq!(made.len(), 32);
    let times: Vec<Timestamp> = made.iter().map(|id| id.made_at()).collect();
    assert!(times.is_sorted());
    assert_eq!(times[0], START);
    // The largest number is one that a browser counts exactly.
    let last = ChangeId::made(
        Timestamp::from_milliseconds(253_402_300_799_999),
        None,
        u32::MAX,
    );
    assert_eq!(
        last.made_at(),
        Timestamp::from_milliseconds(253_402_300_799_999)
    );
}

#[test]
fn a_change_comes_after_those_before_it_although_the_clock_was_set_back() {
    let an_hour_before = START.plus_milliseconds(-3_600_000);
    let first = ChangeId::made(START, None, 7);
    let second = ChangeId::made(an_hour_before, Some(first), 0);
    let third = ChangeId::made(an_hour_before, Some(second), 0);
    assert!(first < second && second < third);
    // A clock that goes right tells when each was made.
    let later = START.plus_milliseconds(60_000);
    assert_eq!(ChangeId::made(later, Some(third), 0).made_at(), later);
}

fn scope_of(parts: [String; 4]) -> Scope {
    let [cloud, region, project_id, user_id] = parts;
    Scope {
        cloud,
        region,
        project_id,
        user_id,
    }
}

proptest! {
    #[test]
    fn no_text_breaks_the_reading(text in any::<String>()) {
        prop_assert_eq!(read(&text, &key()), Err(Unread::Damaged));
    }

    #[test]
    fn a_byte_that_was_changed_is_refused_or_read(place in 0_usize..2_000, byte in 32_u8..127) {
        let mut text = written(&record(three(), |_| ())).unwrap().into_bytes();
        let place = place % text.len();
        text[place] = byte;
        if let Ok(record) = read(&String::from_utf8(text).unwrap(), &key()) {
            prop_assert_eq!(record.change.scope(), &scope());
        }
    }

    #[test]
    fn every_place_and_change_has_a_key_of_its_own(parts in any::<[String; 4]>(), id in any::<u64>()) {
        let key = Key { scope: scope_of(parts), id: ChangeId(id) };
        let text = key.to_string();
        match text.len() <= 2_000 {
            true => prop_assert_eq!(text.parse(), Ok(key)),
            false => prop_assert!(text.parse::<Key>().is_err()),
        }
    }

    #[test]
    fn a_text_that_is_a_key_is_the_only_one_of_it(text in "[%:a-z0-9A-F]{0,24}") {
        if let Ok(key) = text.parse::<Key>() {
            prop_assert_eq!(key.to_string(), text);
        }
    }
}
