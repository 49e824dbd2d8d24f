//! Signing in: with a token, or with a password.

mod attempt;
mod kept;
mod password_form;
mod picture;
mod place_choice;
mod reasons;
mod token_form;

use config::{PasswordSignIn, Place};
use leptos::prelude::*;

use crate::config::use_config;
use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{follow, live, on, shown};
use crate::ui::{ButtonKind, Dialog, Held, button, focus_by_id, product_name};
use kept::kept_note;
use password_form::PasswordForm;
use picture::picture;
use place_choice::place_choice;
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
    let product = product_name();
    follow(move || {
        let title = words.say(&text::sign_in_title());
        document().set_title(&format!("{title} – {}", product()));
    });
    let place = use_config().places().first().copied();
    let notice = use_config().notice.as_deref();
    let notice = notice.map(|notice| {
        let notice = live(move || notice.to_owned());
        view! { <p class="banner">{notice}</p> }
    });
    view! {
        <main id="main" class="enter" tabindex="-1">
            <div class="enter-form">
                <h1 id="page-title" tabindex="-1">
                    {t(text::sign_in_title())}
                </h1>
                {shown(notice)}
                {kept_note()}
                {place.map_or_else(|| ().into_any(), ways_in)}
            </div>
            {picture()}
        </main>
    }
    .into_any()
}

/// Signing in over the page that stays, at a place first; `on_close` runs when the person leaves it.
pub fn sign_in_dialog(
    title: Message,
    description: Message,
    place: Place,
    on_close: Callback<()>,
) -> AnyView {
    view! {
        <Dialog title on_close>
            <p id="dialog-description">{t(description)}</p>
            {ways_in(place)}
            <div class="dialog-actions">
                {button(ButtonKind::Plain, text::dialog_cancel(), move || on_close.run(()))}
            </div>
        </Dialog>
    }
    .into_any()
}

/// Where to, and the forms of the ways in, or the one for a token alone.
fn ways_in(place: Place) -> AnyView {
    let place = RwSignal::new(place);
    let forms = match use_config().password_sign_in {
        PasswordSignIn::Offered => view! { <BothWays place /> }.into_any(),
        PasswordSignIn::Off => view! { <TokenForm place /> }.into_any(),
    };
    view! {
        {place_choice(place)}
        {forms}
    }
    .into_any()
}

#[component]
fn BothWays(place: RwSignal<Place>) -> impl IntoView {
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
                Way::Token => view! { <TokenForm place /> }.into_any(),
                Way::Password => view! { <PasswordForm place /> }.into_any(),
            })}
        </div>
    }
}
