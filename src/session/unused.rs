//! Tokens that the console had made and that nobody uses: left alone they would stay good for a day.

use std::cell::Cell;
use std::fmt;
use std::rc::Rc;

use send_wrapper::SendWrapper;

/// Ends a token once the last of this is dropped, unless somebody uses the token.
#[derive(Clone)]
pub(super) struct Unused(SendWrapper<Rc<Token>>);

/// Whether somebody uses the token, and what ends it.
struct Token {
    is_used: Cell<bool>,
    end: Cell<Option<Box<dyn FnOnce()>>>,
}

impl Drop for Token {
    fn drop(&mut self) {
        if !self.is_used.get()
            && let Some(end) = self.end.take()
        {
            end();
        }
    }
}

impl Unused {
    /// Of a token that was just made, and what ends it.
    pub(super) fn ended_by(end: impl FnOnce() + 'static) -> Self {
        let end: Box<dyn FnOnce()> = Box::new(end);
        Self(SendWrapper::new(Rc::new(Token {
            is_used: Cell::new(false),
            end: Cell::new(Some(end)),
        })))
    }

    /// Somebody uses the token from now on, or nobody does any more.
    pub(super) fn is_used(&self, is_used: bool) {
        self.0.is_used.set(is_used);
    }

    /// The token is ended in another way.
    pub(super) fn is_ended(&self) {
        self.0.end.set(None);
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
