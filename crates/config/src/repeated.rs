//! Keys that stand more than once in one object. The parser takes the last of them without a word, so they are looked for in
//! the text.

use serde_json::Value;

use crate::fault::{Fault, Problem};

/// Stands before a key in a place: no key of ours has it in it, so two places are the same only where their keys are.
const BEFORE_A_KEY: char = '\0';

/// The place of each key that is there already, in a file that is JSON.
pub(crate) fn faults(file: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut places = Vec::new();
    let mut place = String::new();
    // Of each object and list that is open: how long its own place is, and which item of a list this is.
    let mut open: Vec<(usize, Option<usize>)> = Vec::new();
    // Where the last text begins and ends, with its quotation marks.
    let (mut start, mut end) = (0, 0);
    let (mut is_text, mut is_escaped) = (false, false);
    for (at, byte) in file.bytes().enumerate() {
        if is_text {
            is_text = is_escaped || byte != b'"';
            is_escaped = byte == b'\\' && !is_escaped;
            end = at + 1;
            continue;
        }
        match byte {
            b'"' => (start, is_text) = (at, true),
            b'{' => open.push((place.len(), None)),
            b'[' => open.push((place.len(), Some(0))),
            b'}' | b']' => {
                if let Some((length, _)) = open.pop() {
                    place.truncate(length);
                }
            }
            _ => {}
        }
        let Some((length, item)) = open.last_mut() else {
            continue;
        };
        match (byte, item) {
            (b':', _) => {
                place.truncate(*length);
                place.push(BEFORE_A_KEY);
                place.push_str(&key(&file[start..end]));
                if places.contains(&place) {
                    faults.push(Fault {
                        place: told(&place),
                        problem: Problem::RepeatedKey,
                    });
                    // What stands in it stands there once.
                    place.push(BEFORE_A_KEY);
                } else {
                    places.push(place.clone());
                }
            }
            (b'[' | b',', Some(item)) => {
                place.truncate(*length);
                place.push_str(&format!("[{item}]"));
                *item += 1;
            }
            _ => {}
        }
    }
    faults
}

/// A key by what it says: a character may be written in several ways.
fn key(written: &str) -> String {
    match serde_json::from_str(written) {
        Ok(Value::String(key)) => key,
        _ => String::new(),
    }
}

fn told(place: &str) -> String {
    // A key that stands twice is marked twice.
    let twice = [BEFORE_A_KEY; 2].iter().collect::<String>();
    let keys = place.replace(&twice, ".").replace(BEFORE_A_KEY, ".");
    keys.trim_start_matches('.').to_owned()
}
