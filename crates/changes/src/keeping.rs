//! Records as a text that a tab keeps, and records from such a text, which may be anybody's.

use std::collections::{BTreeMap, BTreeSet};

use cloud_api::{Subject, Timestamp};

use crate::{Change, ChangeId, Event, ItemId, Phase, Record, Scope};

/// Items that a record may have and still be kept: a larger one is written too slowly, again and again.
pub const MOST_ITEMS: usize = 2_000;

/// Bytes that all records together may have; browsers keep about five million characters.
pub const LONGEST: usize = 2_000_000;

/// Changes are numbered below this; it leaves room for the numbers that follow.
const HIGHEST_ID: u64 = 1 << 32;

/// A record as it is kept: one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    text: String,
    /// Whether nothing of it would be sent, read or unknown.
    is_settled: bool,
}

/// As many records as fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What the tab keeps.
    pub text: String,
    /// Whether one that is not settled did not fit.
    pub lacks_unsettled: bool,
}

impl Line {
    /// The record as a line; `None` when it is too large to be kept.
    #[must_use]
    pub fn of(record: &Record) -> Option<Self> {
        if record.change.items().len() > MOST_ITEMS {
            return None;
        }
        let text = serde_json::to_string(record).ok()?;
        (text.len() <= LONGEST).then(|| Self {
            text,
            is_settled: record.change.is_settled(),
        })
    }
}

/// The lines, the oldest first, in so many bytes: the oldest settled ones make room first.
#[must_use]
pub fn together<'a>(lines: impl IntoIterator<Item = &'a Line>, longest: usize) -> Kept {
    let lines: Vec<&Line> = lines.into_iter().collect();
    // A line break stands between two lines.
    let between = lines.len().saturating_sub(1);
    let mut length = between + lines.iter().map(|line| line.text.len()).sum::<usize>();
    let mut left_out = BTreeSet::new();
    let mut lacks_unsettled = false;
    for settled in [true, false] {
        for (place, line) in lines.iter().enumerate() {
            if length > longest && line.is_settled == settled {
                length = length.saturating_sub(line.text.len() + 1);
                left_out.insert(place);
                lacks_unsettled |= !settled;
            }
        }
    }
    let kept = lines.iter().enumerate();
    let kept = kept.filter(|(place, _)| !left_out.contains(place));
    let kept: Vec<&str> = kept.map(|(_, line)| &*line.text).collect();
    Kept {
        text: kept.join("\n"),
        lacks_unsettled,
    }
}

/// The records of a person in a text, in whichever region and project: nothing of them is sent by
/// itself any more. What is not sound, of another version, or another person's is left out.
#[must_use]
pub fn read(text: &str, person: &Scope, now: Timestamp) -> Vec<Record> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    let mut known: BTreeSet<ChangeId> = BTreeSet::new();
    let lines = text.lines().map(serde_json::from_str::<Record>);
    let mut records: Vec<Record> = lines
        .filter_map(Result::ok)
        .filter(|record| record.change.scope().is_of_person(person))
        .filter(|record| is_sound(&record.change) && known.insert(record.change.id()))
        .collect();
    for record in &mut records {
        // Only the look and the sending of now are asked for, and nobody is there to carry them out.
        record.change.handle(Event::Resumed, now);
    }
    records
}

/// Whether the change is one that this program writes: everything shown of it is what its writes are
/// about.
fn is_sound(change: &Change) -> bool {
    let (items, calls) = (change.items(), change.calls());
    let subjects_of = |ids: &[ItemId]| -> Option<Vec<&Subject>> {
        ids.iter()
            .map(|id| items.get(id).map(|item| &item.subject))
            .collect()
    };
    let names_its_items = calls.values().all(|call| {
        let subjects = call.mutation.subjects();
        let named: Vec<&Subject> = subjects.iter().collect();
        !named.is_empty() && subjects_of(&call.items) == Some(named)
    });
    let is_planned = items.iter().all(|(id, item)| {
        let call = calls.get(&item.planned_in);
        call.is_some_and(|call| call.items.contains(id))
    });
    let subjects: BTreeMap<&Subject, &ItemId> =
        items.iter().map(|(id, item)| (&item.subject, id)).collect();
    change.id().0 < HIGHEST_ID
        && change.phase() != Phase::Proposed
        && (1..=MOST_ITEMS).contains(&items.len())
        && subjects.len() == items.len()
        && names_its_items
        && is_planned
}
