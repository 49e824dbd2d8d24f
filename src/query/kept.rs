//! What is kept while the console is open, whichever page is shown: made when it is first asked for,
//! and gone with the scope in which it was read.

use std::any::Any;

use leptos::prelude::*;

use crate::session::Session;

/// What was made so far.
#[derive(Clone, Copy)]
pub struct Kept {
    /// What is kept lives as long as this.
    owner: StoredValue<Option<Owner>>,
    all: StoredValue<Vec<One>>,
}

/// One thing that is kept.
struct One {
    handle: Box<dyn Any + Send + Sync>,
    /// Takes what it holds out of memory.
    empty: Box<dyn Fn() + Send + Sync>,
}

/// Makes keeping possible for everything below.
pub fn provide_kept(session: Session) {
    let kept = Kept {
        owner: StoredValue::new(Owner::current()),
        all: StoredValue::new(Vec::new()),
    };
    provide_context(kept);
    // What one person may see is not for the next one, and another region has other things.
    session.when_left(move || {
        let all = kept.all.try_update_value(std::mem::take);
        for one in all.unwrap_or_default() {
            (one.empty)();
        }
    });
}

/// The one thing of this type; `make` runs when there is none in this scope, `empty` when the scope is
/// left.
pub fn use_kept<T: Copy + Send + Sync + 'static>(make: impl FnOnce() -> T, empty: fn(T)) -> T {
    let Some(kept) = use_context::<Kept>() else {
        return make();
    };
    let find = |all: &Vec<One>| {
        let mut of_type = all.iter().filter_map(|one| one.handle.downcast_ref::<T>());
        of_type.next().copied()
    };
    if let Some(found) = kept.all.with_value(find) {
        return found;
    }
    let made = match kept.owner.get_value() {
        Some(owner) => owner.with(make),
        None => make(),
    };
    let one = One {
        handle: Box::new(made),
        empty: Box::new(move || empty(made)),
    };
    kept.all.update_value(|all| all.push(one));
    made
}
