//! The dialog of "Go to …": what is typed, and what comes closest to it.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::app::areas::Route;
use crate::i18n::{Message, Untrusted, t, text, use_i18n};
use crate::live::{derived, follow, live, on, shown};
use crate::query::{Place, use_places};
use crate::route::use_navigation;
use crate::session::use_session;
use crate::ui::Dialog;

/// Places of each kind that are offered.
const MOST: usize = 8;

/// The pages of the navigation and their tabs whose names hold the text, then what was read.
fn offered(sought: &str, say: impl Fn(&Message) -> String) -> Vec<Place> {
    let entries = Route::entries().into_iter();
    let mut pages: Vec<_> = entries.map(|(route, title, _)| (route, title)).collect();
    pages.extend(Route::tabs());
    let place = untrack(|| use_session().identity()).map(|identity| identity.place);
    pages.retain(|(route, _)| place.is_none_or(|place| route.is_offered(place)));
    let pages = pages.into_iter().map(|(route, title)| Place {
        kind: text::go_to_page(),
        name: say(&title),
        address: route.to_string(),
        id: None,
    });
    let looked_for = sought.trim().to_lowercase();
    let mut offered: Vec<Place> = pages
        .filter(|page| page.name.to_lowercase().contains(&looked_for))
        .collect();
    offered.extend(use_places().closest(sought, MOST));
    offered
}

/// The dialog, while `is_open`.
pub fn dialog(is_open: RwSignal<bool>) -> AnyView {
    let words = use_i18n();
    let sought = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let list = NodeRef::<html::Div>::new();
    let close = Callback::new(move |()| is_open.set(false));
    let count = RwSignal::new(0_usize);
    let path = use_navigation().path();
    let path_before = path.get_untracked();
    follow(move || {
        if path.get() != path_before {
            is_open.set(false);
        }
    });
    let options = move || {
        let found = offered(&sought.get(), |message| words.say(message));
        count.set(found.len());
        let options: Vec<AnyView> = found
            .into_iter()
            .enumerate()
            .map(|(number, place)| option(number, place, at, close))
            .collect();
        options.into_any()
    };
    let active = derived(move || (at.get() < count.get()).then(|| option_id(at.get())));
    let none = move || {
        let is_none = count.get() == 0 && !sought.with(String::is_empty);
        shown(is_none.then(|| view! { <p class="note">{t(text::go_to_nothing())}</p> }))
    };
    let on_key = move |event: KeyboardEvent| {
        let all = count.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => at.update(|at| *at = (*at + 1).min(all.saturating_sub(1))),
            "ArrowUp" => at.update(|at| *at = at.saturating_sub(1)),
            "Enter" => open(list, at.get_untracked()),
            _ => return,
        }
        event.prevent_default();
    };
    follow(move || {
        let number = at.get();
        if let Some(option) = list.get_untracked().and_then(|list| nth(&list, number)) {
            option.scroll_into_view_with_bool(false);
        }
    });
    view! {
        <Dialog title=text::go_to_label() on_close=close>
            <p id="dialog-description" class="field-hint">
                {t(text::go_to_hint())}
            </p>
            <input
                class="input"
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                data-first-focus=""
                aria-label=t(text::go_to_label())
                aria-expanded="true"
                aria-controls="go-to-list"
                aria-autocomplete="list"
                aria-activedescendant=live(move || active.get())
                on:input=on(move |event| {
                    at.set(0);
                    sought.set(event_target_value(&event));
                })
                on:keydown=on(on_key)
            />
            <div
                id="go-to-list"
                node_ref=list
                class="go-to-list"
                role="listbox"
                aria-label=t(text::go_to_found())
            >
                {live(options)}
            </div>
            <div role="status">{live(none)}</div>
        </Dialog>
    }
    .into_any()
}

fn option_id(number: usize) -> String {
    format!("go-to-{number}")
}

fn option(number: usize, place: Place, at: RwSignal<usize>, close: Callback<()>) -> AnyView {
    let Place {
        kind,
        name,
        address,
        ..
    } = place;
    view! {
        <a
            id=option_id(number)
            role="option"
            tabindex="-1"
            href=address
            aria-selected=live(move || (at.get() == number).to_string())
            on:click=on(move |_| close.run(()))
        >
            <span>
                <Untrusted text=name />
            </span>
            <span class="go-to-kind">{t(kind)}</span>
        </a>
    }
    .into_any()
}

fn nth(list: &web_sys::HtmlDivElement, number: usize) -> Option<Element> {
    let number = u32::try_from(number).ok()?;
    list.children().item(number)
}

/// Follows the link of an option.
fn open(list: NodeRef<html::Div>, number: usize) {
    let link = list.get_untracked().and_then(|list| nth(&list, number));
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        link.click();
    }
}
