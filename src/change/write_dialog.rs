//! What every dialog before a write is made of: what it is about, what follows, the request to
//! copy, the typed word, and the two buttons.

use leptos::prelude::*;

use super::confirmation::{Confirmation, dialog_actions};
use crate::i18n::{Message, t};
use crate::live::shown;
use crate::ui::{ButtonKind, Dialog, Icon, IconName};

/// A dialog before a write.
pub struct WriteDialog {
    /// Its title.
    pub title: Message,
    /// The thing that it is about or in which it takes place, where that is one thing.
    pub place: Option<String>,
    /// Fields, lists, and what follows; one element in it has the ID `dialog-description`.
    pub content: AnyView,
    /// What can be copied of it.
    pub copies: AnyView,
    /// Whether the word must be typed.
    pub confirmation: Confirmation,
    /// How the button that acts looks.
    pub kind: ButtonKind,
    /// What it says.
    pub action: Message,
    /// Acts, once the word is given where it is needed.
    pub send: Box<dyn FnMut() + Send>,
    /// Leaves without acting.
    pub on_close: Callback<()>,
}

impl WriteDialog {
    /// Shows it.
    pub fn show(self) -> AnyView {
        let Self {
            title,
            place,
            content,
            copies,
            confirmation,
            kind,
            action,
            mut send,
            on_close,
        } = self;
        let act = move || {
            if confirmation.is_given() {
                send();
            }
        };
        view! {
            <Dialog title on_close>
                {shown(place.map(|place| view! { <p class="identifier">{place}</p> }))}
                {content}
                {copies}
                {confirmation.field()}
                {dialog_actions(kind, action, on_close, act)}
            </Dialog>
        }
        .into_any()
    }
}

/// What follows, in a box that warns.
pub fn consequence(words: Message) -> AnyView {
    view! {
        <div id="dialog-description" class="consequence">
            <Icon name=IconName::Warning />
            <p>{t(words)}</p>
        </div>
    }
    .into_any()
}
