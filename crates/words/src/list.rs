//! Names one after the other, as each language joins them.

use crate::{Message, text};

/// The names in their order; nothing where there is none.
#[must_use]
pub fn listed(names: &[String]) -> Message {
    let mut names = names.iter().rev();
    let last = text::item_name(names.next().map(String::as_str).unwrap_or_default());
    names.fold(last, |rest, name| text::list_pair(name, rest))
}
