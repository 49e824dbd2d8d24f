//! Whether anybody sees the page: jobs are asked for seldom while nobody does.

use changes::{Event, Sight};
use leptos::prelude::*;

use super::Work;

/// Tells what is under way from now on when the page is hidden or seen again.
pub(super) fn tell_from_now_on(work: Work) {
    let told = window_event_listener_untyped("visibilitychange", move |_| {
        let sight = match document().hidden() {
            true => Sight::Hidden,
            false => Sight::Seen,
        };
        let is_unsettled =
            |entry: &super::Entry| entry.record.with_untracked(|it| !it.change.is_settled());
        let entries = work.entries.get_untracked();
        for entry in entries.into_iter().filter(is_unsettled) {
            work.handle(entry, Event::Sight(sight));
        }
    });
    on_cleanup(move || told.remove());
}
