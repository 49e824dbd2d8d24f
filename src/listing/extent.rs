//! Whether a list is all that there is, in words.

use leptos::prelude::*;

use crate::i18n::{Message, t, text};
use crate::live::{live, shown};
use crate::query::Extent;

/// Why a list may not be all that there is.
#[must_use]
pub fn extent_words(extent: Extent) -> Option<Message> {
    match extent {
        Extent::Whole => None,
        Extent::Fewer { read, counted } => Some(text::table_fewer(counted, read)),
        Extent::Changed { .. } => Some(text::table_changed()),
        Extent::Repeated { read } => Some(text::table_repeated(read)),
    }
}

/// The same above the rows, while it is so.
pub fn extent_notice(extent: RwSignal<Option<Extent>>) -> AnyView {
    live(move || {
        let why = extent.get().and_then(extent_words);
        shown(why.map(|why| {
            view! {
                <div class="banner warning">
                    <p>{t(why)}</p>
                </div>
            }
        }))
    })
    .into_any()
}
