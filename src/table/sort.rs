//! The order of a table, kept in the address.

use leptos::prelude::*;

use crate::live::derived;
use crate::route::{Navigation, use_navigation};

/// By which column, and which way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortOrder {
    /// The column's key.
    pub column: String,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// A table's order as it stands in the address as `sort=name` or `sort=-name`.
#[derive(Clone, Copy)]
pub struct SortInAddress {
    navigation: Navigation,
    parameter: &'static str,
    order: Memo<SortOrder>,
}

/// The order from the address, or else by the given column; `-` before it turns it round.
pub fn use_sort_in_address(default_column: &'static str) -> SortInAddress {
    use_sort_called("sort", default_column)
}

/// The same for a page with more than one table: `parameter` is its name in the address.
pub fn use_sort_called(parameter: &'static str, default_column: &'static str) -> SortInAddress {
    let navigation = use_navigation();
    let value = navigation.parameter(parameter);
    let order = derived(move || {
        let text = value.get().unwrap_or_else(|| default_column.to_owned());
        match text.strip_prefix('-') {
            Some(column) => SortOrder {
                column: column.to_owned(),
                descending: true,
            },
            None => SortOrder {
                column: text,
                descending: false,
            },
        }
    });
    SortInAddress {
        navigation,
        parameter,
        order,
    }
}

impl SortInAddress {
    /// The order; reacts.
    #[must_use]
    pub fn get(self) -> SortOrder {
        self.order.get()
    }

    /// Sorts by a column, or turns its order round.
    pub fn choose(self, column: &str) {
        let order = self.order.get_untracked();
        let turn = order.column == column && !order.descending;
        let sign = if turn { "-" } else { "" };
        self.navigation
            .set_parameter(self.parameter, &format!("{sign}{column}"));
    }
}
