//! Whether anybody sees the page: jobs are asked for seldom while nobody does.

use changes::{Event, Sight};
use leptos::prelude::*;

use super::entry::Entry;

/// Whether it is seen now.
pub(super) fn sight() -> Sight {
    match document().hidden() {
        true => Sight::Hidden,
        false => Sight::Seen,
    }
}

/// Tells what is under way from now on when the page is hidden or seen again.
pub(super) fn tell_from_now_on(
    entries: RwSignal<Vec<Entry>>,
    tell: impl Fn(Entry, Event) + 'static,
) {
    let told = window_event_listener_untyped("visibilitychange", move |_| {
        for entry in entries.get_untracked() {
            if !entry.record.with_untracked(|it| it.change.is_settled()) {
                tell(entry, Event::Sight(sight()));
            }
        }
    });
    on_cleanup(move || told.remove());
}
