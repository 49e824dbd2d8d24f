//! The turns in which a key signs: whatever waits for one goes only where its refusal could not lock the key.

use std::cell::RefCell;
use std::future::poll_fn;
use std::task::{Poll, Waker};

use cloud_api::Response;
use cloud_api::signing::{InARow, Next, Sent, Taken};
use futures::lock::Mutex;

/// The turns of a key.
#[derive(Default)]
pub(super) struct Turns {
    signatures: RefCell<InARow>,
    /// Whoever is next holds it: the others stand behind, in whose place nobody comes who has just ended.
    queue: Mutex<()>,
    next: RefCell<Option<Waker>>,
}

/// A turn; one that is dropped before its end was given up under way.
pub(super) struct Turn<'a> {
    turns: &'a Turns,
    sent: Option<Sent>,
}

impl Turns {
    /// Waits for a turn.
    ///
    /// # Errors
    /// What the last signature was refused with, once none may go any more.
    pub(super) async fn turn(&self) -> Result<Turn<'_>, Response> {
        let _is_next = self.queue.lock().await;
        let sent = poll_fn(|context| match self.signatures.borrow_mut().go_next() {
            Next::Go(sent) => Poll::Ready(Ok(sent)),
            Next::Never(refused) => Poll::Ready(Err(refused)),
            Next::Wait => {
                *self.next.borrow_mut() = Some(context.waker().clone());
                Poll::Pending
            }
        });
        Ok(Turn {
            sent: Some(sent.await?),
            turns: self,
        })
    }
}

impl Turn<'_> {
    /// Ends it with what became of the signature.
    pub(super) fn end(mut self, taken: Taken) {
        self.give_back(taken);
    }

    fn give_back(&mut self, taken: Taken) {
        let Some(sent) = self.sent.take() else {
            return;
        };
        self.turns.signatures.borrow_mut().end(&sent, taken);
        if let Some(next) = self.turns.next.take() {
            next.wake();
        }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.give_back(Taken::NotHeard);
    }
}
