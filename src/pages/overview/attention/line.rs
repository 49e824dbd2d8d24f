//! One line of what needs a hand.

use leptos::prelude::*;

use crate::i18n::{Message, t};
use crate::live::shown;
use crate::pages::overview::reading::Reading;
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

/// The same, with room for it while it may still be found: what is below would move under a finger.
/// Reacts.
pub fn line_or_room(icon: IconName, told: Option<(Message, String)>, reading: Reading) -> AnyView {
    match told {
        None if reading.is_reading() => {
            view! { <li class="awaited" aria-hidden="true"></li> }.into_any()
        }
        told => line(icon, told),
    }
}
