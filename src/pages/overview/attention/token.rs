//! That the token ends soon.

use leptos::prelude::*;
use words::span::of_minutes;

use crate::browser::clock::use_clock;
use crate::i18n::{t, text};
use crate::live::{derived, live, shown};
use crate::session::use_session;
use crate::ui::{Icon, IconName};

/// A token that ends sooner is told: minutes.
const SOON: i64 = 30;

/// The line, in the last half hour.
pub fn token() -> AnyView {
    let (session, clock) = (use_session(), use_clock());
    let minutes = derived(move || {
        let expires_at = session.identity()?.expires_at?;
        let left = expires_at.milliseconds_since(clock.get()).max(0) / 60_000;
        (left < SOON).then_some(left.unsigned_abs())
    });
    live(move || {
        shown(minutes.get().map(|minutes| {
            view! {
                <li>
                    <Icon name=IconName::History />
                    <span>{t(text::header_ends_soon(of_minutes(minutes)))}</span>
                </li>
            }
        }))
    })
    .into_any()
}
