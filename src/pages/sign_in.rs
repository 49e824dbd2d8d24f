//! Signing in: with a token, or with a password.

mod attempt;
mod kept;
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
use password_form::PasswordForm;
use picture::picture;
use token_form::TokenForm;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Token,
    Password,
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
    let tab = move |this: Way, id: &'static str, panel: &'static str, label: Message| {
        view! {
            <button
                type="button"
                role="tab"
                id=id
                aria-controls=panel
                aria-selected=live(move || (way.get() == this).to_string())
                tabindex=live(move || if way.get() == this { "0" } else { "-1" })
                on:click=on(move |_| set_way.set(this))
            >
                {t(label)}
            </button>
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        if Held::with(&event) != Held::Nothing {
            return;
        }
        let next = match event.key().as_str() {
            "ArrowLeft" | "Home" => (Way::Token, "sign-in-token"),
            "ArrowRight" | "End" => (Way::Password, "sign-in-password"),
            _ => return,
        };
        event.prevent_default();
        set_way.set(next.0);
        focus_by_id(next.1);
    };
    view! {
        <div class="tabs" role="tablist" aria-label=t(text::sign_in_ways()) on:keydown=on(on_key)>
            {tab(Way::Token, "sign-in-token", "sign-in-panel", text::sign_in_with_token())}
            {tab(Way::Password, "sign-in-password", "sign-in-panel", text::sign_in_with_password())}
        </div>
        <div
            id="sign-in-panel"
            role="tabpanel"
            aria-labelledby=live(move || match way.get() {
                Way::Token => "sign-in-token",
                Way::Password => "sign-in-password",
            })
        >
            {live(move || match way.get() {
                Way::Token => view! { <TokenForm /> }.into_any(),
                Way::Password => view! { <PasswordForm /> }.into_any(),
            })}
        </div>
    }
}
