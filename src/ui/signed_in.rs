//! Whether somebody is signed in, for words that say what becomes of that.

use leptos::prelude::*;

#[derive(Clone, Copy)]
struct SignedIn(Callback<(), bool>);

/// Makes it known from here on.
pub fn provide_signed_in(is_signed_in: impl Fn() -> bool + Send + Sync + 'static) {
    provide_context(SignedIn(Callback::new(move |()| is_signed_in())));
}

/// Whether somebody is; reacts. Where nobody tells, as if.
pub fn may_be_signed_in() -> impl Fn() -> bool + Copy + Send + Sync + 'static {
    let signed_in = use_context::<SignedIn>();
    move || signed_in.is_none_or(|SignedIn(is)| is.run(()))
}
