//! What follows of a change, whoever looks at it by then.

use changes::Item;
use leptos::prelude::*;

use super::{Entry, Work};
use crate::live::follow;

impl Work {
    /// Runs once all of a change is done, as far as the service told, also where the dialog that has sent it
    /// was left meanwhile; never for anybody but the person who confirmed it.
    pub fn once_done(self, entry: Entry, then: impl Fn(Entry) + 'static) {
        let Some(owner) = self.owner.get_value().and_then(|it| it.upgrade()) else {
            return;
        };
        owner.with(|| {
            let waits = StoredValue::new(true);
            follow(move || {
                let is_done = |item: &Item| item.state.is_done();
                let is_done = entry
                    .record
                    .with(|record| record.change.items().values().all(is_done));
                // What follows notes something of the change, which is heard here.
                if is_done && waits.get_value() && self.is_in_scope(entry) {
                    waits.set_value(false);
                    untrack(|| then(entry));
                }
            });
        });
    }
}
