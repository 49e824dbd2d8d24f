//! The table of resources: a grid that keeps only what is on screen in the page.
//!
//! Columns are data: how a resource stands in a table is told once, and order, filter, cells, widths
//! and export come from it. A page gets resources back, those that are drawn, never their numbers.
//!
//! One tab stop; arrows, Home, End, Page keys move between cells; Space selects, Shift with arrows
//! extends, Ctrl+A takes everything that matches; Enter goes into a cell, Escape comes back;
//! Shift and F10, or the key for it, open the menu of a row.

pub mod cells;
mod choice;
mod column;
mod columns;
mod fixed_row;
mod grid;
mod grid_rows;
mod heading;
mod index;
mod keyboard;
mod menu;
mod pressed;
mod resources;
mod row_action;
mod rows;
mod selection;
mod sort;
mod stamp;
mod taken;

pub use self::rows::{Admits, Rows, use_rows, use_rows_where};
pub use choice::Choice;
pub use column::Column;
pub use columns::{Columns, Selectable, selectable_where};
pub use fixed_row::fixed_row;
pub use grid::{Grid, Height};
pub use grid_rows::{Exported, GridRows};
pub use row_action::{Over, RowAction, RowTools};
pub use selection::Selected;
pub use sort::{SortInAddress, SortOrder, use_sort_called, use_sort_in_address};
