//! What is run when a token did not end.

use std::rc::Rc;

/// What runs when a token did not end.
pub type WhenNot = Rc<dyn Fn()>;
