//! Why a row cannot be selected whose name or ID breaks the rules for names.

use leptos::prelude::*;

use crate::i18n::{t, text};
use crate::live::shown;

/// The reason beside a name, where no request can carry it.
pub fn unnameable(can_be_sent: bool) -> AnyView {
    shown((!can_be_sent).then(|| {
        view! { <span class="field-hint">{t(text::table_unnameable())}</span> }
    }))
}
