//! Putting the focus somewhere.

use web_sys::HtmlElement;

use crate::trouble::note;

/// Puts the focus on an element.
pub fn focus(element: &HtmlElement) {
    if let Err(refusal) = element.focus() {
        note("the focus stays where it is", &refusal);
    }
}
