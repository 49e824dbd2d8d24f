//! Records as texts that the browser keeps, and records from such texts, which may be anybody's.

use std::collections::{BTreeMap, BTreeSet};

use cloud_api::{Subject, Timestamp};
use serde::Deserialize;

use crate::{Change, ChangeId, ItemId, Key, Phase, Record, TakenBack, Version};

/// Items that a record may have and still be kept: a larger one is written too slowly, again and again.
pub const MOST_ITEMS: usize = 2_000;

/// Bytes that all records of a person in one place may have together, and so the most that one may
/// have; browsers keep about five million characters.
pub const LONGEST: usize = 2_000_000;

/// Records that are kept of a person in one place.
pub const MOST: usize = 500;

/// Milliseconds for which a record is kept: thirty days.
pub const LASTS: i64 = 30 * 24 * 60 * 60 * 1_000;

/// Bytes that are written at any time.
const AT_ONCE: usize = 16_000;

/// After so many bytes each the next writing waits a millisecond: a browser takes about a twentieth of that
/// for them, and the page waits for it.
const BYTES_A_MILLISECOND: usize = 1_000;

/// Changes are numbered below this: what a browser counts exactly.
const HIGHEST_ID: u64 = 1 << 53;

/// Why a text that is kept is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Unread {
    /// It is longer, or has more items, than any that this program keeps.
    #[error("too large")]
    TooLarge,
    /// A newer program has written it.
    #[error("of a newer version")]
    Newer,
    /// It is of another person, of another place, or another change than what it is kept as.
    #[error("of another person or place")]
    OfAnother,
    /// It is not what this program writes.
    #[error("damaged")]
    Damaged,
}

/// A record that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Which.
    pub id: ChangeId,
    /// Bytes.
    pub length: usize,
    /// Whether nothing of it would be sent, read or unknown.
    pub is_settled: bool,
}

/// The record as it is kept; `None` when it is too large for that.
#[must_use]
pub fn written(record: &Record) -> Option<String> {
    if record.change.items().len() > MOST_ITEMS {
        return None;
    }
    let text = serde_json::to_string(record).ok()?;
    (text.len() <= LONGEST).then_some(text)
}

/// The record that is kept under a key.
///
/// # Errors
/// When the text is not one that this program has written under this key.
pub fn read(text: &str, key: &Key) -> Result<Record, Unread> {
    /// What every version has.
    #[derive(Deserialize)]
    struct Head {
        version: u32,
    }
    if text.len() > LONGEST {
        return Err(Unread::TooLarge);
    }
    let head: Head = serde_json::from_str(text).map_err(|_| Unread::Damaged)?;
    if head.version > u32::from(Version::CURRENT) {
        return Err(Unread::Newer);
    }
    let record: Record = serde_json::from_str(text).map_err(|_| Unread::Damaged)?;
    let change = &record.change;
    if *change.scope() != key.scope || change.id() != key.id {
        return Err(Unread::OfAnother);
    }
    if change.items().len() > MOST_ITEMS {
        return Err(Unread::TooLarge);
    }
    match is_sound(change) {
        true => Ok(record),
        false => Err(Unread::Damaged),
    }
}

/// Which of the records of a person in one place go: those that are too old, and then the oldest settled
/// ones until the others are few and short enough.
#[must_use]
pub fn outlived(kept: &[Kept], now: Timestamp) -> BTreeSet<ChangeId> {
    let is_old = |it: &&Kept| is_outlived(it.id, now);
    let mut gone: BTreeSet<ChangeId> = kept.iter().filter(is_old).map(|it| it.id).collect();
    let mut left: Vec<&Kept> = kept.iter().filter(|it| !gone.contains(&it.id)).collect();
    left.sort_by_key(|it| it.id);
    let mut count = left.len();
    let mut length: usize = left.iter().map(|it| it.length).sum();
    for it in left.into_iter().filter(|it| it.is_settled) {
        if count <= MOST && length <= LONGEST {
            break;
        }
        count -= 1;
        length = length.saturating_sub(it.length);
        gone.insert(it.id);
    }
    gone
}

/// Whether a change was made so long ago that nothing of it is kept any more.
#[must_use]
pub fn is_outlived(id: ChangeId, now: Timestamp) -> bool {
    now.milliseconds_since(id.made_at()) > LASTS
}

/// For how many milliseconds more nothing is written when so many bytes were, that many milliseconds
/// ago; `None` when there is no need to wait. A clock that was set back tells nothing.
#[must_use]
pub fn rest_after(bytes: usize, passed: i64) -> Option<u64> {
    let pause = i64::try_from(bytes / BYTES_A_MILLISECOND).ok()?;
    let rests = bytes > AT_ONCE && (0..pause).contains(&passed);
    rests.then(|| pause.abs_diff(passed))
}

/// Takes back that undos are under way which are not among the records: nobody will hear how they ended.
pub fn forget_lost_undos(records: &mut [Record]) {
    let undos = records.iter().filter_map(|it| it.takes_back.as_ref());
    let is_taken_back: BTreeSet<(ChangeId, ItemId)> = undos
        .flat_map(|undo| undo.items.keys().map(|item| (undo.change, *item)))
        .collect();
    for record in records {
        let id = record.change.id();
        let is_known = |item: &ItemId| is_taken_back.contains(&(id, *item));
        record
            .taken_back
            .retain(|item, how_far| *how_far == TakenBack::Done || is_known(item));
    }
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
