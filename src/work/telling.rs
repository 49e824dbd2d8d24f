//! What a person is told of a change while it goes on and once it has ended.

use leptos::prelude::*;
use words::result::result;

use super::Work;
use super::entry::Entry;
use crate::i18n::{Message, text};

impl Work {
    pub(super) fn tell_what_became(self, entry: Entry, is_unknown: bool) {
        if is_unknown {
            self.tell(entry, text::work_checking());
        }
        let is_settled = entry.is_settled();
        if is_settled && !entry.was_settled.get_value() {
            let result = entry.record.with_untracked(|it| result(&it.change));
            self.tell(entry, result);
        }
        entry.was_settled.set_value(is_settled);
    }

    /// Tells how a change stands; nobody else hears of it. Where its line is on the page it is only
    /// read out.
    fn tell(self, entry: Entry, message: Message) {
        match entry.is_on_screen() {
            _ if !self.is_in_scope(entry) => {}
            true => self.announcements.read_out(message),
            false => self.announcements.tell(message),
        }
    }
}
