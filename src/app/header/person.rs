//! Who is at the screen: account, life of the token, language, theme, signing out.

use leptos::prelude::*;
use words::span::of_minutes;

use super::appearance::appearance;
use crate::app::sign_out::sign_out_button;
use crate::browser::clock::use_clock;
use crate::i18n::{I18n, Untrusted, t, text, use_i18n};
use crate::live::{live, on, shown};
use crate::session::{Identity, SessionState, use_session};
use crate::ui::{IconName, Pill, Tone, close_menu, menu};

/// ID of what the menu opens.
const ID: &str = "person-menu";

/// A token that ends sooner is told in the bar: minutes.
const SOON: u64 = 30;

/// The menu, and before it how long the token is good when that is not long.
pub fn person_menu(identity: &Identity) -> AnyView {
    let words = use_i18n();
    let (session, minutes) = (use_session(), minutes_left());
    let soon = {
        let minutes = minutes.clone();
        move || {
            let is_over = matches!(session.state(), SessionState::Expired(_));
            let soon = minutes().filter(|minutes| !is_over && *minutes < SOON);
            shown(soon.map(|minutes| {
                let label = live(move || words.say(&text::header_ends_soon(of_minutes(minutes))));
                view! { <Pill tone=Tone::Warning icon=IconName::History label /> }
            }))
        }
    };
    let name = identity.user_name.clone();
    let label = view! {
        <span class="visually-hidden">{t(text::header_person())} " "</span>
        <Untrusted text=name.clone() />
    };
    let who = text::header_user_value(identity.account_name.clone(), name);
    // A key does not tell until when it is good.
    let remaining = shown((!identity.is_of_key()).then(|| {
        view! {
            <div>
                <dt>{t(text::header_remaining())}</dt>
                <dd>{live(move || life(words, minutes()))}</dd>
            </div>
        }
    }));
    let content = view! {
        <dl class="menu-facts">
            <div>
                <dt>{t(text::header_user())}</dt>
                <dd>
                    {live(move || words.show(&who))}
                </dd>
            </div>
            {remaining}
        </dl>
        {appearance()}
        <a class="button quiet" href="connection-check" on:click=on(|_| close_menu(ID))>
            {t(text::connection_title())}
        </a>
        {sign_out_button()}
    };
    view! {
        {live(soon)}
        {menu(ID, label.into_any(), content.into_any())}
    }
    .into_any()
}

/// Whole minutes until the token ends, where there is time left; reacts to the clock and to another token.
fn minutes_left() -> impl Fn() -> Option<u64> + Clone {
    let (session, clock) = (use_session(), use_clock());
    move || {
        let left = session
            .identity()?
            .expires_at?
            .milliseconds_since(clock.get());
        // Whether one whose time is over is still good only IAM tells.
        (left > 0).then(|| left.unsigned_abs() / 60_000)
    }
}

fn life(words: I18n, minutes: Option<u64>) -> String {
    let left = minutes.map_or_else(text::header_remaining_unknown, of_minutes);
    words.say(&left)
}
