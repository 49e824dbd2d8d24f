//! The page that the address asks for, with breadcrumbs, heading and document title.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::areas::Route;
use super::not_here::page_or_word;
use crate::i18n::{Untrusted, t, text, use_i18n};
use crate::live::live;
use crate::query::use_rest;
use crate::route::Title;
use crate::ui::focus;

/// The page.
pub fn page(route: Memo<Route>) -> AnyView {
    let words = use_i18n();
    let heading = NodeRef::<html::H1>::new();
    let rest = use_rest();
    let resting = move || Some(words.say(&text::waiting_until(rest.until()?)));
    Effect::new(move |before: Option<Route>| {
        let route = route.get();
        let title = title_text(&route, |message| words.say(message));
        document().set_title(&format!("{title} – {}", words.say(&text::product_name())));
        match before {
            Some(before) if before == route => {}
            Some(before) if before.is_part_beside(&route) => request_animation_frame(focus_tab),
            Some(_) => focus_heading(heading, |_| true),
            // Right after signing in, the form that had the focus has gone.
            None => focus_heading(heading, |active| active == "BODY"),
        }
        route
    });
    view! {
        {breadcrumbs(route)}
        <main id="main" class="page" tabindex="-1">
            <h1 id="page-title" node_ref=heading tabindex="-1">
                {live(move || route.with(|route| title_view(route.title())))}
            </h1>
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

fn title_text(route: &Route, say: impl Fn(&crate::i18n::Message) -> String) -> String {
    match route.title() {
        Title::Words(message) => say(&message),
        Title::Name(name) => crate::i18n::visible(&name),
    }
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

fn breadcrumbs(route: Memo<Route>) -> AnyView {
    let steps = move || {
        let trail = route.get().trail();
        let last = trail.len().saturating_sub(1);
        trail
            .into_iter()
            .enumerate()
            .map(|(index, step)| {
                let address = step.to_string();
                let title = title_view(step.title());
                if index == last {
                    view! {
                        <li>
                            <span aria-current="page">{title}</span>
                        </li>
                    }
                    .into_any()
                } else {
                    view! {
                        <li>
                            <a href=address>{title}</a>
                        </li>
                    }
                    .into_any()
                }
            })
            .collect::<Vec<AnyView>>()
            .into_any()
    };
    view! {
        <nav class="breadcrumbs" aria-label=t(text::frame_breadcrumbs())>
            <ol>{live(steps)}</ol>
        </nav>
    }
    .into_any()
}
