//! Which message files are taken for this version's.

use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};
use words::{CHINESE_FILE as NAME, Language, Table, text};

use crate::keys;
use crate::support::{CHINESE_FILE, Plain, chinese, joined};

fn members() -> Map<String, Value> {
    serde_json::from_str(CHINESE_FILE).expect("the file is JSON")
}

fn parse(members: &Map<String, Value>) -> Option<Table> {
    Table::parse(&serde_json::to_vec(members).expect("JSON can be written"))
}

/// Computed by another implementation of FNV-1a.
#[test]
fn keys_are_hashed_in_their_order_each_with_an_end() {
    let hash = |keys: &[&str]| keys::hash(&mut keys.iter().copied());
    assert_eq!(hash(&["word.no", "word.yes"]), 0x58a4_3841_d4ca_658b);
    assert_ne!(hash(&["word.yes", "word.no"]), 0x58a4_3841_d4ca_658b);
    assert_eq!(hash(&[]), 0xcbf2_9ce4_8422_2325);
}

#[test]
fn the_own_file_is_taken() {
    assert!(Table::parse(CHINESE_FILE.as_bytes()).is_some());
}

#[test]
fn a_renamed_key_of_equal_length_is_refused() {
    let mut members = members();
    let text = members.remove("dialog.cancel").expect("the key is there");
    members.insert("aialog.cancel".to_owned(), text);
    assert!(parse(&members).is_none());
}

#[test]
fn characters_that_move_from_one_key_to_its_neighbour_are_refused() {
    let mut members = members();
    for (from, to) in [("word.no", "word.n"), ("word.yes", "word.oyes")] {
        let text = members.remove(from).expect("the key is there");
        members.insert(to.to_owned(), text);
    }
    assert!(parse(&members).is_none());
}

#[test]
fn keys_in_another_order_give_the_same_texts() {
    let turned: Vec<String> = members()
        .into_iter()
        .rev()
        .map(|(key, value)| format!("{}:{value}", Value::String(key)))
        .collect();
    let table =
        Table::parse(format!("{{{}}}", turned.join(",")).as_bytes()).expect("all are there");
    for message in [
        text::dialog_cancel(),
        text::word_yes(),
        text::access_remove_people(2),
    ] {
        let turned = message.pieces(Language::Chinese, Some(&table), &Plain);
        assert_eq!(joined(turned), chinese(&message));
    }
}

#[test]
fn a_file_with_one_key_too_few_is_refused() {
    let mut members = members();
    members.remove("word.yes");
    assert!(parse(&members).is_none());
}

#[test]
fn a_file_with_one_key_too_many_is_refused() {
    let mut members = members();
    members.insert("word.zzz".to_owned(), Value::from("好"));
    assert!(parse(&members).is_none());
}

#[test]
fn a_text_that_is_none_refuses_the_whole_file() {
    for odd in [Value::from(7), Value::Null, Value::from(vec!["是"])] {
        let mut members = members();
        members.insert("word.yes".to_owned(), odd);
        assert!(parse(&members).is_none());
    }
    let mut members = members();
    let forms = serde_json::json!({ "one": "是" });
    members.insert("word.yes".to_owned(), forms);
    assert!(parse(&members).is_none());
}

#[test]
fn what_is_no_file_of_messages_is_refused() {
    for odd in [
        "",
        "{}",
        "[]",
        "null",
        "{\"only\":\"one\"}",
        "<!doctype html>",
        "{",
    ] {
        assert!(Table::parse(odd.as_bytes()).is_none(), "{odd}");
    }
    assert!(Table::parse(&[0xff, 0xfe, 0x00]).is_none());
}

#[test]
fn the_name_of_the_file_carries_a_hash_of_its_content() {
    let digest = Sha256::digest(CHINESE_FILE);
    let start: String = digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(NAME, format!("zh-CN-{start}.json"));
}
