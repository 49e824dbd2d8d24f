//! What can be done with the selected rows.

use leptos::prelude::*;

use crate::i18n::Message;
use crate::table::Selected;
use crate::ui::{Action, ButtonKind, action_button};

/// The button of what can be done with the selected rows; it stands where only they are spoken of.
pub fn selected_action(
    kind: ButtonKind,
    selected: Selected,
    label: fn(u64) -> Message,
    run: impl FnMut() + 'static,
) -> AnyView {
    action_button(Action {
        kind,
        label: Box::new(move || label(selected.count())),
        is_enabled: Box::new(move || selected.count() > 0),
        run: Box::new(run),
    })
}
