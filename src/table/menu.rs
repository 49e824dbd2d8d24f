//! The one menu of a grid: which is open, and of what.

use leptos::html;
use leptos::prelude::*;

use super::keyboard::Cell;
use super::row_action::RowAction;
use crate::browser::console::note;
use crate::ui::ByHand;

/// The one menu of a grid.
#[derive(Clone, Copy)]
pub(super) struct Menu {
    /// What can be done with a row.
    pub(super) actions: StoredValue<Vec<RowAction>>,
    /// Which is open; reacts.
    pub(super) opened: RwSignal<Option<Opened>>,
    /// Which was open when a press began: the browser closes it before the click.
    pub(super) pressed: StoredValue<Option<Cell>>,
    pub(super) popover: NodeRef<html::Div>,
    /// What the browser does not copy.
    pub(super) by_hand: ByHand,
}

/// A menu that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Opened {
    /// The cell that it belongs to.
    pub(super) cell: Cell,
    /// The row, by its key.
    pub(super) key: String,
    /// What it offers.
    pub(super) of: Of,
}

/// What a menu offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// What can be done with a row.
    Row,
    /// What can be chosen in this column.
    Choice(usize),
}

impl Menu {
    /// One that is closed.
    pub(super) fn new(actions: Vec<RowAction>) -> Self {
        Self {
            actions: StoredValue::new(actions),
            opened: RwSignal::new(None),
            pressed: StoredValue::new(None),
            popover: NodeRef::new(),
            by_hand: ByHand::new(),
        }
    }

    /// Whether it is open.
    pub(super) fn is_open(self) -> bool {
        let popover = self.popover.try_get_untracked().flatten();
        popover.is_some_and(|popover| popover.matches(":popover-open").unwrap_or(false))
    }

    /// Closes it; the browser gives the focus back.
    pub(super) fn close(self) {
        if let Some(Some(popover)) = self.popover.try_get_untracked()
            && self.is_open()
            && let Err(refusal) = popover.hide_popover()
        {
            note("the menu did not close", &refusal);
        }
    }
}
