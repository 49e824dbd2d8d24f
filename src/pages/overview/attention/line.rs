//! One line of what needs a hand.

use leptos::prelude::*;

use crate::i18n::{Message, t};
use crate::live::shown;
use crate::ui::{Icon, IconName};

/// The line, where there is something to tell, as the way to where a hand is given.
pub fn line(icon: IconName, told: Option<(Message, String)>) -> AnyView {
    shown(told.map(|(words, address)| {
        view! {
            <li>
                <a href=address>
                    <Icon name=icon />
                    <span>{t(words)}</span>
                </a>
            </li>
        }
    }))
}
