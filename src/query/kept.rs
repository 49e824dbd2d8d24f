//! What is kept while the console is open, whichever page is shown: made when it is first asked for,
//! so that a first visit loads nothing of it.

use std::any::Any;

use leptos::prelude::*;

use crate::session::Session;

/// How long something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// Until the console is closed.
    Console,
    /// Until the scope in which it was made is left: what one person may see is not for the next
    /// one, and another region has other things.
    Scope,
}

/// What was made so far.
#[derive(Clone, Copy)]
pub struct Kept {
    /// What is kept lives as long as this.
    owner: StoredValue<Option<Owner>>,
    all: StoredValue<Vec<(For, Box<dyn Any + Send + Sync>)>>,
}

/// Makes keeping possible for everything below.
pub fn provide_kept(session: Session) {
    let kept = Kept {
        owner: StoredValue::new(Owner::current()),
        all: StoredValue::new(Vec::new()),
    };
    provide_context(kept);
    session.when_left(move || {
        kept.all
            .update_value(|all| all.retain(|(kept_for, _)| *kept_for == For::Console));
    });
}

/// The one thing of this type; `make` runs when there is none.
pub fn use_kept<T: Copy + Send + Sync + 'static>(kept_for: For, make: impl FnOnce() -> T) -> T {
    let Some(kept) = use_context::<Kept>() else {
        return make();
    };
    let found = kept.all.with_value(|all| {
        let mut of_type = all.iter().filter_map(|(_, one)| one.downcast_ref::<T>());
        of_type.next().copied()
    });
    if let Some(found) = found {
        return found;
    }
    let made = match kept.owner.get_value() {
        Some(owner) => owner.with(make),
        None => make(),
    };
    kept.all
        .update_value(|all| all.push((kept_for, Box::new(made))));
    made
}
