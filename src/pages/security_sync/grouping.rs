//! Registries that failed by the same cause, put together: an order of the table, in the address.

use cloud_api::hss::Grouped;
use leptos::prelude::*;

use crate::i18n::{text, use_i18n};
use crate::live::{derived, live, shown};
use crate::table::SortInAddress;

/// The column by which the table is ordered then.
pub const BY_CAUSE: &str = "cause";

/// Whether the groups stand together; reacts.
#[derive(Clone, Copy)]
pub struct Grouping(Memo<bool>);

impl Grouping {
    /// Told from the order.
    pub fn new(sort: SortInAddress) -> Self {
        Self(derived(move || {
            let order = sort.get();
            order.column == BY_CAUSE && !order.descending
        }))
    }
}

/// How many failed by the same cause, behind the cause of each; neighbouring groups look different.
pub fn alike(grouped: Grouped, grouping: Grouping) -> AnyView {
    let words = use_i18n();
    let Grouping(is_grouped) = grouping;
    let class = match grouped.group % 2 {
        0 => "alike",
        _ => "alike odd",
    };
    live(move || {
        let is_shown = grouped.alike > 0 && is_grouped.get();
        shown(is_shown.then(|| {
            let count = words.say(&text::registries_count(grouped.alike));
            view! { <span class=class>" · " {count}</span> }
        }))
    })
    .into_any()
}
