//! Names one after the other, as each language joins them, and what is said of one.

use crate::{Message, text};

/// However many names in one text, as `say` words each pair. Untrusted text.
#[must_use]
pub fn joined(names: &[String], say: &dyn Fn(&Message) -> String) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        // Halves keep a list of thousands from being copied once for each of them.
        _ => {
            let (first, rest) = names.split_at(names.len() / 2);
            let rest = text::item_name(joined(rest, say));
            say(&text::list_pair(joined(first, say), rest))
        }
    }
}

/// The names in their order; nothing where there is none.
#[must_use]
pub fn listed(names: &[String]) -> Message {
    let mut names = names.iter().rev();
    let last = text::item_name(names.next().map(String::as_str).unwrap_or_default());
    names.fold(last, |rest, name| text::list_pair(name, rest))
}
