//! The cell of a column that has none of its own.

use leptos::prelude::*;

use super::age::age_cell;
use super::count::count_cell;
use crate::i18n::Untrusted;
use crate::table::taken::Taken;

/// Shows what the column takes.
pub(in crate::table) fn plain_cell(taken: Taken<'_>) -> AnyView {
    match taken {
        Taken::Text(text) => view! { <Untrusted text=text.into_owned() /> }.into_any(),
        Taken::Count(count) => count_cell(count),
        Taken::Time(time) => age_cell(time),
        Taken::Rank(_) | Taken::Nothing => ().into_any(),
    }
}
