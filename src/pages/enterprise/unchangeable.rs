//! Why something cannot be changed here: what is sent is the whole of it, and not all of it is known.

use changes::{Found, RestsOn};
use futures::FutureExt as _;
use leptos::prelude::*;

use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Ends, WriteDialog};
use crate::i18n::{Message, t, text};
use crate::live::live;
use crate::ui::ButtonKind;

/// The dialog in the place of a form. Nothing is ever sent from it.
pub fn unchangeable(title: Message, why: Message, on_close: Callback<()>) -> AnyView {
    let content = view! { <p id="dialog-description">{t(why.clone())}</p> };
    WriteDialog {
        title,
        place: None,
        content: content.into_any(),
        copies: Copies::Requests(live(Vec::new)),
        confirmation: Confirmation::for_count(1),
        kind: ButtonKind::Primary,
        action: text::policy_save(),
        check: Box::new(|| false),
        look: Look::by(|| async { Found::Same }.boxed_local()),
        rests_on: RestsOn::WhatWasShown,
        not_read: why,
        plan: Box::new(|| None),
        ends: Ends::when_sent(),
        on_close,
    }
    .show()
}
