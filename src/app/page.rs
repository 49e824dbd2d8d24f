//! The page that the address asks for, with breadcrumbs, heading and document title.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::areas::Route;
use super::not_here::page_or_word;
use crate::browser::tab_title::name_tab;
use crate::i18n::{Message, Untrusted, t, text, use_i18n};
use crate::live::{follow, live, shown};
use crate::query::use_rest;
use crate::route::Title;
use crate::ui::{PageHead, UnderWay, focus, only_shows, product_name, provide_page_head};

/// The page.
pub fn page(route: Memo<Route>) -> AnyView {
    let words = use_i18n();
    let heading = NodeRef::<html::H1>::new();
    let rest = use_rest();
    let resting = move || Some(words.say(&text::waiting_until(rest.until()?)));
    let last = StoredValue::new(None::<Route>);
    let under_way = use_context::<UnderWay>();
    let product = product_name();
    follow(move || {
        let route = route.get();
        let title = words.say(&tab_title(&route));
        let running = match under_way.map_or(0, UnderWay::count) {
            0 => String::new(),
            count => format!("({count}) "),
        };
        name_tab(&format!("{running}{title} – {}", product()));
        let before = last.get_value();
        last.set_value(Some(route.clone()));
        match before {
            Some(before) if before == route => {}
            Some(before) if before.is_part_beside(&route) => request_animation_frame(focus_tab),
            Some(_) => focus_heading(heading, |_| true),
            // Right after signing in, the form that had the focus has gone.
            None => focus_heading(heading, |active| active == "BODY"),
        }
    });
    let head = provide_page_head();
    let title = live(move || match head.called() {
        Some(name) => words.show(&name),
        None => route.with(|route| title_view(route.title())),
    });
    view! {
        {breadcrumbs(route, head)}
        <main id="main" class="page" tabindex="-1">
            {head.view(title.into_any(), heading)}
            {only_shows()}
            <p class="freshness" role="status">
                {live(resting)}
            </p>
            {live(move || page_or_word(route.get()))}
        </main>
    }
    .into_any()
}

/// Puts the focus on the heading of the page where what has it now, by its tag, leaves it to that.
fn focus_heading(heading: NodeRef<html::H1>, leaves_it: fn(&str) -> bool) {
    request_animation_frame(move || {
        let active = document().active_element().map(|active| active.tag_name());
        if let Some(Some(heading)) = heading.try_get_untracked()
            && leaves_it(active.as_deref().unwrap_or("BODY"))
        {
            focus(&heading);
        }
    });
}

/// The tab that was chosen was drawn anew with its page; the focus stays on it.
fn focus_tab() {
    let tab = document().query_selector(".tabs [aria-current]").ok();
    if let Some(tab) = tab.flatten().and_then(|tab| tab.dyn_into().ok()) {
        focus(&tab);
    }
}

/// The words of the tab that is open, of the page or of the nearest above it: the title of a tab stands in lists of windows and in
/// the browser's history, so no name of the cloud goes there.
fn tab_title(route: &Route) -> Message {
    let words = |route: &Route| match route.title() {
        Title::Words(message) => Some(message),
        Title::Name(_) => None,
    };
    if let Some(part) = route.part() {
        return part;
    }
    let trail = route.trail();
    let nearest = trail.iter().rev().find_map(words);
    nearest.unwrap_or_else(text::not_found_title)
}

fn title_view(title: Title) -> AnyView {
    match title {
        Title::Words(message) => {
            let words = use_i18n();
            live(move || words.show(&message)).into_any()
        }
        Title::Name(name) => view! { <Untrusted text=name /> }.into_any(),
    }
}

/// The pages above this one; the page itself is in its heading.
fn breadcrumbs(route: Memo<Route>, head: PageHead) -> AnyView {
    let words = use_i18n();
    let steps = move || {
        let mut above = route.get().trail();
        above.pop();
        let steps: Vec<AnyView> = above
            .into_iter()
            .map(|step| {
                let address = step.to_string();
                let title = {
                    let (address, title) = (address.clone(), step.title());
                    live(move || match head.called_above(&address) {
                        Some(name) => words.show(&name),
                        None => title_view(title.clone()),
                    })
                };
                view! {
                    <li>
                        <a href=address>{title}</a>
                    </li>
                }
                .into_any()
            })
            .collect();
        shown((!steps.is_empty()).then(|| {
            view! {
                <nav class="breadcrumbs" aria-label=t(text::frame_breadcrumbs())>
                    <ol>{steps}</ol>
                </nav>
            }
        }))
    };
    live(steps).into_any()
}
