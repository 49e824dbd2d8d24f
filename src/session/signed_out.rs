//! Who have signed out in this browser last, for tabs that could not hear of it: a page behind the browser's
//! history, and a tab that the browser has put out of memory.

use super::Identity;
use crate::browser::clock::computer_time;
use crate::browser::storage::{BrowserItem, TabItem};

/// So many are remembered.
const MOST: usize = 8;

/// Notes that somebody signs out: when, which is read as a name of this sign-out alone. The clock may be set back.
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

/// Notes, beside a token that the tab keeps from now on, which sign-out of the person was the last before.
pub(super) fn note_last_sign_out(identity: &Identity) {
    TabItem::SignedOutBefore.write(&last_sign_out(&identity.mark()).unwrap_or_default());
}

/// Whether somebody has signed out, in whichever tab, since this one keeps the token. A token beside which nothing is
/// noted may have been kept before any sign-out.
pub(super) fn has_signed_out(identity: &Identity) -> bool {
    let before = TabItem::SignedOutBefore.read();
    last_sign_out(&identity.mark()).is_some_and(|last| before.as_deref() != Some(&*last))
}

/// Which sign-out of a person was the last.
pub(super) fn last_sign_out(mark: &str) -> Option<String> {
    let noted = BrowserItem::SignedOut.read()?;
    let mut lines = noted.lines().filter_map(|line| line.split_once(' '));
    let (at, _) = lines.find(|(_, of)| *of == mark)?;
    Some(at.to_owned())
}
