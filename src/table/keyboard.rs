//! Where a key leads inside a grid, as plain arithmetic.

use crate::ui::Held;

/// A cell by row of the current view and by column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Row, counted from 0.
    pub row: usize,
    /// Column, counted from 0.
    pub column: usize,
}

/// How far a grid reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    /// Rows in view order.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Rows that a Page key passes.
    pub page: usize,
}

/// The cell that a movement key leads to; `None` when the key is no movement, or is the browser's
/// with what is held down.
#[must_use]
pub fn destination(from: Cell, key: &str, held: Held, extent: Extent) -> Option<Cell> {
    let last = Cell {
        row: extent.rows.saturating_sub(1),
        column: extent.columns.saturating_sub(1),
    };
    let to = match (key, held) {
        ("ArrowUp", Held::Nothing) => Cell {
            row: from.row.saturating_sub(1),
            ..from
        },
        ("ArrowDown", Held::Nothing) => Cell {
            row: from.row + 1,
            ..from
        },
        ("ArrowLeft", Held::Nothing) => Cell {
            column: from.column.saturating_sub(1),
            ..from
        },
        ("ArrowRight", Held::Nothing) => Cell {
            column: from.column + 1,
            ..from
        },
        ("Home", Held::Nothing) => Cell { column: 0, ..from },
        ("End", Held::Nothing) => Cell {
            column: last.column,
            ..from
        },
        ("Home", Held::Control) => Cell { row: 0, column: 0 },
        ("End", Held::Control) => last,
        ("PageUp", Held::Nothing) => Cell {
            row: from.row.saturating_sub(extent.page),
            ..from
        },
        ("PageDown", Held::Nothing) => Cell {
            row: from.row + extent.page,
            ..from
        },
        _ => return None,
    };
    Some(Cell {
        row: to.row.min(last.row),
        column: to.column.min(last.column),
    })
}
