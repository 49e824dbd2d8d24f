//! Big tables: which rows match, in which order, which are selected, which are drawn.
//!
//! The console is compiled for size; this crate is compiled for speed. A generic function would be
//! compiled where it is used and be slow again, so every public function here is concrete. Rows are
//! named by their place in the table, `0..rows`, and a view is a list of such places.

mod closest;
mod column;
mod export;
mod filter;
mod fold;
mod index;
mod selection;
mod sort;
mod window;

pub use closest::closest;
pub use column::Column;
pub use export::{Export, Separator, csv, json};
pub use filter::Filter;
pub use index::{RowIndex, ShapeError};
pub use selection::Selection;
pub use sort::{Direction, Sort};
pub use window::window;
