//! The console as one: what is provided to every page, and which kind of page is shown.

use std::time::Duration;

use leptos::prelude::*;

use super::areas::{Area, Route, sign_in_page};
use super::header::{self, restore_appearance, top_bar};
use super::signed_in::{self, signed_in_or_word};
use super::surroundings::Surroundings;
use super::wrong_clock::{provide_wrong_clock, wrong_clock_banner};
use crate::browser::clock::provide_clock;
use crate::browser::put_aside::when_put_aside;
use crate::i18n::{provide_i18n, t, text};
use crate::live::{derived, live, on};
use crate::net::Net;
use crate::query::{provide_kept, provide_staleness};
use crate::route::provide_navigation;
use crate::session::{Session, provide_session, resume_from_tab};
use crate::ui::{
    NotificationArea, focus_by_id, provide_announcements, provide_besides, provide_signed_in,
    provide_under_way, provide_urgent,
};

/// How long the sign-in form is there before anything else is loaded.
const FORM_ALONE: Duration = Duration::from_millis(500);

/// The console over any way out.
#[component]
pub fn Console(
    /// Where requests go.
    net: Net,
    /// What the demo has in the place of the sign-in.
    #[prop(optional)]
    surroundings: Option<Surroundings>,
    /// Loads what may be wanted from the sign-in form; nothing where nobody enters by it.
    #[prop(optional_no_strip)]
    ahead: Option<fn()>,
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
    session.when_token_stays(move || announcements.tell(text::session_token_stays()));
    provide_kept(session);
    provide_besides(move || session.held().len() as u64);
    restore_appearance(words);
    let go_on = move |session: Session| match surroundings {
        Some(surroundings) => surroundings.go_on.run(session),
        None => resume_from_tab(session),
    };
    if let Some(surroundings) = surroundings {
        provide_context(surroundings);
        // Nobody enters a form first.
        load_ahead(route);
    }
    go_on(session);
    // What comes back from the browser's history is nobody's page.
    when_put_aside(move || session.put_aside(), move || go_on(session));
    let scope = derived(move || session.scope());
    provide_signed_in(move || scope.with(Option::is_some));
    // Whoever enters the form soon needs what the address leads to.
    let on_focus = window_event_listener(leptos::ev::focusin, move |_| {
        if scope.with_untracked(Option::is_none) {
            load_ahead(route);
        }
    });
    on_cleanup(move || on_focus.remove());
    if let Some(ahead) = ahead {
        let soon = move || {
            if scope.try_with_untracked(Option::is_none) == Some(true) {
                load_ahead(route);
                ahead();
            }
        };
        set_timeout(soon, FORM_ALONE);
    }
    session.when_left(move || {
        announcements.forget();
        navigation.forget_tables();
    });
    // Another scope is another page: nothing of what was read, chosen or begun stays.
    // Whoever cannot sign in needs to know why before.
    let is_check = derived(move || route.with(Route::area) == Some(Area::ConnectionCheck));
    let page = move || match scope.get() {
        None if !is_check.get() => match surroundings {
            Some(surroundings) => surroundings.signed_out.run(()),
            None => signed_out(),
        },
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

/// Loads what the address leads to.
fn load_ahead(route: Memo<Route>) {
    signed_in::load_ahead();
    let area = route.with_untracked(Route::area);
    area.unwrap_or(Area::Overview).load_ahead();
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
