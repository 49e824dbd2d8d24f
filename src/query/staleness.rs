//! Which reads a change has made old.

use std::rc::Rc;

use cloud_api::Request;
use leptos::prelude::*;

use crate::live::follow_from;

/// Tells what is on screen that something it shows was changed.
#[derive(Clone, Copy)]
pub struct Staleness(RwSignal<(u64, Rc<str>), LocalStorage>);

/// Makes the staleness available to everything below.
pub fn provide_staleness() -> Staleness {
    let staleness = Staleness(RwSignal::new_local((0, Rc::from("/"))));
    provide_context(staleness);
    staleness
}

impl Staleness {
    /// Marks everything whose path begins so; what is on screen reads again.
    pub fn mark(self, path_prefix: &str) {
        self.0.update(|(count, prefix)| {
            *count += 1;
            *prefix = Rc::from(path_prefix);
        });
    }

    /// Runs something when a path is marked.
    pub(super) fn on_mark(self, path: String, then: Callback<()>) {
        follow_from(move |seen| {
            let (count, prefix) = self.0.get();
            if seen.is_some_and(|seen| seen != count) && path.starts_with(&*prefix) {
                then.run(());
            }
            count
        });
    }
}

/// The path below which a write changes what reads show.
#[must_use]
pub fn path_of(request: &Request) -> String {
    request.path.trim_end_matches("/access").to_owned()
}
