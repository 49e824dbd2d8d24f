//! Who have signed out in this browser last, for tabs that could not hear of it: a page behind the browser's
//! history, and a tab that the browser has put out of memory.

use cloud_api::Timestamp;

use super::Identity;
use super::used_at::used_at;
use crate::browser::clock::computer_time;
use crate::browser::storage::BrowserItem;

/// So many are remembered.
const MOST: usize = 8;

/// Notes that somebody signs out.
pub(super) fn note_signing_out(identity: &Identity) {
    let (at, mark) = (computer_time().milliseconds(), identity.mark());
    let before = BrowserItem::SignedOut.read().unwrap_or_default();
    let others = before
        .lines()
        .filter(|line| !line.ends_with(&format!(" {mark}")));
    let lines: Vec<String> = std::iter::once(format!("{at} {mark}"))
        .chain(others.map(str::to_owned))
        .take(MOST)
        .collect();
    BrowserItem::SignedOut.write(&lines.join("\n"));
}

/// Whether somebody has signed out, in whichever tab, after this one was last used.
pub(super) fn has_signed_out(identity: &Identity) -> bool {
    let noted = BrowserItem::SignedOut.read().unwrap_or_default();
    let told = noted.lines().find_map(|line| {
        let (at, mark) = line.split_once(' ')?;
        let at = Timestamp::from_milliseconds(at.parse().ok()?);
        (mark == identity.mark()).then_some(at)
    });
    told.zip(used_at())
        .is_some_and(|(at, used_at)| at > used_at)
}
