//! Lists beside what is asked or told: only so many lines are drawn, the others are counted.

use leptos::prelude::*;

use crate::i18n::{t, text};
use crate::live::shown;

/// Lines that are drawn; nobody reads more, and a hundred thousand stop the page for a minute.
pub const SHOWN: usize = 100;

/// The first lines of a list, and how many more there are.
pub fn bounded<T>(
    all: impl ExactSizeIterator<Item = T>,
    line: impl Fn(T) -> Option<AnyView>,
) -> AnyView {
    let more = all.len().saturating_sub(SHOWN) as u64;
    let lines: Vec<AnyView> = all.take(SHOWN).filter_map(line).collect();
    let more = (more > 0).then(|| view! { <li>{t(text::list_more(more))}</li> });
    view! {
        {lines}
        {shown(more)}
    }
    .into_any()
}
