//! Which reads a change has made old.

use std::rc::Rc;

use cloud_api::Request;
use leptos::prelude::*;

/// Tells what is on screen that something it shows was changed: every mark so far, in order.
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

    /// Runs something when a path is marked.
    pub(super) fn on_mark(self, path: String, then: Callback<()>) {
        // An effect sees several marks at once.
        Effect::new(move |seen: Option<usize>| {
            let (is_marked, count) = self.0.with(|marks| {
                let new = marks.get(seen.unwrap_or(marks.len())..).unwrap_or_default();
                let is_marked = new.iter().any(|prefix| path.starts_with(&**prefix));
                (is_marked, marks.len())
            });
            if is_marked {
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
