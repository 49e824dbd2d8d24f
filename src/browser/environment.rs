//! Whether this page works with the clouds that it is set up for, or is in the demo. It is one of them from its start to
//! its end: whoever goes from one to the other gets another page.

use std::cell::{Cell, RefCell};

/// Which of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Environment {
    /// The clouds that the console is set up for.
    Live,
    /// A cloud that is in the browser alone.
    Demo,
}

thread_local! {
    static DEMO: Cell<Option<u32>> = const { Cell::new(None) };
    static CLOUD: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Which one the page is in.
#[must_use]
pub fn environment() -> Environment {
    match DEMO.get() {
        Some(_) => Environment::Demo,
        None => Environment::Live,
    }
}

/// Whether the page is in the demo.
#[must_use]
pub fn is_demo() -> bool {
    environment() == Environment::Demo
}

/// The page is in the demo with so many repositories from now on. Nothing may have been stored before.
pub fn be_demo(repositories: u32) {
    DEMO.set(Some(repositories));
}

/// How many repositories the demo has that the page is in.
#[must_use]
pub fn repositories_of_demo() -> Option<u32> {
    DEMO.get()
}

/// What the names of things begin with that are of one cloud of the demo and of no other; empty outside of it.
#[must_use]
pub fn cloud() -> String {
    CLOUD.with_borrow(String::clone)
}

/// The page is over that cloud of the demo from now on. None of its changes may have been stored before.
pub fn be_over(cloud: String) {
    CLOUD.set(cloud);
}
