//! Who has signed out in this browser last, for tabs that could not hear of it: a page behind the browser's
//! history, and a tab that the browser has put out of memory.

use cloud_api::Timestamp;

use super::Identity;
use super::used_at::used_at;
use crate::browser::clock::computer_time;
use crate::browser::storage::BrowserItem;

/// Notes that somebody signs out.
pub(super) fn note_signing_out(identity: &Identity) {
    let at = computer_time().milliseconds();
    BrowserItem::SignedOut.write(&format!("{at} {}", identity.mark()));
}

/// Whether somebody has signed out, in whichever tab, after this one was last used.
pub(super) fn has_signed_out(identity: &Identity) -> bool {
    let noted = BrowserItem::SignedOut.read().unwrap_or_default();
    let told = noted.split_once(' ').and_then(|(at, mark)| {
        let at = Timestamp::from_milliseconds(at.parse().ok()?);
        (mark == identity.mark()).then_some(at)
    });
    told.zip(used_at())
        .is_some_and(|(at, used_at)| at > used_at)
}
