//! The whole console: what every page stands in.

mod area;
mod header;
mod page;

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser::clock::{now, provide_clock};
use crate::i18n::{provide_i18n, t, text};
use crate::live::{derived, follow, live, on, shown};
use crate::net::{Fetch, Net};
use crate::pages::sign_in::{SignInDialog, SignInPage, resume_from_tab};
use crate::query::provide_staleness;
use crate::query::provide_sync_task_scan;
use crate::route::Route;
use crate::route::navigation::{base_path, provide_navigation};
use crate::session::{SessionState, provide_session};
use crate::ui::{ButtonKind, NotificationArea, button, provide_announcements};
use crate::work::provide_work;
use area::Area;
use header::{Header, restore_appearance};
use page::Page;

/// The console over the browser's own fetch.
#[component]
pub fn App() -> impl IntoView {
    let net = Net::new(Rc::new(Fetch::new(base_path())));
    view! { <Console net /> }
}

/// The console over any way out.
#[component]
pub fn Console(
    /// Where requests go.
    net: Net,
) -> impl IntoView {
    let words = provide_i18n();
    let route = provide_navigation().route();
    provide_clock();
    provide_announcements();
    let staleness = provide_staleness();
    let session = provide_session(net);
    provide_work(session, staleness);
    provide_sync_task_scan(session, staleness);
    restore_appearance(words);
    resume_from_tab(session, net);
    let watch =
        set_interval_with_handle(move || session.check_expiry(now()), Duration::from_secs(1));
    if let Ok(watch) = watch {
        on_cleanup(move || watch.clear());
    }
    let is_signed_out = derived(move || session.state() == SessionState::SignedOut);
    // Whoever enters the form soon needs what the address leads to.
    let on_focus = window_event_listener(leptos::ev::focusin, move |_| {
        if is_signed_out.get_untracked() {
            let area = route.with_untracked(Area::of);
            area.unwrap_or(Area::ContainerImages).load_ahead();
        }
    });
    on_cleanup(move || on_focus.remove());
    let navigation = move || shown((!is_signed_out.get()).then(|| view! { <SideNavigation /> }));
    let page = move || match is_signed_out.get() {
        true => view! { <SignInPage /> }.into_any(),
        false => view! { <Page /> }.into_any(),
    };
    view! {
        <a class="skip-link" href="#main">
            {t(text::frame_skip())}
        </a>
        <Header />
        <div class="frame">
            {live(navigation)}
            <div class="content">
                <ExpiryBanner />
                {live(page)}
            </div>
        </div>
        <NotificationArea />
    }
}

#[component]
fn SideNavigation() -> impl IntoView {
    let route = crate::route::navigation::use_navigation().route();
    let areas = [
        (Route::Organizations, text::frame_container_images()),
        (Route::AllSyncTasks, text::all_sync_tasks_title()),
        (Route::ImageSyncTasks, text::frame_security_sync()),
        (Route::Activity, text::activity_title()),
    ];
    let links = areas
        .into_iter()
        .map(|(area, label)| {
            let address = area.to_string();
            let part = Area::of(&area);
            let load_ahead = move || {
                if let Some(part) = part {
                    part.load_ahead();
                }
            };
            let is_current = move || {
                route
                    .with(|route| route.trail().first() == Some(&area))
                    .then_some("page")
            };
            view! {
                <li>
                    <a
                        href=address
                        aria-current=live(is_current)
                        on:pointerenter=on(move |_| load_ahead())
                        on:focus=on(move |_| load_ahead())
                    >
                        {t(label)}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="side-navigation" aria-label=t(text::frame_navigation())>
            <ul>{links}</ul>
        </nav>
    }
}

/// On expiry the page stays; this asks to sign in again.
#[component]
fn ExpiryBanner() -> impl IntoView {
    let session = crate::session::use_session();
    let announcements = crate::ui::use_announcements();
    let is_expired = derived(move || matches!(session.state(), SessionState::Expired(_)));
    let (is_open, set_open) = signal(false);
    follow(move || {
        if is_expired.get() {
            announcements.interrupt(text::session_expired());
        } else {
            set_open.set(false);
            announcements.end_interruption();
        }
    });
    let banner = move || {
        shown(is_expired.get().then(|| {
            view! {
                <div class="banner warning">
                    <p>{t(text::session_expired())}</p>
                    {button(ButtonKind::Primary, text::session_sign_in_again(), move || {
                        set_open.set(true);
                    })}
                </div>
            }
        }))
    };
    let is_asking = derived(move || is_open.get() && is_expired.get());
    let dialog = move || {
        let close = Callback::new(move |()| set_open.set(false));
        shown(
            is_asking
                .get()
                .then(|| view! { <SignInDialog on_close=close /> }),
        )
    };
    view! {
        {live(banner)}
        {live(dialog)}
    }
}
