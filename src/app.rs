//! The whole console: what every page stands in.

mod areas;
mod ending;
mod faults;
mod go_to;
mod header;
mod idle;
mod navigation;
mod new_version;
mod not_here;
mod over_page;
mod page;
mod regions;
mod sign_out;
mod signed_in;
mod switching;
mod wrong_clock;

use std::rc::Rc;

use config::{Config, Fault};
use leptos::mount::mount_to_body;
use leptos::prelude::*;

use crate::browser::address::base_path;
use crate::browser::clock::provide_clock;
use crate::browser::put_aside::when_put_aside;
use crate::config::provide_config;
use crate::i18n::{provide_i18n, t, text};
use crate::live::{derived, live, on};
use crate::net::{Fetch, Net};
use crate::query::{provide_kept, provide_staleness};
use crate::route::provide_navigation;
use crate::session::{provide_session, resume_from_tab};
use crate::ui::{
    NotificationArea, focus_by_id, provide_announcements, provide_under_way, provide_urgent,
};
use areas::{Area, Route, sign_in_page};
pub use faults::faults_page;
use header::{restore_appearance, top_bar};
use signed_in::signed_in_or_word;
use wrong_clock::{provide_wrong_clock, wrong_clock_banner};

/// Mounts the console over the browser's own fetch, or what is wrong with what it is set up for.
pub fn mount(read: Result<Config, Vec<Fault>>) {
    // Two kinds of page, each mounted as it is: nothing has to be told apart later.
    match read {
        Ok(config) => mount_to_body(move || {
            // Whatever is shown may look into it as long as the page is there.
            provide_config(Box::leak(Box::new(config)));
            let net = Net::new(Rc::new(Fetch::new(base_path())));
            view! { <Console net /> }
        }),
        Err(faults) => mount_to_body(move || faults_page(&faults)),
    }
}

/// The console over any way out.
#[component]
pub fn Console(
    /// Where requests go.
    net: Net,
) -> impl IntoView {
    let words = provide_i18n();
    let navigation = provide_navigation();
    let path = navigation.path();
    let route = derived(move || path.with(|path| Route::parse(path)));
    provide_clock();
    provide_wrong_clock();
    let announcements = provide_announcements();
    provide_under_way();
    provide_urgent();
    provide_staleness();
    let session = provide_session(net);
    provide_kept(session);
    restore_appearance(words);
    resume_from_tab(session);
    // What comes back from the browser's history is nobody's page.
    when_put_aside(
        move || session.put_aside(),
        move || resume_from_tab(session),
    );
    let scope = derived(move || session.scope());
    // Whoever enters the form soon needs what the address leads to.
    let on_focus = window_event_listener(leptos::ev::focusin, move |_| {
        if scope.with_untracked(Option::is_none) {
            signed_in::load_ahead();
            let area = route.with_untracked(Route::area);
            area.unwrap_or(Area::Overview).load_ahead();
        }
    });
    on_cleanup(move || on_focus.remove());
    session.when_left(move || {
        announcements.forget();
        navigation.forget_tables();
    });
    // Another scope is another page: nothing of what was read, chosen or begun stays.
    // Whoever cannot sign in needs to know why before.
    let is_check = derived(move || route.with(Route::area) == Some(Area::ConnectionCheck));
    let page = move || match scope.get() {
        None if !is_check.get() => signed_out(),
        None => signed_in_or_word(route),
        Some(_) => {
            if session.was_taken_over() {
                navigation.start_anew();
            }
            signed_in_or_word(route)
        }
    };
    // Below a <base> the link's own address is another page.
    let skip = |event: web_sys::MouseEvent| {
        event.prevent_default();
        focus_by_id("main");
    };
    view! {
        <a class="skip-link" href="#main" on:click=on(skip)>
            {t(text::frame_skip())}
        </a>
        {live(page)}
        <NotificationArea />
    }
}

/// What is shown when nobody is signed in.
fn signed_out() -> AnyView {
    view! {
        {top_bar((), header::appearance())}
        <div class="frame">
            <div class="content">
                {wrong_clock_banner()}
                {sign_in_page()}
            </div>
        </div>
    }
    .into_any()
}
