//! Where a key leads inside a grid, as plain arithmetic.

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

/// The cell that a movement key leads to; `None` when the key is no movement.
#[must_use]
pub fn destination(from: Cell, key: &str, control: bool, extent: Extent) -> Option<Cell> {
    let last = Cell {
        row: extent.rows.saturating_sub(1),
        column: extent.columns.saturating_sub(1),
    };
    let to = match (key, control) {
        ("ArrowUp", _) => Cell {
            row: from.row.saturating_sub(1),
            ..from
        },
        ("ArrowDown", _) => Cell {
            row: from.row + 1,
            ..from
        },
        ("ArrowLeft", _) => Cell {
            column: from.column.saturating_sub(1),
            ..from
        },
        ("ArrowRight", _) => Cell {
            column: from.column + 1,
            ..from
        },
        ("Home", false) => Cell { column: 0, ..from },
        ("End", false) => Cell {
            column: last.column,
            ..from
        },
        ("Home", true) => Cell { row: 0, column: 0 },
        ("End", true) => last,
        ("PageUp", _) => Cell {
            row: from.row.saturating_sub(extent.page),
            ..from
        },
        ("PageDown", _) => Cell {
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
