//! Which reads a change has made old.

use std::rc::Rc;
use std::time::Duration;

use cloud_api::Collection;
use leptos::prelude::*;

/// Tells what is on screen that something it shows was changed.
#[derive(Clone, Copy)]
pub struct Staleness {
    /// Marks that nobody was told of yet.
    marks: StoredValue<Vec<Collection>>,
    watchers: StoredValue<Vec<(u64, Watcher)>, LocalStorage>,
    /// Counts the watchers that there ever were.
    count: StoredValue<u64>,
}

/// What runs with the marks of a moment.
type Watcher = Rc<dyn Fn(&[Collection])>;

/// Marks are told together: many calls of one change come within this time, and each would have the
/// same list read again.
const TOGETHER: Duration = Duration::from_millis(100);

/// Makes the staleness available to everything below.
pub fn provide_staleness() -> Staleness {
    let staleness = Staleness {
        marks: StoredValue::new(Vec::new()),
        watchers: StoredValue::new_local(Vec::new()),
        count: StoredValue::new(0),
    };
    provide_context(staleness);
    staleness
}

/// The staleness.
///
/// # Panics
/// Outside of the application, which is a mistake in the program.
#[must_use]
pub fn use_staleness() -> Staleness {
    use_context().unwrap_or_else(|| unreachable!("the application provides the staleness"))
}

impl Staleness {
    /// Marks what a write has changed; what shows any of it reads again.
    pub fn mark(self, changed: Vec<Collection>) {
        let is_first = self.marks.with_value(Vec::is_empty);
        self.marks.update_value(|marks| {
            for collection in changed {
                if !marks.contains(&collection) {
                    marks.push(collection);
                }
            }
        });
        if is_first {
            set_timeout(move || self.tell(), TOGETHER);
        }
    }

    fn tell(self) {
        let Some(marks) = self.marks.try_update_value(std::mem::take) else {
            return;
        };
        // A watcher may make others come and go.
        for (_, watcher) in self.watchers.get_value() {
            watcher(&marks);
        }
    }

    /// Runs something with the marks from now on, until the caller is gone.
    pub fn watch(self, then: impl Fn(&[Collection]) + 'static) {
        self.count.update_value(|count| *count += 1);
        let number = self.count.get_value();
        self.watchers
            .update_value(|watchers| watchers.push((number, Rc::new(then))));
        on_cleanup(move || {
            self.watchers
                .try_update_value(|watchers| watchers.retain(|(other, _)| *other != number));
        });
    }

    /// Runs something when what is shown is marked.
    pub(super) fn on_mark(self, shown: Collection, then: Callback<()>) {
        self.watch(move |marks| {
            if marks.iter().any(|mark| mark.touches(&shown)) {
                then.run(());
            }
        });
    }
}
