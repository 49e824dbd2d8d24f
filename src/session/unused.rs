//! Tokens that the console had made and that nobody uses: left alone they would stay good for a day.

use std::cell::Cell;
use std::fmt;
use std::rc::Rc;

use send_wrapper::SendWrapper;

/// Ends a token once the last of this is dropped, unless somebody has begun to use the token.
#[derive(Clone)]
pub(super) struct Unused(SendWrapper<Rc<End>>);

/// What ends the token.
struct End(Cell<Option<Box<dyn FnOnce()>>>);

impl Drop for End {
    fn drop(&mut self) {
        if let Some(end) = self.0.take() {
            end();
        }
    }
}

impl Unused {
    /// Of a token that was just made, and what ends it.
    pub(super) fn ended_by(end: impl FnOnce() + 'static) -> Self {
        let end: Box<dyn FnOnce()> = Box::new(end);
        Self(SendWrapper::new(Rc::new(End(Cell::new(Some(end))))))
    }

    /// Somebody uses the token from now on.
    pub(super) fn is_used(&self) {
        self.0.0.set(None);
    }
}

impl fmt::Debug for Unused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("…")
    }
}

/// It says nothing of whom the token is for.
impl PartialEq for Unused {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Unused {}
