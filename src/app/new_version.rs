//! That the console's server has a new version: looked for seldom, told while nothing is under way.

use std::time::Duration;

use cloud_api::Timestamp;
use leptos::prelude::*;

use super::wrong_clock::is_wrong_clock_told;
use crate::browser::clock::computer_time;
use crate::browser::program::reload;
use crate::i18n::{t, text};
use crate::live::{live, shown};
use crate::net::{look_for_other_version, other_version_was_seen};
use crate::query::{For, use_kept};
use crate::ui::{ButtonKind, UnderWay, button, reload_cost};

/// The server is asked at most so often.
const ASKED_EVERY: Duration = Duration::from_secs(300);

/// What is known of versions.
#[derive(Clone, Copy)]
struct Versions {
    is_put_away: RwSignal<bool>,
    asked_at: StoredValue<Timestamp>,
}

/// Looks for a new version from now on, as long as the console is there: while somebody sees the page.
fn follow_versions() -> Versions {
    let versions = Versions {
        is_put_away: RwSignal::new(false),
        asked_at: StoredValue::new(computer_time()),
    };
    let seen = window_event_listener_untyped("visibilitychange", move |_| versions.look());
    on_cleanup(move || seen.remove());
    if let Ok(looking) = set_interval_with_handle(move || versions.look(), ASKED_EVERY) {
        on_cleanup(move || looking.clear());
    }
    versions
}

impl Versions {
    fn look(self) {
        let now = computer_time();
        let since = now.milliseconds_since(self.asked_at.get_value());
        // A clock that was set anew tells nothing of how long it has been.
        let is_soon = u128::from(since.unsigned_abs()) < ASKED_EVERY.as_millis();
        if is_soon || untrack(other_version_was_seen) || document().hidden() {
            return;
        }
        self.asked_at.set_value(now);
        leptos::task::spawn_local(async {
            look_for_other_version().await;
        });
    }
}

/// The banner, until the person reloads or puts it away. It waits for what is under way, and for what is said
/// of the clock, which has the same place.
pub fn new_version_banner() -> AnyView {
    let versions = use_kept(For::Console, follow_versions);
    let under_way = use_context::<UnderWay>();
    let is_asked = move || {
        other_version_was_seen()
            && !versions.is_put_away.get()
            && under_way.is_none_or(|it| it.count() == 0)
            && !is_wrong_clock_told()
    };
    let banner = move || {
        shown(is_asked().then(|| {
            view! {
                <div class="banner">
                    <div>
                        <p>{t(text::area_new_version())}</p>
                        {reload_cost()}
                    </div>
                    {button(ButtonKind::Plain, text::area_reload(), reload)}
                    {button(ButtonKind::Quiet, text::notifications_dismiss(), move || {
                        versions.is_put_away.set(true);
                    })}
                </div>
            }
        }))
    };
    view! { <div role="status">{live(banner)}</div> }.into_any()
}
