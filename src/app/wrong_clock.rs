//! That this computer's clock is wrong, told once.

use leptos::prelude::*;
use words::clock::of_wrong_clock;

use crate::browser::clock::wrong_clock;
use crate::i18n::{text, use_i18n};
use crate::live::{derived, live, shown};
use crate::ui::{ButtonKind, button};

/// Whether the person has put the banner away.
#[derive(Clone, Copy)]
struct Read(RwSignal<bool>);

/// Makes it told once to everything below, whoever signs in.
pub fn provide_wrong_clock() {
    provide_context(Read(RwSignal::new(false)));
}

/// Whether the banner is there; reacts.
pub fn is_wrong_clock_told() -> bool {
    let is_read = use_context::<Read>().is_none_or(|Read(is_read)| is_read.get());
    !is_read && wrong_clock().is_some()
}

/// The banner, until the person puts it away.
pub fn wrong_clock_banner() -> AnyView {
    let words = use_i18n();
    let Some(Read(is_read)) = use_context() else {
        return ().into_any();
    };
    let wrong = derived(move || wrong_clock().filter(|_| !is_read.get()));
    let banner = move || {
        shown(wrong.get().map(|wrong| {
            let message = of_wrong_clock(wrong);
            view! {
                <div class="banner warning">
                    <p>{live(move || words.show(&message))}</p>
                    {button(ButtonKind::Quiet, text::notifications_dismiss(), move || {
                        is_read.set(true);
                    })}
                </div>
            }
        }))
    };
    view! { <div role="status">{live(banner)}</div> }.into_any()
}
