//! Who is at the screen: account, life of the token, language, theme, signing out.

use cloud_api::Timestamp;
use leptos::prelude::*;

use super::appearance::appearance;
use crate::app::sign_out::sign_out_button;
use crate::browser::clock::use_clock;
use crate::i18n::{I18n, Untrusted, t, text, use_i18n};
use crate::live::{live, on, shown};
use crate::session::Identity;
use crate::ui::{IconName, Pill, Tone, close_menu, menu};

/// ID of what the menu opens.
const ID: &str = "person-menu";

/// A token that ends sooner is told in the bar: minutes.
const SOON: i64 = 30;

/// The menu, and before it how long the token is good when that is not long.
pub fn person_menu(identity: &Identity) -> AnyView {
    let words = use_i18n();
    let expires_at = identity.expires_at;
    let minutes = minutes_left(expires_at);
    let soon = {
        let minutes = minutes.clone();
        move || {
            let soon = minutes().filter(|minutes| *minutes < SOON);
            shown(soon.map(|minutes| {
                let label = live(move || words.say(&text::header_ends_soon(minutes as u64)));
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

/// Whole minutes until the token ends, never below zero; reacts to the clock.
fn minutes_left(expires_at: Option<Timestamp>) -> impl Fn() -> Option<i64> + Clone {
    let clock = use_clock();
    move || Some(expires_at?.milliseconds_since(clock.get()).max(0) / 60_000)
}

fn life(words: I18n, minutes: Option<i64>) -> String {
    match minutes {
        None => words.say(&text::header_remaining_unknown()),
        Some(minutes) => {
            let (hours, minutes) = ((minutes / 60) as u64, (minutes % 60) as u64);
            words.say(&text::header_remaining_value(hours, minutes))
        }
    }
}
