//! What is kept while the console is open, whichever page is shown: made when it is first asked for,
//! so that a first visit loads nothing of it.

use std::any::Any;

use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;

use crate::session::Session;

/// How long something is kept.
#[derive(Clone, Copy, Debug)]
pub enum For<T> {
    /// Until the console is closed.
    Console,
    /// Until the scope in which it was made is left: what one person may see is not for the next
    /// one, and another region has other things. Takes what it holds out of memory then.
    Scope(fn(T)),
}

/// What was made so far.
#[derive(Clone, Copy)]
pub struct Kept {
    /// What is kept lives as long as this.
    owner: StoredValue<Option<WeakOwner>>,
    all: StoredValue<Vec<One>>,
}

/// One thing that is kept.
struct One {
    handle: Box<dyn Any + Send + Sync>,
    /// Empties what is kept for a scope.
    empty: Option<Box<dyn Fn() + Send + Sync>>,
}

/// Makes keeping possible for everything below.
pub fn provide_kept(session: Session) {
    let kept = Kept {
        // What it holds strongly would never be cleaned up.
        owner: StoredValue::new(Owner::current().map(|owner| owner.downgrade())),
        all: StoredValue::new(Vec::new()),
    };
    provide_context(kept);
    session.when_left(move || {
        kept.all.update_value(|all| {
            for empty in all.iter().filter_map(|one| one.empty.as_ref()) {
                empty();
            }
            all.retain(|one| one.empty.is_none());
        });
    });
}

/// The one thing of this type; `make` runs when there is none.
pub fn use_kept<T: Copy + Send + Sync + 'static>(kept_for: For<T>, make: impl FnOnce() -> T) -> T {
    let Some(kept) = use_context::<Kept>() else {
        return make();
    };
    let found = kept.all.with_value(|all| {
        let mut of_type = all.iter().filter_map(|one| one.handle.downcast_ref::<T>());
        of_type.next().copied()
    });
    if let Some(found) = found {
        return found;
    }
    let made = match kept.owner.get_value().and_then(|owner| owner.upgrade()) {
        Some(owner) => owner.with(make),
        None => make(),
    };
    let one = One {
        handle: Box::new(made),
        empty: match kept_for {
            For::Console => None,
            For::Scope(empty) => Some(Box::new(move || empty(made))),
        },
    };
    kept.all.update_value(|all| all.push(one));
    made
}
