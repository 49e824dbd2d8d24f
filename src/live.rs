//! Parts of a page that follow signals, as one type per kind of content.
//!
//! The framework compiles its machinery anew for every closure that it is handed. Boxed here, all
//! closures that give the same kind of content share one copy; in this console that is a tenth of
//! the first load. And what is made here listens no longer than it lives: everything that follows
//! signals is made here, or reads only what ends with it.

mod each;
mod listener;

use leptos::prelude::*;

pub use each::each;
use listener::Listener;

/// A closure that is run again whenever a signal that it reads changes.
pub type Live<T> = Box<dyn Fn() -> T + Send>;

/// Content or an attribute that follows the signals that it reads.
pub fn live<T: 'static>(content: impl Fn() -> T + Send + 'static) -> Live<T> {
    listening(Box::new(content))
}

fn listening<T: 'static>(content: Live<T>) -> Live<T> {
    let listener = Listener::default();
    Box::new(move || listener.run(&*content))
}

/// Runs something now, and again whenever a signal that it reads changes. It gets the number that it
/// gave the time before, to tell what has changed since.
pub fn follow_from(run: impl Fn(Option<u64>) -> u64 + 'static) {
    let run: Box<dyn Fn(Option<u64>) -> u64> = Box::new(run);
    let listener = Listener::default();
    Effect::new(move |before: Option<u64>| listener.run(&|| run(before)));
}

/// Runs something now, and again whenever a signal that it reads changes.
pub fn follow(run: impl Fn() + 'static) {
    follow_from(move |_| {
        run();
        0
    });
}

/// A value that follows the signals that it is made of.
pub fn derived<T: PartialEq + Send + Sync + 'static>(
    compute: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    let compute: Box<dyn Fn() -> T + Send + Sync> = Box::new(compute);
    let listener = Listener::default();
    Memo::new(move |_| listener.run(&*compute))
}

/// The same where two values are never compared: every one that is computed is another.
pub fn derived_anew<T: Send + Sync + 'static>(
    compute: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    let listener = Listener::default();
    Memo::new_with_compare(move |_| listener.run(&compute), |_, _| true)
}

/// What to do on an event.
pub type Handler<E> = Box<dyn FnMut(E)>;

/// What to do on an event, as one type for all closures.
pub fn on<E>(handler: impl FnMut(E) + 'static) -> Handler<E> {
    Box::new(handler)
}

/// Content that is there only under a condition.
pub fn shown(view: Option<impl IntoView>) -> AnyView {
    match view {
        Some(view) => view.into_any(),
        None => ().into_any(),
    }
}
