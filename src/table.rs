//! The table of resources: a grid that keeps only what is on screen in the page.
//!
//! One tab stop; arrows, Home, End, Page keys move between cells; Space selects, Shift with arrows
//! extends, Ctrl+A takes everything that matches; Enter goes into a cell, Escape comes back.

pub mod cells;
mod column;
mod grid;
mod keyboard;
mod selection;
mod shown;
mod sort;
mod view;

pub use column::{Align, Column};
pub use grid::{Grid, Selecting};
pub use selection::Selected;
pub use shown::{Admits, Describe, GridRows, use_shown, use_shown_where};
pub use sort::{SortInAddress, SortOrder, use_sort_called, use_sort_in_address};
pub use view::{RowText, SortValue};
