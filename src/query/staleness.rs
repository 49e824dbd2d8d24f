//! Which reads a change has made old.

use std::rc::Rc;

use cloud_api::Request;
use leptos::prelude::*;

use crate::live::follow_from;

/// Tells what is on screen that something it shows was changed: every mark, in order, so that none is
/// missed when several come at once.
#[derive(Clone, Copy)]
pub struct Staleness(RwSignal<Vec<Rc<str>>, LocalStorage>);

/// Makes the staleness available to everything below.
pub fn provide_staleness() -> Staleness {
    let staleness = Staleness(RwSignal::new_local(Vec::new()));
    provide_context(staleness);
    staleness
}

impl Staleness {
    /// Marks everything whose path begins so; what is on screen reads again.
    pub fn mark(self, path_prefix: &str) {
        self.0.update(|marks| marks.push(Rc::from(path_prefix)));
    }

    /// Runs something with every mark from now on.
    pub fn watch(self, then: impl Fn(&str) + 'static) {
        follow_from(move |seen| {
            let marks = self.0.get();
            let seen = seen.map_or(marks.len(), |seen| seen as usize);
            for prefix in marks.iter().skip(seen) {
                then(prefix);
            }
            marks.len() as u64
        });
    }

    /// Runs something when a path is marked.
    pub(super) fn on_mark(self, path: String, then: Callback<()>) {
        self.watch(move |prefix| {
            if path.starts_with(prefix) {
                then.run(());
            }
        });
    }
}

/// The path below which a write changes what reads show.
#[must_use]
pub fn path_of(request: &Request) -> String {
    let path = request.path.trim_end_matches("/access");
    match path.split_once("/tags/") {
        // A single tag is read back alone, and shown in a list.
        Some((repository, _)) => format!("{repository}/tags"),
        None => path.to_owned(),
    }
}
