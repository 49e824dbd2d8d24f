//! What is under way, on every page: how many changes, and in a tray each with how it stands, since when,
//! and the way to where it belongs.

use changes::Standing;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;
use words::result::result;

use crate::app::areas::Route;
use crate::browser::console::note;
use crate::i18n::{I18n, age, t, text, timed, use_i18n};
use crate::live::{each, live, on, shown};
use crate::ui::{Icon, IconName, UnderWay};
use crate::work::{Entry, use_work};

/// ID of the tray in the page.
const ID: &str = "jobs-tray";

/// Changes that the tray shows; Activity shows all.
const MOST: usize = 10;

/// The button with how many changes are under way, and the tray that it opens. The browser closes it on
/// Escape and gives the focus back.
pub fn jobs() -> AnyView {
    let under_way = use_context::<UnderWay>();
    let work = use_work();
    let count = move || {
        let count = under_way.map_or(0, UnderWay::count);
        shown((count > 0).then(|| {
            view! {
                <span class="badge" aria-hidden="true">
                    {count}
                </span>
                <span class="visually-hidden">{t(text::header_jobs_running(count))}</span>
            }
        }))
    };
    let is_open = RwSignal::new(false);
    let told = move || {
        let mut entries = work.recent();
        // What is under way stands before what has ended.
        entries.sort_by_key(|entry| entry.record.with(|it| it.change.is_settled()));
        entries.truncate(MOST);
        entries
    };
    let nothing = move || {
        let words = || view! { <p>{t(text::header_jobs_nothing())}</p> };
        shown(work.recent().is_empty().then(words))
    };
    // A tray that is closed is not drawn anew with each answer.
    let content = move || {
        let content = move || {
            view! {
                {live(nothing)}
                <ul class="jobs-list">{each(told, |entry| entry.id, job)}</ul>
                <a href="activity">{t(text::header_jobs_all())}</a>
            }
        };
        shown(is_open.get().then(|| untrack(content)))
    };
    view! {
        <div class="menu">
            <button type="button" class="button quiet jobs" popovertarget=ID>
                <Icon name=IconName::Jobs />
                <span class="jobs-label">{t(text::header_jobs())}</span>
                {live(count)}
            </button>
            <div
                id=ID
                class="menu-content"
                popover="auto"
                on:click=on(close)
                on:toggle=on(move |_| is_open.set(tray().is_some_and(|it| is_shown(&it))))
            >
                {live(content)}
            </div>
        </div>
    }
    .into_any()
}

/// One change: how it stands, which leads to where it belongs, and when it was begun.
fn job(entry: Entry) -> AnyView {
    let words = use_i18n();
    let (address, made_at) = entry.record.with_untracked(|record| {
        let first = record.change.items().values().next();
        let page = first.and_then(|item| Route::about(&item.subject));
        let address = page.map_or_else(|| "activity".to_owned(), |page| page.to_string());
        (address, record.change.made_at())
    });
    let since = timed(made_at, move |now| age(made_at, now, words.language()));
    let elsewhere = move || {
        let words = || view! { <p>{t(text::activity_in_another_tab())}</p> };
        shown(entry.is_others().then(words))
    };
    view! {
        <li>
            {live(move || view! { <Icon name=icon(entry) /> }.into_any())}
            <div>
                <a href=address>{live(move || state(words, entry))}</a>
                <p class="freshness">{since}</p>
                {live(elsewhere)}
            </div>
        </li>
    }
    .into_any()
}

/// How a change stands, in words; reacts.
fn state(words: I18n, entry: Entry) -> AnyView {
    entry
        .record
        .with(|record| words.show(&result(&record.change)))
}

fn icon(entry: Entry) -> IconName {
    match entry.record.with(|record| record.change.standing()) {
        Standing::Sending | Standing::Working | Standing::Checking => IconName::Running,
        Standing::Unknown | Standing::StillUnknown | Standing::NotChecked => IconName::Unknown,
        Standing::Left => IconName::Danger,
        Standing::Checked { .. } => IconName::Success,
    }
}

fn tray() -> Option<HtmlElement> {
    let tray = document().get_element_by_id(ID)?;
    tray.dyn_into().ok()
}

fn is_shown(tray: &HtmlElement) -> bool {
    tray.matches(":popover-open").unwrap_or(false)
}

/// Whoever follows a link has left the tray.
fn close(event: web_sys::MouseEvent) {
    let on_link = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|target| target.closest("a").is_ok_and(|link| link.is_some()));
    if let Some(tray) = tray().filter(|tray| on_link && is_shown(tray))
        && let Err(refusal) = tray.hide_popover()
    {
        note("the tray did not close", &refusal);
    }
}
