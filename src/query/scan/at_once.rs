//! How many readings of all scans go on at once: two scans together ask no more of a service than one.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use leptos::prelude::*;

use crate::query::kept::{For, use_kept};

/// Readings at once, as many as one scan alone asks for.
const MOST: usize = 4;

/// The turns that all scans of the console share.
#[derive(Clone, Copy)]
pub(super) struct AtOnce(StoredValue<Rc<Turns>, LocalStorage>);

#[derive(Default)]
struct Turns {
    taken: Cell<usize>,
    waiting: RefCell<VecDeque<Waker>>,
}

/// A turn; given back when it is dropped.
pub(super) struct Turn(Rc<Turns>);

/// The turns of the console.
pub(super) fn use_at_once() -> AtOnce {
    use_kept(For::Console, || {
        AtOnce(StoredValue::new_local(Rc::default()))
    })
}

impl AtOnce {
    /// Waits until fewer than the most go on; `None` when the console is gone.
    pub(super) async fn turn(self) -> Option<Turn> {
        let turns = self.0.try_get_value()?;
        poll_fn(|context| {
            if turns.taken.get() < MOST {
                turns.taken.set(turns.taken.get() + 1);
                return Poll::Ready(());
            }
            turns
                .waiting
                .borrow_mut()
                .push_back(context.waker().clone());
            Poll::Pending
        })
        .await;
        Some(Turn(turns))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.taken.set(self.0.taken.get().saturating_sub(1));
        if let Some(next) = self.0.waiting.borrow_mut().pop_front() {
            next.wake();
        }
    }
}
