//! Signing in: with a token, or with a password.

mod password_form;
mod reasons;
mod token_form;

use leptos::prelude::*;

use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{follow, live, on};
use crate::session::{Identity, Keep, Session, use_session};
use crate::ui::{ButtonKind, Dialog, Icon, IconName, button, focus_by_id, use_announcements};
use password_form::PasswordForm;
use reasons::reason;
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
        <main id="main" class="page sign-in">
            <h1 id="page-title" tabindex="-1">
                {t(text::sign_in_title())}
            </h1>
            <p>{t(text::sign_in_purpose())}</p>
            <SignInWays />
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

/// Begins the session, and says so.
fn begin(session: Session, identity: Identity, keep: Keep) -> Message {
    let name = identity.user_name.clone();
    if session.begin(identity, keep) || keep == Keep::InMemory {
        text::sign_in_done(name)
    } else {
        text::sign_in_done_not_kept(name)
    }
}

/// The box that says why signing in did not work.
#[component]
fn Reason(reason: RwSignal<Option<Message>>) -> impl IntoView {
    let words = use_i18n();
    view! {
        <div role="alert">
            {live(move || {
                reason
                    .get()
                    .map(|reason| {
                        view! {
                            <p class="banner danger">
                                <Icon name=IconName::Danger />
                                <span>{live(move || words.show(&reason))}</span>
                            </p>
                        }
                    })
            })}
        </div>
    }
}

/// "Keep in this tab", and what that means.
#[component]
fn KeepChoice(keep: RwSignal<Keep>) -> impl IntoView {
    view! {
        <div class="field">
            <label class="checkbox">
                <input
                    type="checkbox"
                    aria-describedby="keep-note"
                    prop:checked=live(move || keep.get() == Keep::InThisTab)
                    on:change=on(move |event| {
                        keep.set(
                            if event_target_checked(&event) {
                                Keep::InThisTab
                            } else {
                                Keep::InMemory
                            },
                        );
                    })
                />
                {t(text::sign_in_keep())}
            </label>
            <p id="keep-note" class="field-hint">
                {t(text::sign_in_keep_note())}
            </p>
        </div>
    }
}

/// Runs one attempt to sign in and shows its end.
fn attempt(
    work: impl Future<Output = Result<Identity, crate::session::SignInError>> + 'static,
    keep: RwSignal<Keep>,
    busy: RwSignal<bool>,
    shown: RwSignal<Option<Message>>,
) {
    let session = use_session();
    let announcements = use_announcements();
    busy.set(true);
    shown.set(None);
    leptos::task::spawn_local(async move {
        let outcome = work.await;
        if busy.try_set(false).is_some() {
            // The form is gone; nobody waits for this answer any more.
            return;
        }
        match outcome {
            Ok(identity) => {
                let message = begin(session, identity, keep.get_untracked());
                announcements.tell(message);
            }
            Err(error) => shown.set(Some(reason(&error))),
        }
    });
}
