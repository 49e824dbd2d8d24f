//! The one thing that everything else waits for, such as signing in again: asked on the page and in
//! every open dialog.

use leptos::prelude::*;

use super::button::{ButtonKind, button};
use crate::i18n::{Message, t};
use crate::live::{live, shown};

/// What is asked.
#[derive(Clone)]
pub struct Question {
    /// What has happened.
    pub message: Message,
    /// What the button says.
    pub action: Message,
    /// What it does.
    pub act: Callback<()>,
}

/// What is asked now, if anything.
#[derive(Clone, Copy)]
pub struct Urgent(RwSignal<Option<Question>>);

/// Makes it known to everything below.
pub fn provide_urgent() -> Urgent {
    let urgent = Urgent(RwSignal::new(None));
    provide_context(urgent);
    urgent
}

impl Urgent {
    /// Asks in every open dialog from now on, or not any more.
    pub fn set(self, question: Option<Question>) {
        self.0.set(question);
    }

    /// What is asked, for a dialog; reacts.
    pub(super) fn view(self) -> AnyView {
        live(move || shown(self.0.get().map(asked))).into_any()
    }
}

/// A question as a banner.
pub fn asked(question: Question) -> AnyView {
    let Question {
        message,
        action,
        act,
    } = question;
    view! {
        <div class="banner warning">
            <p>{t(message)}</p>
            {button(ButtonKind::Primary, action, move || act.run(()))}
        </div>
    }
    .into_any()
}
