//! What can be done with the selected rows, and with one alone.

use leptos::prelude::*;

use crate::i18n::Message;
use crate::table::{Over, RowAction, Selected};
use crate::ui::{Action, ButtonKind, action_button};

/// What can be done with rows: a button while some are selected, and an entry in the menu of each.
pub fn selected_action(
    kind: ButtonKind,
    label: fn(u64) -> Message,
    run: impl Fn() + Send + Sync + 'static,
) -> RowAction {
    RowAction {
        kind,
        label,
        over: Over::Any,
        run: Callback::new(move |()| run()),
    }
}

/// What can be done with one row alone.
pub fn single_action(
    label: fn(u64) -> Message,
    run: impl Fn() + Send + Sync + 'static,
) -> RowAction {
    RowAction {
        over: Over::One,
        ..selected_action(ButtonKind::Plain, label, run)
    }
}

/// The button for the selected rows; it stands where only they are spoken of.
pub(super) fn for_selected(selected: Selected, action: RowAction) -> AnyView {
    action_button(Action {
        kind: action.kind,
        label: Box::new(move || (action.label)(selected.count())),
        is_enabled: Box::new(move || action.over.takes(selected.count())),
        run: Box::new(move || {
            selected.act_on_selected();
            action.run.run(());
        }),
    })
}
