//! Signing in: with a token, with a password, or with an access key.

mod attempt;
mod kept;
mod key_form;
mod other_ways;
mod password_form;
mod picture;
mod project_choice;
mod reasons;
mod token_form;

use leptos::prelude::*;

use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{follow, live, on};
use crate::ui::{ButtonKind, Dialog, Held, button, focus_by_id};
use kept::kept_note;
use other_ways::{OtherWay, other_way};
use picture::picture;
use token_form::TokenForm;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Token,
    Password,
    Key,
}

impl Way {
    const ALL: [Self; 3] = [Self::Token, Self::Password, Self::Key];

    /// ID of its tab.
    fn tab(self) -> &'static str {
        match self {
            Self::Token => "sign-in-token",
            Self::Password => "sign-in-password",
            Self::Key => "sign-in-key",
        }
    }

    fn label(self) -> Message {
        match self {
            Self::Token => text::sign_in_with_token(),
            Self::Password => text::sign_in_with_password(),
            Self::Key => text::sign_in_with_key(),
        }
    }

    /// The one so many tabs further.
    fn next(self, step: usize) -> Self {
        let place = Self::ALL.iter().position(|way| *way == self);
        Self::ALL[(place.unwrap_or_default() + step) % Self::ALL.len()]
    }
}

/// The whole page, when nobody is signed in. The address stays, so the person arrives where the
/// link led.
pub fn sign_in_page() -> AnyView {
    let words = use_i18n();
    follow(move || {
        let title = words.say(&text::sign_in_title());
        document().set_title(&format!("{title} – {}", words.say(&text::product_name())));
    });
    view! {
        <main id="main" class="enter" tabindex="-1">
            <div class="enter-form">
                <h1 id="page-title" tabindex="-1">
                    {t(text::sign_in_title())}
                </h1>
                {kept_note()}
                <SignInWays />
            </div>
            {picture()}
        </main>
    }
    .into_any()
}

/// Signing in again over the page that stays; `on_close` runs when the person leaves it.
pub fn sign_in_dialog(on_close: Callback<()>) -> AnyView {
    view! {
        <Dialog title=text::session_sign_in_again() on_close>
            <p id="dialog-description">{t(text::session_continue())}</p>
            <SignInWays />
            <div class="dialog-actions">
                {button(ButtonKind::Plain, text::dialog_cancel(), move || on_close.run(()))}
            </div>
        </Dialog>
    }
    .into_any()
}

#[component]
fn SignInWays() -> impl IntoView {
    let (way, set_way) = signal(Way::Token);
    let tab = move |this: Way| {
        view! {
            <button
                type="button"
                role="tab"
                id=this.tab()
                aria-controls="sign-in-panel"
                aria-selected=live(move || (way.get() == this).to_string())
                tabindex=live(move || if way.get() == this { "0" } else { "-1" })
                on:click=on(move |_| set_way.set(this))
            >
                {t(this.label())}
            </button>
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        if Held::with(&event) != Held::Nothing {
            return;
        }
        let now = way.get_untracked();
        let next = match event.key().as_str() {
            "ArrowRight" => now.next(1),
            "ArrowLeft" => now.next(Way::ALL.len() - 1),
            "Home" => Way::Token,
            "End" => Way::Key,
            _ => return,
        };
        event.prevent_default();
        set_way.set(next);
        focus_by_id(next.tab());
    };
    let back = Callback::new(move |()| set_way.set(Way::Token));
    view! {
        <div class="tabs" role="tablist" aria-label=t(text::sign_in_ways()) on:keydown=on(on_key)>
            {Way::ALL.map(tab).into_iter().collect_view()}
        </div>
        <div id="sign-in-panel" role="tabpanel" aria-labelledby=live(move || way.get().tab())>
            {live(move || match way.get() {
                Way::Token => view! { <TokenForm /> }.into_any(),
                Way::Password => other_way(OtherWay::Password, back),
                Way::Key => other_way(OtherWay::Key, back),
            })}
        </div>
    }
}
