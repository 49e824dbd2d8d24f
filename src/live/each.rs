//! One view for each thing of a list that changes.

use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;
use leptos::tachys::reactive_graph::OwnedView;
use leptos::tachys::view::keyed::keyed;

use super::live;

/// One view for each item; a view stays as long as the key of its item is there.
///
/// Unlike the framework's `For` it leaves next to nothing of views that have gone, also where the
/// list itself stays: in a table that is scrolled through, thousands of rows come and go.
pub fn each<T: Send + 'static, K: Eq + Hash + 'static>(
    items: impl Fn() -> Vec<T> + Send + 'static,
    key: fn(&T) -> K,
    view: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let items = live(items);
    let (owners, view) = (Arc::new(Owners::default()), Arc::new(view));
    move || {
        let (owners, view) = (Arc::clone(&owners), Arc::clone(&view));
        let owned = move |_, item| {
            let owner = owners.next();
            let view = owner.with(|| view(item));
            (drop::<usize>, OwnedView::new_with_owner(view, owner))
        };
        keyed(items(), key, owned)
    }
}

/// How many views share a batch.
const BATCH: usize = 256;

/// Makes the owners of the views.
///
/// An owner keeps about 90 bytes of each one that was ever made below it, until it ends itself. So
/// views are owned by batches, and a batch ends with the last view of it.
struct Owners {
    all: Owner,
    batch: Mutex<Batch>,
}

struct Batch {
    owner: Owner,
    made: usize,
}

impl Default for Owners {
    fn default() -> Self {
        // Made where the list is: what the views may ask for is found from there.
        let all = Owner::new();
        Self {
            batch: Mutex::new(Batch::of(&all)),
            all,
        }
    }
}

impl Batch {
    fn of(all: &Owner) -> Self {
        Self {
            owner: all.child(),
            made: 0,
        }
    }
}

impl Owners {
    /// The owner of another view.
    fn next(&self) -> Owner {
        let mut batch = self.batch.lock().unwrap_or_else(PoisonError::into_inner);
        if batch.made == BATCH {
            *batch = Batch::of(&self.all);
        }
        batch.made += 1;
        let kept = batch.owner.clone();
        let owner = kept.child();
        owner.with(|| on_cleanup(move || drop(kept)));
        owner
    }
}
